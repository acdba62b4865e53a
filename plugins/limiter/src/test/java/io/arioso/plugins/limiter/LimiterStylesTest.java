package io.arioso.plugins.limiter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.meter.Meter;
import io.arioso.testkit.PluginHarness;
import io.arioso.testkit.RunningPlugin;
import io.arioso.testkit.signal.Signals;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The limiter's promises in every style and with every option. */
class LimiterStylesTest {
    private static final double CEILING = Math.pow(10, -1 / 20.0);

    @ParameterizedTest
    @ValueSource(strings = {"style=transparent", "style=punchy", "style=bus", "style=loud", "style=safe",
        "style=loud clip_above=0 detection=4x", "mid_side=on", "multiband=on", "multiband=on mid_side=on style=safe",
        "link=0 release_link=100", "detection=4x", "detection=16x", "attack_shape=linear", "dither=tpdf",
        "dither=shaped dither_bits=20", "dither=shaped_strong", "dither=tpdf dither_bits=8",
        "style=loud multiband=on dither=shaped_strong auto_release=on"})
    void noSampleAndNoTruePeakRisesAboveTheCeiling(String settings) {
        for (Map.Entry<String, float[][]> signal : Measured.hotSignals().entrySet()) {
            float[][] out = Measured.render(signal.getValue(), ("gain=3 " + settings).split(" "));
            assertTrue(peak(out) <= (float) CEILING, signal.getKey() + ": sample peak " + peak(out));
            float[][] part = {Arrays.copyOfRange(out[0], 0, 8000), Arrays.copyOfRange(out[1], 40_000, 48_000)};
            double over = Measured.truePeakDb(part) + 1;
            assertTrue(over <= 0.1, signal.getKey() + ": " + over + " dB above the ceiling");
        }
    }

    @ParameterizedTest
    @CsvSource({"style=transparent, 88", "style=punchy, 88", "style=bus, 88", "style=loud, 200", "style=safe, 152",
        "detection=16x, 88", "attack_shape=round, 88", "style=loud lookahead_ms=5, 368"})
    void belowTheCeilingEveryStyleIsABitExactDelay(String settings, int latency) {
        float[][] in = Signals.whiteChannels(2, 6000, 1, 0.2);
        assertEquals(latency, Measured.latency(settings.split(" ")));
        float[][] out = Measured.render(in, settings.split(" "));
        assertArrayEquals(Arrays.copyOf(in[1], 6000 - latency), Arrays.copyOfRange(out[1], latency, 6000));
    }

    @ParameterizedTest
    @CsvSource({"style=transparent", "style=bus", "style=safe"})
    void tonesStayCleanWhileTheyAreHeldDown(String style) {
        assertTrue(Measured.thdPlusNoise(997, 12, style) <= -110, "997 Hz: " + Measured.thdPlusNoise(997, 12, style));
        double low = Measured.thdPlusNoise(50, 6, style, "release_ms=200");
        assertTrue(low <= -70, "50 Hz: " + low);
    }

    @ParameterizedTest
    @ValueSource(doubles = {40, 63, 90, 130, 200, 330, 500})
    void evenAFastReleaseHoldsFromCrestToCrestOfABassNote(double hertz) {
        double distortion = Measured.thdPlusNoise(hertz, 6, "release_ms=2");
        assertTrue(distortion <= -90, hertz + " Hz: " + distortion);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void linkedChannelsGetTheSameGainBitForBit(Style style) {
        float[] hot = Signals.white(20_000, 4, 1);
        float[][] out = Measured.render(Signals.both(hot), "gain=9", "style=" + style);
        assertArrayEquals(out[0], out[1]);
        assertTrue(peak(out) > 0.5f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"style=loud", "style=safe", "multiband=on mid_side=on", "release_link=80 link=20 style=bus",
        "dither=shaped_strong style=punchy"})
    void anyBlockSplitGivesTheSameBits(String settings) {
        float[][] in = Signals.whiteChannels(2, 9000, 8, 0.7);
        float[][] whole = automated(settings, 9000).render(in);
        for (int block : new int[] {1, 7, 64, 480}) {
            assertArrayEquals(whole, automated(settings, block).render(in), "block " + block);
        }
    }

    private static PluginHarness automated(String settings, int block) {
        return PluginHarness.of(Limiter::new).set("gain=6").set(settings.split(" ")).blocks(block)
            .at(2000, "ceiling", -4).at(3500, "clip_above", 1).at(5000, "link", 0).at(6100, "release_link", 100);
    }

    @Test
    void clipAssistTakesOffPeaksSoThatTheLimiterHasLittleToDo() {
        float[] hits = Signals.bursts(96_000, 240, 11_760, 1000, 48_000, 4);
        double plain = meterAfter(hits, "gain_reduction", "style=transparent");
        double assisted = meterAfter(hits, "gain_reduction", "style=loud", "clip_above=2");
        double clipped = meterAfter(hits, "clip_reduction", "style=loud", "clip_above=2");
        assertEquals(13, plain, 0.2);
        assertTrue(assisted < 3.5, "limiter: " + assisted);
        assertTrue(clipped > 9, "clip: " + clipped);
        assertEquals(0, meterAfter(hits, "clip_reduction", "style=transparent"));
    }

    @Test
    void multibandKeepsTheTreblesWhileABassNoteIsHeldDown() {
        float[] bass = Signals.sine(48_000, 60, 48_000, 3);
        float[] treble = Signals.sine(48_000, 7000, 48_000, 0.05);
        float[] both = new float[48_000];
        for (int i = 0; i < both.length; i++) {
            both[i] = bass[i] + treble[i];
        }
        double single = toneLevel(Measured.render(Signals.both(both))[0], 7000);
        double split = toneLevel(Measured.render(Signals.both(both), "multiband=on")[0], 7000);
        assertTrue(single < 0.05 * 0.35, "single band: " + single);
        // What of the bass leaks into the next band still costs 2 dB.
        assertTrue(split > 0.05 * 0.75, "bands: " + split);
    }

    @Test
    void midSideKeepsTheRoomWhileTheMiddleIsHeldDown() {
        float[] voice = Signals.sine(48_000, 500, 48_000, 3);
        float[] room = Signals.sine(48_000, 3000, 48_000, 0.05);
        float[][] in = new float[2][48_000];
        for (int i = 0; i < 48_000; i++) {
            in[0][i] = voice[i] + room[i];
            in[1][i] = voice[i] - room[i];
        }
        assertTrue(toneLevel(Measured.render(in)[0], 3000) < 0.05 * 0.35);
        assertTrue(toneLevel(Measured.render(in, "mid_side=on")[0], 3000) > 0.05 * 0.85);
    }

    @Test
    void theTargetMetersSayHowMuchLouderTheMasterIsThanEachPlatformPlays() {
        float[] tone = Signals.sine(4 * 48_000, 997, 48_000, 0.25);
        double integrated = meterAfter(tone, "loudness_out");
        assertEquals(-12.04, integrated, 0.05);
        assertEquals(integrated + 14, meterAfter(tone, "over_minus_14"), 1e-9);
        assertEquals(integrated + 16, meterAfter(tone, "over_minus_16"), 1e-9);
        assertEquals(integrated + 23, meterAfter(tone, "over_minus_23"), 1e-9);
    }

    @Test
    void deltaIsWhatWasTakenOff() {
        float[][] hot = Signals.whiteChannels(2, 12_000, 3, 1);
        float[][] limited = Measured.render(hot);
        float[][] taken = Measured.render(hot, "delta=on");
        for (int i = 2000; i < 12_000; i++) {
            assertEquals(hot[0][i - 88] - limited[0][i], taken[0][i], 1e-6, "frame " + i);
        }
    }

    private static double toneLevel(float[] x, double hertz) {
        double re = 0;
        double im = 0;
        int from = x.length / 2;
        for (int i = from; i < x.length; i++) {
            re += x[i] * Math.cos(2 * Math.PI * hertz * i / 48_000);
            im += x[i] * Math.sin(2 * Math.PI * hertz * i / 48_000);
        }
        return 2 * Math.hypot(re, im) / (x.length - from);
    }

    private static double meterAfter(float[] signal, String id, String... settings) {
        try (RunningPlugin running = PluginHarness.of(Limiter::new).set(settings).open()) {
            double highest = Double.NEGATIVE_INFINITY;
            for (int at = 0; at < signal.length; at += 2400) {
                float[] part = Arrays.copyOfRange(signal, at, Math.min(signal.length, at + 2400));
                running.render(Signals.both(part));
                highest = Math.max(highest, read(running, id));
            }
            return id.endsWith("reduction") ? highest : read(running, id);
        }
    }

    private static double read(RunningPlugin running, String id) {
        for (Meter meter : running.plugin().meters()) {
            if (meter.id().equals(id)) {
                return meter.read();
            }
        }
        throw new AssertionError("no meter \"" + id + "\"");
    }

    private static float peak(float[][] audio) {
        float peak = 0;
        for (float[] channel : audio) {
            for (float sample : channel) {
                peak = Math.max(peak, Math.abs(sample));
            }
        }
        return peak;
    }
}
