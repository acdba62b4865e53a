package io.arioso.host.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.arioso.host.plugin.RawZip.Entry;
import io.arioso.host.plugin.ScanResult.Available;
import io.arioso.host.plugin.ScanResult.Broken;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reliability catalogue F21 and S2: jars that are damaged by accident or on purpose. */
class HostileJarTest {
    private static final long MAX_ALLOCATED_BYTES = 16 << 20;
    private static final byte[] CLASS = new PluginJarBuilder()
        .source(PluginSources.gain("com.example.Gain", "com.example.gain", "1.0.0", 0.5))
        .contents().get("com/example/Gain.class");
    private static final byte[] TEXT = "hello hello hello hello".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private static RawZip effect() {
        return new RawZip().add(Entry.deflated("com/example/Gain.class", CLASS));
    }

    private ScanResult scan(byte[] content) throws IOException {
        List<ScanResult> results = PluginScanner.scan(Files.write(folder.resolve("test.jar"), content));
        assertEquals(1, results.size());
        return results.get(0);
    }

    private void assertRefused(String expected, byte[] content) throws IOException {
        ScanResult result = scan(content);
        assertTrue(result instanceof Broken broken && broken.reason().contains(expected),
            () -> "\"" + expected + "\" is not in " + result);
        assertTrue(DisplayText.isSafe(((Broken) result).reason()), () -> result.toString());
    }

    @Test
    void theRawWriterMakesGoodJarsToo() throws IOException {
        assertTrue(scan(effect().add(Entry.stored("a.txt", TEXT)).add(Entry.deflated("b/", new byte[0])).bytes())
            instanceof Available);
    }

    private static Entry text() {
        return Entry.deflated("a.txt", TEXT);
    }

    private static Entry stored() {
        return Entry.stored("a.txt", TEXT);
    }

    static List<Arguments> damagedJars() {
        int packed = (int) text().packedBytes();
        return List.of(
            Arguments.of("is not what the directory says", text().crc(1)),
            Arguments.of("is not what the directory says", stored().crc(1)),
            Arguments.of("is not what the directory says", text().declaring(packed, TEXT.length + 1)),
            Arguments.of("is not what the directory says", text().declaring(packed, TEXT.length - 1)),
            Arguments.of("is not what the directory says", text().declaring(packed, 0)),
            Arguments.of("is not what the directory says", text().declaring(packed - 1, TEXT.length)),
            Arguments.of("is not what the directory says", stored().declaring(TEXT.length, 5)),
            Arguments.of("is not what the directory says", stored().method(8)),
            Arguments.of("is not what the directory says", text().locallyNamed("b.txt")),
            Arguments.of("is not what the directory says", text().locallyNamed("longer.txt")),
            Arguments.of("is not what the directory says", text().headerMovedBy(1)),
            Arguments.of("is not what the directory says", text().headerMovedBy(1 << 30)),
            Arguments.of("overlaps the directory", text().declaring(packed + 1000, TEXT.length)),
            Arguments.of("is packed by method 12", text().method(12)),
            Arguments.of("is encrypted", text().flags(1)),
            Arguments.of("a.txt unpacks from " + packed + " to 10000000 bytes, more than 200:1",
                text().declaring(packed, 10_000_000)),
            Arguments.of("more than 268435456 bytes", text().declaring(4_000_000, 300_000_000)),
            Arguments.of("x.class has 5000000 bytes, more than 4194304",
                Entry.stored("x.class", TEXT).declaring(5_000_000, 5_000_000)),
            Arguments.of("META-INF/MANIFEST.MF has 10000000 bytes, more than 1048576",
                Entry.stored("META-INF/MANIFEST.MF", TEXT).declaring(10_000_000, 10_000_000)),
            Arguments.of("x.class is not a class file", Entry.stored("x.class", TEXT)),
            Arguments.of("two entries named com/example/Gain.class", Entry.stored("com/example/Gain.class", TEXT)),
            Arguments.of("an entry's name has 65535 bytes", Entry.stored("x".repeat(65_535), TEXT)),
            Arguments.of("name is not UTF-8", text().named(new byte[] {'a', (byte) 0xFF})));
    }

    @ParameterizedTest
    @MethodSource("damagedJars")
    void aLieIsFoundOut(String expected, Entry entry) throws IOException {
        assertRefused(expected, effect().add(entry).bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/../../x", "a/..", "..", "/etc/passwd", "//server/x", "C:/x", "c:x", "C:\\x",
        "..\\x", "a\\b", "a\0.txt", "a\nb", "\u007F", "", "com/example/../Evil.class"})
    void aNameThatCouldPointElsewhereIsRefused(String name) throws IOException {
        assertRefused("the entry name \"", effect().add(Entry.stored(name, TEXT)).bytes());
    }

    @Test
    void overlappingEntriesAreRefused() throws IOException {
        Entry second = Entry.stored("b.txt", TEXT);
        byte[] inner = new RawZip().add(second).bytes();
        byte[] local = Arrays.copyOf(inner, 30 + 5 + TEXT.length);
        Entry outer = Entry.stored("a.txt", local);
        assertRefused("b.txt overlaps another entry",
            effect().add(outer).add(second.headerMovedBy(-local.length)).bytes());
    }

    @Test
    void manyEntriesThatAreSmallAloneAreAddedUp() throws IOException {
        RawZip zip = effect();
        byte[] zeros = new byte[1 << 20];
        for (int i = 0; i < 300; i++) zip.add(Entry.deflated("zeros" + i, zeros));
        assertRefused("the jar unpacks to more than 268435456 bytes", zip.bytes());
    }

    @Test
    void aBombThatHidesItsSizeIsStoppedWhileUnpacking() throws IOException {
        Entry bomb = Entry.deflated("bomb", new byte[50 << 20]);
        assertRefused("bomb unpacks from", effect().add(bomb).bytes());
        assertRefused("bomb is not what the directory says",
            effect().add(bomb.declaring(bomb.packedBytes(), 1 << 20)).bytes());
    }

    @Test
    void tooManyEntriesAreCountedBeforeTheyAreRead() throws IOException {
        RawZip zip = effect();
        for (int i = 0; i < 10_000; i++) zip.add(Entry.stored("f" + i, new byte[0]));
        assertRefused("the jar has 10001 or more entries, more than 10000", zip.bytes());
    }

    @Test
    void endRecordsThatDoNotAddUpAreRefused() throws IOException {
        assertRefused("not where its end record says", effect().bytes(end -> end.putInt(16, 0)));
        assertRefused("not where its end record says", effect().bytes(end -> end.putShort(8, (short) 9)));
        assertRefused("not where its end record says", effect().bytes(end -> end.putInt(4, 1)));
        assertRefused("does not add up",
            effect().bytes(end -> end.putShort(8, (short) 9).putShort(10, (short) 9)));
        assertRefused("does not add up",
            effect().bytes(end -> end.putShort(8, (short) 0).putShort(10, (short) 0)));
        assertRefused("bytes follow its end record", effect().bytes(end -> end.putShort(20, (short) 9)));
        assertRefused("more than 4194304", effect().bytes(end -> end.putInt(12, -1)));
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        byte[] whole = effect().add(Entry.stored("a.txt", TEXT)).bytes();
        for (int i = 0; i < 100; i++) {
            int length = (int) ((long) whole.length * i / 100);
            ScanResult result = scan(Arrays.copyOf(whole, length));
            assertTrue(result instanceof Broken, "cut to " + length + " of " + whole.length);
        }
        assertRefused("the jar is empty: 0 bytes", new byte[0]);
    }

    @Test
    void randomDamageNeverThrowsAndNeverChangesTheClass() throws IOException {
        byte[] whole = effect().bytes();
        long seed = 20261122;
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            byte[] damaged = whole.clone();
            for (int i = random.nextInt(4); i >= 0; i--)
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            ScanResult result = scan(damaged);
            String where = "seed " + seed + " round " + round + ": " + result;
            if (result instanceof Available available) assertEquals("com.example.gain", available.plugin().id(), where);
        }
    }

    @Test
    void aFileOfTwoGigabytesIsRefusedUnread() throws IOException {
        Path file = folder.resolve("huge.jar");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(2L << 30);
        }
        long before = allocated();
        ScanResult result = PluginScanner.scan(file).get(0);
        assertEquals(new Broken(file, "the jar has 2147483648 bytes, more than 67108864"), result);
        assertTrue(allocated() - before < 1 << 20, "allocated");
    }

    @Test
    void memoryStaysBoundedWhateverTheJarClaims() throws IOException {
        byte[] padding = new byte[60 << 20];
        new Random(1).nextBytes(padding);
        Path file = Files.write(folder.resolve("large.jar"), effect().add(Entry.stored("noise", padding)).bytes());
        assertTrue(PluginScanner.scan(file).get(0) instanceof Available);
        long before = allocated();
        assertTrue(PluginScanner.scan(file).get(0) instanceof Available);
        long used = allocated() - before;
        assertTrue(used < MAX_ALLOCATED_BYTES, "allocated " + used + " bytes for a jar of 60 MB");
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
