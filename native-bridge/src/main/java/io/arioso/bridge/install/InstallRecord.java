package io.arioso.bridge.install;

import io.arioso.host.document.DocumentFormat;
import io.arioso.host.document.Json;
import io.arioso.host.document.JsonValue;
import io.arioso.host.document.JsonWriter;
import io.arioso.host.document.SafeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The record of what was installed: {@code installed.json}. It is written before the first file of a bundle appears, so
 * that whatever a killed installation leaves is known. [main-thread]
 */
final class InstallRecord {
    private static final DocumentFormat FORMAT = new DocumentFormat("arioso-installed-bundles", 1);
    private static final String FILE = "installed.json";

    private final Path file;
    private final Map<String, Installed> bundles = new TreeMap<>();
    private List<Path> ownFolders = List.of();

    private InstallRecord(Path file) {
        this.file = file;
    }

    /**
     * One file of a bundle. Two entries of one path mean that an installation was interrupted: it may be either.
     *
     * @param path absolute
     * @param sha256 hash of its content
     */
    record Entry(Path path, String sha256) {
    }

    /**
     * One bundle.
     *
     * @param name its name
     * @param version its version
     * @param effects names of its effects
     * @param folders folders that the installation has made
     * @param files its files
     */
    record Installed(String name, String version, List<String> effects, List<Path> folders, List<Entry> files) {
    }

    /** Reads the record of a folder; there need not be one. */
    static InstallRecord read(Path folder) throws IOException {
        InstallRecord record = new InstallRecord(folder.resolve(FILE));
        if (!Files.exists(record.file)) return record;
        JsonValue document = Json.read(record.file);
        FORMAT.check(document);
        record.ownFolders = paths(document.get("ownFolders"));
        for (JsonValue bundle : document.get("bundles").elements()) {
            List<String> effects = new ArrayList<>();
            for (JsonValue effect : bundle.get("effects").elements()) effects.add(effect.text());
            List<Entry> files = new ArrayList<>();
            for (JsonValue entry : bundle.get("files").elements())
                files.add(new Entry(path(entry.get("path")), entry.get("sha256").text()));
            record.put(new Installed(bundle.get("name").text(), bundle.get("version").text(), effects,
                paths(bundle.get("folders")), files));
        }
        return record;
    }

    private static List<Path> paths(JsonValue list) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (JsonValue element : list.elements()) paths.add(path(element));
        return paths;
    }

    /** A path of a record that was changed by hand must not lead out of where it stands. */
    private static Path path(JsonValue value) throws IOException {
        Path path = Path.of(value.text());
        if (!path.isAbsolute() || !path.equals(path.normalize()))
            throw value.fault("expected an absolute path, found \"" + value.text() + "\"");
        return path;
    }

    /** All bundles by name. */
    Map<String, Installed> bundles() {
        return bundles;
    }

    /** Writes a record without a bundle if there is none yet: from here on a killed process leaves nothing unknown. */
    void begin() throws IOException {
        if (Files.exists(file)) return;
        ownFolders = Folders.missing(file.getParent());
        SafeFile.write(file, toBytes());
    }

    void put(Installed bundle) {
        bundles.put(bundle.name(), bundle);
    }

    void remove(String name) {
        bundles.remove(name);
    }

    /** Writes it; a record without a bundle goes, with its backup and the folders that were made for it. */
    void write() throws IOException {
        if (bundles.isEmpty()) {
            Files.deleteIfExists(file);
            Files.deleteIfExists(SafeFile.backupOf(file));
            SafeFile.sweep(file.getParent());
            Folders.deleteEmpty(ownFolders);
            return;
        }
        SafeFile.write(file, toBytes());
    }

    private byte[] toBytes() {
        JsonWriter out = new JsonWriter().object();
        FORMAT.writeTo(out);
        out.name("ownFolders").texts(texts(ownFolders)).name("bundles").array();
        for (Installed bundle : bundles.values()) {
            out.object().field("name", bundle.name()).field("version", bundle.version());
            out.name("effects").texts(bundle.effects()).name("folders").texts(texts(bundle.folders()));
            out.name("files").array();
            List<Entry> sorted = new ArrayList<>(bundle.files());
            sorted.sort(Comparator.comparing(Entry::path).thenComparing(Entry::sha256));
            for (Entry entry : sorted)
                out.object().field("path", entry.path().toString()).field("sha256", entry.sha256()).end();
            out.end().end();
        }
        return out.end().end().toBytes();
    }

    private static List<String> texts(List<Path> paths) {
        return paths.stream().map(Path::toString).toList();
    }
}
