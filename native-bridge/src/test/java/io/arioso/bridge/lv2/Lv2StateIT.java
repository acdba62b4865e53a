package io.arioso.bridge.lv2;

import static io.arioso.bridge.lv2.Lv2Render.assertSameBits;
import static io.arioso.bridge.lv2.Lv2Render.noise;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.bridge.BridgedParameter;
import io.arioso.bridge.BridgedPlugin;
import io.arioso.bridge.BundledEffects;
import io.arioso.bridge.EventValues;
import io.arioso.bridge.JavaRender;
import io.arioso.bridge.TestBundle;
import io.arioso.bridge.bundle.BundledEffect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an LV2 host saves is what it gets back, and it is the document of all formats. */
class Lv2StateIT {
    private static final int RATE = 48_000;
    private static final float[][] INPUT = noise(2, 12_000, 1);

    @TempDir
    Path folder;

    @Test
    void whatLilvSavesSoundsTheSameWhenLilvHasLoadedIt() {
        BundledEffect effect = TestBundle.arioso().effect("compressor");
        float[][] expected = render(effect).set("threshold", "-33.3").set("ratio", "8").with("save=" + folder)
            .process(INPUT, RATE);
        assertSameBits(expected, render(effect).with("load=" + folder).process(INPUT, RATE), "loaded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN_BY_KEY", "NORMALIZED_BY_KEY"})
    void aStateOfClapOrVst3LoadsAndIsSavedAgainByteForByte(EventValues format) throws IOException {
        BundledEffect effect = TestBundle.arioso().effect("eq");
        byte[] document = stateOf(effect, format, "output", -1.23456789);
        Path saved = folder.resolve("saved.json");
        Lv2Render lv2 = render(effect).with("feed=" + write(document)).with("dump=" + saved);
        float[][] heard = lv2.process(INPUT, RATE);
        assertSameBits(JavaRender.of(effect).set("output", -1.23456789).process(INPUT, RATE), heard, format.toString());
        assertArrayEquals(document, Files.readAllBytes(saved));
    }

    @Test
    void aPortThatTheHostMovesAfterwardsWins() throws IOException {
        BundledEffect effect = TestBundle.arioso().effect("eq");
        byte[] document = stateOf(effect, EventValues.PLAIN_BY_KEY, "output", -12);
        float[][] heard = render(effect).with("feed=" + write(document)).set("output", "3").process(INPUT, RATE);
        assertSameBits(JavaRender.of(effect).set("output", 3).process(INPUT, RATE), heard, "port");
    }

    @Test
    void aRefusedStateLeavesTheOldOne() throws IOException {
        BundledEffect effect = TestBundle.arioso().effect("eq");
        byte[] whole = stateOf(effect, EventValues.PLAIN_BY_KEY, "output", -12);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        Lv2Render lv2 = render(effect).with("feed=" + write(half));
        float[][] heard = lv2.process(INPUT, RATE);
        assertTrue(lv2.said().contains("restore 1"), lv2.said());
        assertSameBits(JavaRender.of(effect).process(INPUT, RATE), heard, "half a document");
    }

    private Path write(byte[] document) throws IOException {
        return Files.write(folder.resolve("fed.json"), document);
    }

    private static Lv2Render render(BundledEffect effect) {
        return new Lv2Render(TestBundle.arioso(), effect);
    }

    private static byte[] stateOf(BundledEffect effect, EventValues format, String id, double plain)
            throws IOException {
        try (BridgedPlugin plugin = new BundledEffects(TestBundle.arioso().table())
                .open(effect.descriptor().id(), format)) {
            BridgedParameter parameter = plugin.parameters().stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow();
            plugin.setPlain(parameter, plain);
            return plugin.saveState();
        }
    }
}
