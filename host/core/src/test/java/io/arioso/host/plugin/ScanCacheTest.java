package io.arioso.host.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.host.plugin.ScanResult.Broken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCacheTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);
    private static final byte[] GAIN =
        new PluginJarBuilder().source(PluginSources.gain("com.example.Gain", "com.example.gain", "1.0.0", 0.5)).bytes();

    @TempDir
    Path folder;
    private Path jar;
    private Path cache;

    @BeforeEach
    void makeJar() throws IOException {
        cache = folder.resolve("cache");
        jar = Files.write(Files.createDirectories(folder.resolve("plug\tins\\")).resolve("gain.jar"), GAIN);
        Files.setLastModifiedTime(jar, LONG_AGO);
    }

    private List<ScanResult> scan() {
        ScanCache scans = new ScanCache(cache);
        List<ScanResult> results = scans.scan(jar);
        scans.save();
        return results;
    }

    /** Only a cache can still name the plug-in now: same size, same time, other content. */
    private void spoilJarUnseen() throws IOException {
        Files.write(jar, new byte[GAIN.length]);
        Files.setLastModifiedTime(jar, LONG_AGO);
    }

    @Test
    void anUnchangedJarIsNotReadAgain() throws IOException {
        List<ScanResult> first = scan();
        spoilJarUnseen();
        assertEquals(first, scan());
        assertTrue(first.get(0) instanceof ScanResult.Available);
    }

    @Test
    void refusalsAreRememberedToo() throws IOException {
        Files.write(jar, new byte[GAIN.length]);
        Files.setLastModifiedTime(jar, LONG_AGO);
        List<ScanResult> first = scan();
        Files.write(jar, GAIN);
        Files.setLastModifiedTime(jar, LONG_AGO);
        assertEquals(first, scan());
        assertTrue(first.get(0) instanceof Broken);
    }

    @Test
    void anotherTimeOrSizeIsReadAgain() throws IOException {
        scan();
        spoilJarUnseen();
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000_000_001L));
        assertTrue(scan().get(0) instanceof Broken);
        Files.write(jar, new byte[GAIN.length + 1]);
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000_000_001L));
        assertTrue(((Broken) scan().get(0)).reason().contains("no end record"));
        Files.delete(jar);
        assertEquals(List.of(new Broken(jar, "there is no such file")), scan());
    }

    @Test
    void aJarWrittenJustNowIsNotRememberedForItsTimeProvesNothing() throws IOException {
        FileTime now = FileTime.fromMillis(System.currentTimeMillis());
        Files.setLastModifiedTime(jar, now);
        scan();
        Files.write(jar, new byte[GAIN.length]);
        Files.setLastModifiedTime(jar, now);
        assertTrue(scan().get(0) instanceof Broken);
    }

    @Test
    void aDamagedCacheIsRebuilt() throws IOException {
        List<ScanResult> first = scan();
        Path file = cache.resolve("scan.tsv");
        byte[] good = Files.readAllBytes(file);
        for (int i = 0; i < good.length; i += 5) {
            byte[] damaged = good.clone();
            damaged[i] ^= 1;
            Files.write(file, damaged);
            assertEquals(first, scan(), "damaged at " + i);
            assertEquals(new String(good), Files.readString(file), "rebuilt after damage at " + i);
        }
        Files.write(file, new byte[0]);
        assertEquals(first, scan());
    }

    @Test
    void aCacheThatCannotBeWrittenIsDoneWithout() throws IOException {
        cache = Files.writeString(folder.resolve("a-file"), "x").resolve("cache");
        assertEquals(scan(), scan());
    }

    @Test
    void nothingNewIsNotWritten() throws IOException {
        scan();
        Path file = cache.resolve("scan.tsv");
        Files.setLastModifiedTime(file, LONG_AGO);
        scan();
        assertEquals(LONG_AGO, Files.getLastModifiedTime(file));
        assertFalse(Files.list(cache).anyMatch(other -> other.toString().endsWith(".tmp")));
    }
}
