package io.arioso.bridge.bundle;

import io.arioso.bridge.bundle.BundledEffect.BundledPreset;
import io.arioso.host.plugin.PluginDescriptor;
import io.arioso.host.preset.Preset;
import io.arioso.host.preset.Slug;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The factory presets of one effect: those in its jar, below {@code presets/}, then those of some folders. */
final class FactoryPresets {
    private static final String SUFFIX = ".json";
    private static final int MAX_PRESET_BYTES = 16 << 20;

    private final String plugin;
    private final List<BundledPreset> list = new ArrayList<>();
    private final List<Preset> presets = new ArrayList<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();

    private FactoryPresets(String plugin) {
        this.plugin = plugin;
    }

    /**
     * Collects them; of two with one name the first counts.
     *
     * @throws IOException naming the preset that cannot be read
     */
    static FactoryPresets of(PluginDescriptor plugin, List<Path> folders) throws IOException {
        FactoryPresets presets = new FactoryPresets(plugin.id());
        presets.addJar(plugin.jar());
        for (Path folder : folders) presets.addFolder(folder.resolve(plugin.id()));
        return presets;
    }

    /** In the order of the DAW's list. */
    List<BundledPreset> list() {
        return list;
    }

    /** As they were read, in the same order. */
    List<Preset> presets() {
        return presets;
    }

    /** Their files by load key. */
    Map<String, byte[]> files() {
        return files;
    }

    private void addJar(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> entries = zip.stream()
                .filter(entry -> entry.getName().startsWith("presets/") && entry.getName().endsWith(SUFFIX))
                .sorted(Comparator.comparing(ZipEntry::getName)).toList();
            for (ZipEntry entry : entries) {
                try (InputStream in = zip.getInputStream(entry)) {
                    add(jar + "!" + entry.getName(), in.readNBytes(MAX_PRESET_BYTES + 1));
                }
            }
        }
    }

    private void addFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return;
        try (Stream<Path> children = Files.list(folder)) {
            for (Path file : children.filter(child -> child.toString().endsWith(SUFFIX)).sorted().toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    add(file.toString(), in.readNBytes(MAX_PRESET_BYTES + 1));
                }
            }
        }
    }

    private void add(String source, byte[] bytes) throws IOException {
        Preset preset = Preset.parse(source, bytes);
        if (!preset.plugin().equals(plugin) || !names.add(preset.name().strip().toLowerCase(Locale.ROOT))) return;
        String slug = Slug.of(preset.name());
        String key = slug;
        for (int number = 2; files.containsKey(key); number++) key = slug + "-" + number;
        files.put(key, bytes);
        presets.add(preset);
        list.add(new BundledPreset(key, preset.name(), preset.description()));
    }
}
