package io.arioso.host.plugin;

import io.arioso.host.plugin.ScanResult.Broken;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads what plug-ins a jar holds, from its bytes alone: no class of it is loaded, no line of it runs. [any-thread]
 *
 * <p>The limits: 64 MB a jar, 10,000 entries, 256 MB unpacked, 200:1 for entries above 1 MB, 4 MB a class file. Memory
 * is bounded by the limits of the directory and of one class file, whatever the jar claims.
 */
public final class PluginScanner {
    private PluginScanner() {
    }

    /**
     * Scans one jar. Never throws for what it finds there.
     *
     * @return one result for each plug-in in it, or one that says why there is none; never empty
     */
    public static List<ScanResult> scan(Path jar) {
        Path file = jar.toAbsolutePath().normalize();
        try {
            return inspect(file);
        } catch (NoSuchFileException missing) {
            return broken(file, "there is no such file");
        } catch (IOException | SecurityException unreadable) {
            return broken(file, "it cannot be read: " + FaultText.of(unreadable));
        }
    }

    /** As {@link #scan}, but lets pass what is not the jar's fault and may be gone the next time. */
    static List<ScanResult> inspect(Path jar) throws IOException {
        FileStamp before = FileStamp.of(jar);
        try (JarInspection inspection = new JarInspection(jar)) {
            List<ScanResult> results = inspection.results();
            if (!before.equals(FileStamp.of(jar))) throw new IOException("it changed while it was read");
            return results;
        } catch (BadJarException refused) {
            return broken(jar, refused.getMessage());
        } catch (RuntimeException unforeseen) {
            return broken(jar, "it is damaged: " + FaultText.of(unforeseen));
        }
    }

    private static List<ScanResult> broken(Path jar, String reason) {
        return List.of(new Broken(jar, reason));
    }
}
