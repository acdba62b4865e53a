package io.arioso.host.preset;

import io.arioso.host.document.SafeFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Presets in folders: {@code <folder>/<plug-in id>/<slug>.json}. The first folder is the user's and the only one that
 * is written to; a preset of a folder further ahead hides those of the same name behind it.
 *
 * <p>[main-thread] A file that cannot be read is listed with its reason and never stops the others.
 */
public final class PresetStore {
    private static final String SUFFIX = ".json";
    private static final String CHAINS = "chains";

    private final List<Path> folders;

    /** A store over at least one folder; the folders need not exist. */
    public PresetStore(List<Path> folders) {
        if (folders.isEmpty()) throw new IllegalArgumentException("preset store: it needs at least one folder");
        this.folders = List.copyOf(folders);
    }

    /** Where a user's presets live: {@code ${XDG_DATA_HOME:-~/.local/share}/arioso/presets}. */
    public static Path userFolder(Map<String, String> environment, Path home) {
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        Path base = data.isEmpty() ? home.resolve(".local").resolve("share") : Path.of(data);
        return base.resolve("arioso").resolve("presets");
    }

    /**
     * A preset file.
     *
     * @param file where it is
     * @param byUser whether it lies in the user's folder
     * @param preset what it holds, empty if it cannot be read
     * @param fault why it cannot be read, empty if it can
     */
    public record Entry(Path file, boolean byUser, Optional<Preset> preset, String fault) {
    }

    /** Ids of the plug-ins that have presets, sorted. */
    public List<String> plugins() throws IOException {
        List<String> ids = new ArrayList<>();
        for (Path folder : folders)
            for (Path child : children(folder))
                if (Files.isDirectory(child) && !child.getFileName().toString().equals(CHAINS))
                    ids.add(child.getFileName().toString());
        return ids.stream().distinct().sorted().toList();
    }

    /** The presets of a plug-in, readable or not, sorted by file name, the user's first. */
    public List<Entry> list(String plugin) throws IOException {
        Map<String, Entry> byName = new LinkedHashMap<>();
        for (Path folder : folders) {
            for (Path file : children(folderOf(folder, plugin))) {
                if (!file.getFileName().toString().endsWith(SUFFIX) || !Files.isRegularFile(file)) continue;
                Entry entry = entry(file, folder.equals(folders.get(0)));
                String key = entry.preset().map(preset -> folded(preset.name())).orElse(file.toString());
                byName.putIfAbsent(key, entry);
            }
        }
        return List.copyOf(byName.values());
    }

    /**
     * The preset of a plug-in by its name or the name of its file, ignoring case.
     *
     * @throws PresetException naming the presets that there are, or why the file cannot be read
     */
    public Preset find(String plugin, String name) throws PresetException {
        List<Entry> entries;
        try {
            entries = list(plugin);
        } catch (IOException unreadable) {
            throw new PresetException("presets of " + plugin + ": " + unreadable.getMessage(), unreadable);
        }
        Optional<Entry> found = entries.stream().filter(entry -> isCalled(entry, name)).findFirst();
        if (found.isEmpty()) throw new PresetException(missing(plugin, name, entries));
        Entry entry = found.get();
        return entry.preset().orElseThrow(() -> new PresetException("preset \"" + name + "\": " + entry.fault()));
    }

    /**
     * Saves a preset into the user's folder.
     *
     * @param overwrite whether a preset of the same name may be replaced
     * @return the file
     * @throws FileAlreadyExistsException if there is one of that name and it may not
     */
    public Path save(Preset preset, boolean overwrite) throws IOException {
        Path file = fileFor(preset);
        if (Files.exists(file) && !overwrite)
            throw new FileAlreadyExistsException(file.toString(), null,
                "there is already a preset \"" + preset.name() + "\" of " + preset.plugin());
        SafeFile.sweep(file.getParent());
        preset.write(file);
        return file;
    }

    /** The file of the user's preset of that name, or a free one: two names may share a slug. */
    private Path fileFor(Preset preset) throws IOException {
        Path folder = folderOf(folders.get(0), preset.plugin());
        String slug = Slug.of(preset.name());
        for (int number = 1;; number++) {
            Path file = folder.resolve(number == 1 ? slug + SUFFIX : slug + "-" + number + SUFFIX);
            if (!Files.exists(file)) return file;
            Optional<Preset> there = entry(file, true).preset();
            if (there.isPresent() && folded(there.get().name()).equals(folded(preset.name()))) return file;
        }
    }

    private static Path folderOf(Path folder, String plugin) {
        if (!plugin.matches("[A-Za-z][A-Za-z0-9._-]{0,127}"))
            throw new IllegalArgumentException("plug-in id \"" + plugin
                + "\" has other characters than letters, digits, dots, dashes and underscores");
        return folder.resolve(plugin);
    }

    private static Entry entry(Path file, boolean byUser) {
        try {
            return new Entry(file, byUser, Optional.of(Preset.read(file)), "");
        } catch (IOException broken) {
            return new Entry(file, byUser, Optional.empty(), String.valueOf(broken.getMessage()));
        }
    }

    private static boolean isCalled(Entry entry, String name) {
        String file = entry.file().getFileName().toString();
        String slug = file.substring(0, file.length() - SUFFIX.length());
        return slug.equalsIgnoreCase(name.strip())
            || entry.preset().map(preset -> folded(preset.name()).equals(folded(name))).orElse(false);
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static String missing(String plugin, String name, List<Entry> entries) {
        List<String> names = entries.stream().flatMap(entry -> entry.preset().stream()).map(Preset::name).toList();
        return "there is no preset \"" + name + "\" of " + plugin
            + (names.isEmpty() ? "; it has none" : "; there are " + String.join(", ", names));
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }
}
