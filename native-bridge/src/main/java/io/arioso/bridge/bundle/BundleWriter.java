package io.arioso.bridge.bundle;

import io.arioso.bridge.BundledEffects;
import io.arioso.bridge.EventValues;
import io.arioso.bridge.bundle.BundledEffect.BundledPreset;
import io.arioso.bridge.lv2.Lv2Turtle;
import io.arioso.host.daw.DawFormat;
import io.arioso.host.plugin.PluginDescriptor;
import io.arioso.host.plugin.PluginLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes the files of a bundle in the shapes that DAWs look for. [main-thread] Everything is written into a new folder;
 * {@link Staging} brings it where DAWs see it.
 *
 * <p>The formats' large files are the same, joined by hard links where the disk has them: the second and third format
 * cost nothing. What a user might edit is a copy each. So is the shim: a process that loads two of them must get two.
 */
public final class BundleWriter {
    private static final long LEAST_LINKED_BYTES = 64 << 10;

    private final BundleParts parts;
    private final BundleContent content;
    private final PluginLibrary library;
    private final Optional<Path> runtime;

    /**
     * A writer of one bundle.
     *
     * @param parts what every bundle has
     * @param content what this one has
     * @param library makes the effects for those formats that describe them in files
     * @param runtime a Java to put into it
     */
    public BundleWriter(BundleParts parts, BundleContent content, PluginLibrary library,
            Optional<Path> runtime) {
        this.parts = parts;
        this.content = content;
        this.library = library;
        this.runtime = runtime;
    }

    /**
     * Writes the bundle into a folder in which nothing of it is yet.
     *
     * @param name the bundle's name, fit to be a file's name
     * @param version of the Arioso that writes it
     * @return the layouts of the formats, in the formats' order
     */
    public List<BundleLayout> write(Path folder, String name, String vendor, String version, Set<DawFormat> formats)
            throws IOException {
        List<BundleLayout> layouts = new ArrayList<>();
        for (DawFormat format : DawFormat.values()) {
            if (!formats.contains(format)) continue;
            BundleLayout layout = new BundleLayout(format, folder, name);
            BundleTable table = new BundleTable(name, vendor, version, content.effects(), layout.resources());
            if (layouts.isEmpty()) writeResources(table, layout.resources());
            else linkAll(layouts.get(0).resources(), layout.resources());
            copy(parts.shim(), layout.binary());
            writeDescriptions(layout);
            layouts.add(layout);
        }
        return layouts;
    }

    private void writeResources(BundleTable table, Path resources) throws IOException {
        for (Path jar : parts.libraries()) copyInto(jar, resources.resolve(BundleLayout.LIBRARIES));
        for (Path jar : parts.editor()) copyInto(jar, resources.resolve(BundleLayout.EDITOR));
        for (BundledEffect effect : content.effects()) {
            PluginDescriptor plugin = effect.descriptor();
            copyInto(plugin.jar(), resources.resolve(BundleLayout.EFFECTS));
            Path presets = resources.resolve(BundleLayout.PRESETS).resolve(plugin.id());
            Map<String, byte[]> files = content.presets().get(plugin.id());
            for (BundledPreset preset : effect.presets())
                write(presets.resolve(preset.loadKey() + ".json"), files.get(preset.loadKey()));
        }
        if (runtime.isPresent()) linkAll(runtime.get(), resources.resolve(BundleLayout.RUNTIME));
        write(resources.resolve(BundleTable.FILE), table.toBytes());
    }

    /** What some formats want to read instead of asking the library. */
    private void writeDescriptions(BundleLayout layout) throws IOException {
        BundleTable written = BundleTable.read(layout.resources());
        switch (layout.format()) {
            case CLAP -> { } // asks the library
            case VST3 -> write(layout.resources().resolveSibling("moduleinfo.json"), ModuleInfo.bytes(written));
            case LV2 -> {
                BundledEffects effects = new BundledEffects(written, library);
                Map<String, byte[]> turtle = Lv2Turtle.files(written, layout.binary().getFileName().toString(),
                    effect -> effects.open(effect.descriptor().id(), EventValues.PLAIN_BY_CONTROL));
                for (Map.Entry<String, byte[]> file : turtle.entrySet())
                    write(layout.root().resolve(file.getKey()), file.getValue());
            }
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static void copyInto(Path file, Path folder) throws IOException {
        Path target = folder.resolve(file.getFileName());
        if (!Files.exists(target)) copy(file, target); // several effects may be in one jar
    }

    private static void copy(Path file, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
    }

    private static void linkAll(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else link(file.toRealPath(), target); // jlink writes symbolic links, which no copy of a bundle needs
            }
        }
    }

    private static void link(Path file, Path target) throws IOException {
        if (Files.size(file) < LEAST_LINKED_BYTES) {
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            return;
        }
        try {
            Files.createLink(target, file);
        } catch (IOException | UnsupportedOperationException withoutLinks) {
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
