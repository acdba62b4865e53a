package io.arioso.bridge.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.bridge.bundle.BundledEffect.BundledPreset;
import io.arioso.host.plugin.PluginDescriptor;
import io.arioso.sdk.PluginCategory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundleTableTest {
    private static final String HASH = "0123456789abcdef".repeat(4);

    @TempDir
    Path folder;

    private BundleTable table(String name, String description) {
        PluginDescriptor plugin = new PluginDescriptor("com.example.gain", name, "Example & Söhne", "1.2.3",
            PluginCategory.UTILITY, description, "com.example.Gain$Nested", folder.resolve("effects/gain 1.jar"), HASH);
        BundledEffect effect = new BundledEffect(plugin, List.of("audio-effect", "utility"), "Fx|Tools",
            EffectProbe.classId(plugin.id()), "urn:arioso:com.example.gain", true, 3, 1,
            List.of(new BundledPreset("warm", "Warm\tand wide", ""), new BundledPreset("b", "B", "back\\slash\n")));
        return new BundleTable("Ärger", "Example", "9", List.of(effect), folder);
    }

    private BundleTable read(byte[] bytes) throws IOException {
        Files.write(folder.resolve(BundleTable.FILE), bytes);
        return BundleTable.read(folder);
    }

    @Test
    void aTableIsReadAsItWasWritten() throws IOException {
        for (String text : List.of("Gain", "", "tab\there", "\\t\\n", "two\nlines", "\\", "日本", "a \"quoted\" word")) {
            BundleTable table = table(text, text);
            assertEquals(table, read(table.toBytes()), text);
            assertArrayEquals(table.toBytes(), read(table.toBytes()).toBytes());
        }
    }

    @Test
    void controlCharactersThatNoEscapeNamesBecomeSpaces() throws IOException {
        assertEquals("a b c", read(table("a\rb\0c", "").toBytes()).effects().get(0).descriptor().name());
    }

    @Test
    void theLineOfAnEffectHasTheFieldsThatTheShimReads() {
        String[] lines = new String(table("Gain", "").toBytes(), StandardCharsets.UTF_8).split("\n");
        assertEquals("arioso-bundle\t1", lines[0]);
        assertEquals("bundle\tÄrger\tExample\t9", lines[1]);
        assertEquals("effect\tcom.example.gain\tGain\tExample & Söhne\t1.2.3\t\taudio-effect utility\tFx|Tools\t"
            + EffectProbe.classId("com.example.gain") + "\turn:arioso:com.example.gain\t1\t3\t1\tUTILITY\t"
            + "com.example.Gain$Nested\tgain 1.jar\t" + HASH, lines[2]);
        assertEquals("preset\tcom.example.gain\twarm\tWarm\\tand wide\t", lines[3]);
    }

    @Test
    void aLineOfALaterVersionIsLeftOut() throws IOException {
        byte[] bytes = (text() + "colour\tred\n").getBytes(StandardCharsets.UTF_8);
        assertEquals(table("Gain", ""), read(bytes));
    }

    private String text() {
        return new String(table("Gain", "").toBytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "arioso-bundle\\t1 ~ arioso-bundle\\t2 ~ line 1: its format is 2, this program knows 1",
        "arioso-bundle ~ something ~ line 1: it is no table of a bundle",
        "gain 1.jar ~ ../gain.jar ~ line 3: \"../gain.jar\" is no jar",
        "gain 1.jar ~ sub/gain.jar ~ line 3: \"sub/gain.jar\" is no jar",
        "\\twarm\\t ~ \\t../../warm\\t ~ line 4: \"../../warm\" is no load key",
        "preset\\tcom.example.gain ~ preset\\tcom.example.other ~ line 4: a preset is of \"com.example.other\", which "
            + "does not stand before it",
        "\\t1\\t3\\t1\\t ~ \\t1\\t-3\\t1\\t ~ line 3: controls: \"-3\" is outside 0..10000",
        "\\t1\\t3\\t1\\t ~ \\t2\\t3\\t1\\t ~ line 3: side-chain: \"2\" is outside 0..1",
        "\\t1\\t3\\t1\\t ~ \\t1\\t3\\t ~ line 3: an effect has 16 fields, not 15",
        "urn:arioso:com.example.gain ~ urn:a> ~ line 3: \"urn:a>\" is no LV2 uri",
        "Fx|Tools ~ Fx;Tools ~ line 3: \"Fx;Tools\" is no VST3 categories",
        "bundle\\tÄrger ~ bandle\\tÄrger ~ line 5: it names no bundle",
        "warm ~ warm\\ ~ line 4: \"warm\\\" ends with a lone backslash",
    })
    void aDamagedTableIsRefusedWithItsLine(String found, String replaced, String fault) {
        String damaged = text().replace(found.replace("\\t", "\t"), replaced.replace("\\t", "\t"));
        IOException refusal =
            assertThrows(IOException.class, () -> read(damaged.getBytes(StandardCharsets.UTF_8)));
        assertEquals(folder.resolve("table") + ", " + fault, refusal.getMessage());
    }

    @Test
    void noEffectStandsThereTwice() {
        String effect = text().split("\n")[2] + "\n";
        IOException refusal = assertThrows(IOException.class,
            () -> read((text() + effect).getBytes(StandardCharsets.UTF_8)));
        assertTrue(refusal.getMessage().endsWith("line 6: com.example.gain stands there twice"), refusal.getMessage());
    }

    @Test
    void anEndlessTableIsRefusedUnread() {
        byte[] endless = Arrays.copyOf(table("Gain", "").toBytes(), BundleTable.MAX_BYTES + 1);
        IOException refusal = assertThrows(IOException.class, () -> read(endless));
        assertTrue(refusal.getMessage().endsWith("it has more than 4194304 bytes"), refusal.getMessage());
    }

    @Test
    void aBundleWithoutTableIsNotComplete() {
        IOException refusal = assertThrows(IOException.class, () -> BundleTable.read(folder.resolve("nowhere")));
        assertTrue(refusal.getMessage().contains("there is no such file"), refusal.getMessage());
    }

    @Test
    void whateverBytesComeTheReaderRefusesOrReadsButNeverFailsOtherwise() {
        long seed = 41;
        SplittableRandom random = new SplittableRandom(seed);
        byte[] good = table("Gain", "A \\ b").toBytes();
        for (int round = 0; round < 3000; round++) {
            byte[] bytes = Arrays.copyOf(good, random.nextInt(good.length + 1));
            for (int change = random.nextInt(4); change > 0 && bytes.length > 0; change--)
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            try {
                for (BundledEffect effect : read(bytes).effects()) {
                    Path jar = effect.descriptor().jar().normalize();
                    assertEquals(folder.resolve("effects"), jar.getParent(), "seed " + seed + ", round " + round);
                }
            } catch (IOException refused) {
                assertTrue(refused.getMessage().startsWith(folder.resolve("table").toString()), refused.getMessage());
            }
        }
    }
}
