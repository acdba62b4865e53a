package io.arioso.host.plugin;

import io.arioso.host.plugin.ScanResult.Available;
import io.arioso.host.plugin.ScanResult.Broken;
import io.arioso.sdk.PluginCategory;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Remembers what scans found, so that a jar is read again only when its path, size or time has changed. [main-thread]
 *
 * <p>A convenience that may be lost at any time: a file that is missing, damaged or of another SDK or Java is ignored
 * and rebuilt, and a failure to write it is only logged. What it claims is proven on loading, by the jar's hash.
 */
final class ScanCache {
    /** Raised with each change of the scanner's rules: what an older scanner found is found anew. */
    private static final String FORMAT = "arioso-scan-1";
    private static final String FILE = "scan.tsv";
    private static final long MAX_FILE_BYTES = 16L << 20;
    private static final int MAX_JARS = 5_000;
    private static final System.Logger LOGGER = System.getLogger(ScanCache.class.getName());

    private final Path file;
    private final Map<Path, Known> known = new LinkedHashMap<>();
    private final Set<Path> asked = new HashSet<>();
    private boolean changed;

    /** Reads the cache in a folder, which need not exist. */
    ScanCache(Path folder) {
        file = folder.resolve(FILE);
        try {
            if (Files.exists(file) && Files.size(file) <= MAX_FILE_BYTES)
                known.putAll(parse(Files.readString(file)));
        } catch (IOException | RuntimeException damaged) {
            LOGGER.log(Level.DEBUG, "scan cache {0} is ignored: {1}", file, FaultText.of(damaged));
        }
    }

    /** What the jar holds, from memory if it has not changed since. */
    List<ScanResult> scan(Path jar) {
        asked.add(jar);
        try {
            FileStamp stamp = FileStamp.of(jar);
            Known remembered = known.get(jar);
            if (remembered != null && remembered.stamp.equals(stamp)) return remembered.results;
            List<ScanResult> results = PluginScanner.inspect(jar);
            changed |= remembered != null;
            known.remove(jar);
            if (stamp.isSettled(System.currentTimeMillis() * 1_000_000)) {
                known.put(jar, new Known(stamp, results));
                changed = true;
            }
            return results;
        } catch (IOException | SecurityException unreadable) {
            return PluginScanner.scan(jar);
        }
    }

    /** Writes the cache if there is something new; a failure is no failure of the scan, and only logged. */
    void save() {
        if (!changed) return;
        if (known.size() > MAX_JARS) known.keySet().retainAll(asked);
        try {
            Files.createDirectories(file.getParent());
            Path temporary = Files.createTempFile(file.getParent(), FILE, ".tmp");
            try {
                Files.writeString(temporary, format());
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
            changed = false;
        } catch (IOException | SecurityException failure) {
            LOGGER.log(Level.DEBUG, "scan cache {0} is not written: {1}", file, FaultText.of(failure));
        }
    }

    private String format() {
        StringBuilder text = new StringBuilder(TabbedLine.of(FORMAT, sdkVersion(), javaVersion()));
        known.forEach((jar, entry) -> {
            text.append(TabbedLine.of("jar", jar.toString(), Long.toString(entry.stamp.bytes()),
                Long.toString(entry.stamp.modifiedNs())));
            for (ScanResult result : entry.results) text.append(format(result));
        });
        return text + TabbedLine.of("end", checksum(text.toString()));
    }

    private static String format(ScanResult result) {
        if (result instanceof Broken broken) return TabbedLine.of("broken", broken.reason());
        PluginDescriptor plugin = ((Available) result).plugin();
        return TabbedLine.of("plugin", plugin.id(), plugin.name(), plugin.vendor(), plugin.version(),
            plugin.category().name(), plugin.description(), plugin.className(), plugin.sha256());
    }

    private static Map<Path, Known> parse(String text) {
        int end = text.lastIndexOf("end\t");
        if (end < 0 || !text.substring(end).equals(TabbedLine.of("end", checksum(text.substring(0, end)))))
            throw new IllegalArgumentException("its checksum is wrong");
        Map<Path, Known> entries = new HashMap<>();
        Known current = null;
        Path jar = null;
        for (String line : text.substring(0, end).lines().toList()) {
            String[] fields = TabbedLine.fields(line);
            switch (fields[0]) {
                case FORMAT -> {
                    if (!fields[1].equals(sdkVersion()) || !fields[2].equals(javaVersion())) return Map.of();
                }
                case "jar" -> {
                    jar = Path.of(fields[1]);
                    FileStamp stamp = new FileStamp(Long.parseLong(fields[2]), Long.parseLong(fields[3]));
                    current = new Known(stamp, new ArrayList<>());
                    entries.put(jar, current);
                }
                case "broken" -> current.results.add(new Broken(jar, fields[1]));
                case "plugin" -> current.results.add(new Available(new PluginDescriptor(fields[1], fields[2], fields[3],
                    fields[4], PluginCategory.valueOf(fields[5]), fields[6], fields[7], jar, fields[8])));
                default -> throw new IllegalArgumentException("unknown line " + fields[0]);
            }
        }
        return entries;
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    private static String sdkVersion() {
        String version = PluginCategory.class.getPackage().getImplementationVersion();
        return version == null ? "unversioned" : version;
    }

    private static String javaVersion() {
        return Integer.toString(Runtime.version().feature());
    }

    private record Known(FileStamp stamp, List<ScanResult> results) {
    }
}
