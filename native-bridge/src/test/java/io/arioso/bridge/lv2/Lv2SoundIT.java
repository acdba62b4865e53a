package io.arioso.bridge.lv2;

import static io.arioso.bridge.lv2.Lv2Render.assertDiffers;
import static io.arioso.bridge.lv2.Lv2Render.assertSameBits;
import static io.arioso.bridge.lv2.Lv2Render.noise;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.bridge.BridgedParameter;
import io.arioso.bridge.BridgedPlugin;
import io.arioso.bridge.BundledEffects;
import io.arioso.bridge.EventValues;
import io.arioso.bridge.JavaRender;
import io.arioso.bridge.TestBundle;
import io.arioso.bridge.bundle.BundledEffect;
import io.arioso.bridge.bundle.BundledEffect.BundledPreset;
import io.arioso.host.preset.Preset;
import io.arioso.sdk.parameter.Parameter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What LV2 hosts hear is bit for bit what the effect's jar makes in Java alone. */
class Lv2SoundIT {
    private static final int RATE = 48_000;
    private static final int FRAMES = 24_000;

    @ParameterizedTest
    @CsvSource({"eq,2", "eq,1", "compressor,2", "compressor,1", "reverb,2", "reverb,1", "delay,2", "delay,1",
        "limiter,2", "limiter,1", "widener,2", "widener,1"})
    void soundsAsInJavaAtDefaultsAndAtAnySettings(String name, int channels) throws IOException {
        BundledEffect effect = TestBundle.arioso().effect(name);
        float[][] input = noise(channels, FRAMES, 1);
        if (channels == 2)
            assertSameBits(JavaRender.of(effect).process(input, RATE), render(effect).process(input, RATE), "defaults");
        long seed = name.hashCode();
        JavaRender java = JavaRender.of(effect);
        if (effect.sidechain()) java.sidechain(new float[channels][FRAMES]); // a port that nobody feeds is silent
        Lv2Render lv2 = render(effect).with("block=random:" + seed);
        anySettings(effect, seed).forEach((id, typed) -> {
            java.set(id, Double.parseDouble(typed));
            lv2.set(id, typed);
        });
        assertSameBits(java.process(input, RATE), lv2.process(input, RATE), "settings of seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eq", "compressor", "reverb", "delay", "limiter", "widener"})
    void aPresetOfTheListIsThePresetOfTheFile(String name) throws IOException {
        BundledEffect effect = TestBundle.arioso().effect(name);
        float[][] input = noise(2, FRAMES, 2);
        for (BundledPreset preset : effect.presets().subList(0, 2)) {
            Path file = Path.of("..", "presets", effect.descriptor().id(), preset.loadKey() + ".json");
            float[][] expected = JavaRender.of(effect).preset(Preset.read(file)).process(input, RATE);
            float[][] heard = render(effect).with("preset=" + effect.lv2Uri() + "#preset_" + preset.loadKey())
                .process(input, RATE);
            assertSameBits(expected, heard, preset.name());
        }
    }

    @Test
    void aDecimalTypedInAHostIsThatDecimalAndNotItsFloat() {
        BundledEffect effect = TestBundle.arioso().effect("eq");
        float[][] input = noise(2, FRAMES, 3);
        float[][] expected = JavaRender.of(effect).set("output", -1.1).process(input, RATE);
        assertSameBits(expected, render(effect).set("output", "-1.1").process(input, RATE), "-1.1 dB");
        assertDiffers(JavaRender.of(effect).set("output", -1.1f).process(input, RATE), expected,
            "the float of -1.1 sounds like -1.1: the test shows nothing");
    }

    @Test
    void aControlThatMovesIsHeardFromTheFirstFrameOfItsRun() {
        BundledEffect effect = TestBundle.arioso().effect("eq");
        float[][] input = noise(2, FRAMES, 4);
        float[][] expected = JavaRender.of(effect).automate(512, "output", -6).automate(10_240, "output", 3.3)
            .process(input, RATE);
        assertSameBits(expected, render(effect).with("block=256").with("at=512:output:-6")
            .with("at=10240:output:3.3").process(input, RATE), "automation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"block=1", "block=64", "block=20000", "block=random:5", "inplace=1", "bare=1", "late=1"})
    void howAHostCallsMakesNoDifference(String way) {
        BundledEffect effect = TestBundle.arioso().effect("compressor");
        float[][] input = noise(2, FRAMES, 5);
        float[][] expected = JavaRender.of(effect).set("threshold", -30).set("ratio", 4).process(input, RATE);
        Lv2Render lv2 = render(effect).set("threshold", "-30").set("ratio", "4").with(way);
        assertSameBits(expected, lv2.process(input, RATE), way);
    }

    @Test
    void activatedAnewItBeginsAnew() {
        BundledEffect effect = TestBundle.arioso().effect("delay");
        float[][] input = noise(2, FRAMES, 6);
        assertSameBits(JavaRender.of(effect).process(input, RATE), render(effect).with("twice=1").process(input, RATE),
            "second activation");
    }

    @Test
    void theSideChainIsHeard() {
        BundledEffect effect = TestBundle.arioso().effect("compressor");
        float[][] input = noise(2, FRAMES, 7);
        float[][] key = noise(2, FRAMES, 8);
        for (float[] channel : key)
            for (int frame = 0; frame < FRAMES; frame++) channel[frame] *= frame % 6000 < 3000 ? 1 : 0;
        float[][] expected = JavaRender.of(effect).set("threshold", -40).set("sc_external", 1).sidechain(key)
            .process(input, RATE);
        assertSameBits(expected, render(effect).set("threshold", "-40").set("sc_external", "1").sidechain(key)
            .process(input, RATE), "side-chain");
        assertDiffers(expected, render(effect).set("threshold", "-40").set("sc_external", "1").process(input, RATE),
            "the key makes no difference");
    }

    @Test
    void theHostsSongSetsTheTempoAlsoInTheMiddleOfARun() {
        BundledEffect effect = TestBundle.arioso().effect("delay");
        float[][] input = noise(2, FRAMES, 9);
        float[][] expected = JavaRender.of(effect).set("sync", 1).set("note", 2).process(input, RATE);
        assertSameBits(expected, synced(effect).with("song=0:120:0:1").process(input, RATE), "120 beats a minute");
        String[] song = {"song=0:240:0:1", "song=9000:90:8:1"};
        float[][] whole = synced(effect).with("block=24000").with(song[0]).with(song[1]).process(input, RATE);
        assertDiffers(expected, whole, "the tempo makes no difference");
        assertSameBits(whole, synced(effect).with("block=random:3").with(song[0]).with(song[1]).process(input, RATE),
            "tempo change in random runs");
    }

    @Test
    void latencyAndMetersStandInTheirPorts() {
        BundledEffect effect = TestBundle.arioso().effect("limiter");
        float[][] input = noise(2, FRAMES, 10);
        JavaRender java = JavaRender.of(effect).set("gain", 12);
        java.process(input, RATE);
        Lv2Render lv2 = render(effect).set("gain", "12");
        lv2.process(input, RATE);
        assertEquals(java.latencyFrames(), lv2.output("latency"));
        assertTrue(lv2.said().lines().filter(line -> line.startsWith("meter meter_")).count() == effect.meters(),
            lv2.said());
    }

    private static Lv2Render render(BundledEffect effect) {
        return new Lv2Render(TestBundle.arioso(), effect);
    }

    private static Lv2Render synced(BundledEffect effect) {
        return render(effect).set("sync", "1").set("note", "2");
    }

    /** A legal value for each control, of four digits as a user would type it. */
    private static Map<String, String> anySettings(BundledEffect effect, long seed) throws IOException {
        Random random = new Random(seed);
        Map<String, String> typed = new LinkedHashMap<>();
        try (BridgedPlugin plugin = open(effect)) {
            for (BridgedParameter control : Lv2Ports.controls(plugin)) {
                Parameter parameter = control.parameter();
                double plain = parameter.toPlain(random.nextDouble());
                BigDecimal rounded = new BigDecimal(plain).round(new MathContext(4, RoundingMode.HALF_EVEN));
                if (rounded.doubleValue() >= parameter.minimum() && rounded.doubleValue() <= parameter.maximum())
                    typed.put(control.id(), rounded.stripTrailingZeros().toPlainString());
            }
        }
        return typed;
    }

    private static BridgedPlugin open(BundledEffect effect) throws IOException {
        return new BundledEffects(TestBundle.arioso().table())
            .open(effect.descriptor().id(), EventValues.PLAIN_BY_CONTROL);
    }
}
