package io.arioso.plugins.limiter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.dsp.meter.LoudnessMeter;
import io.arioso.runtime.EventQueue;
import io.arioso.runtime.ProcessorRunner;
import io.arioso.runtime.RunnerSettings;
import io.arioso.runtime.TransportState;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.meter.Meter;
import io.arioso.testkit.PluginHarness;
import io.arioso.testkit.RunningPlugin;
import io.arioso.testkit.signal.Signals;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimiterTest {
    private static final double RATE = 48_000;

    @ParameterizedTest
    @CsvSource({"1.5, 44100, 82", "1.5, 48000, 88", "0, 48000, 16", "20, 192000, 3856", "5, 96000, 496"})
    void belowTheCeilingItIsABitExactDelayOfTheReportedLatency(double lookaheadMs, double rate, int latency) {
        float[][] in = Signals.whiteChannels(3, 10_000, 1, 0.2);
        try (RunningPlugin limiter = PluginHarness.of(Limiter::new).rate(rate).layout(BusLayout.of(3))
                .set("lookahead_ms", lookaheadMs).open()) {
            assertEquals(latency, limiter.latencyFrames());
            float[][] out = limiter.render(in);
            for (int channel = 0; channel < 3; channel++) {
                assertArrayEquals(Arrays.copyOf(in[channel], 10_000 - latency),
                    Arrays.copyOfRange(out[channel], latency, 10_000), "channel " + channel);
            }
            assertEquals(0, read(limiter, "gain_reduction"));
        }
    }

    @Test
    void theCeilingHoldsWhileGainAndCeilingAreAutomated() {
        PluginHarness harness = PluginHarness.of(Limiter::new).set("true_peak=off", "gain=12");
        for (int i = 1; i < 40; i++) {
            harness.at(i * 997L, "gain", 36 * ((i * 7) % 5) / 4.0);
            harness.at(i * 1201L, "ceiling", -3 - (i * 3) % 7);
        }
        float[][] out = harness.blocks(64, 3, 700).render(Signals.whiteChannels(2, 48_000, 3, 1));
        float highest = (float) Math.pow(10, -3 / 20.0);
        for (int frame = 2500; frame < 48_000; frame++) {
            assertTrue(Math.abs(out[0][frame]) <= highest && Math.abs(out[1][frame]) <= highest, "frame " + frame);
        }
    }

    @Test
    void gainReductionTruePeakAndLoudnessAreMeasured() {
        float[] tone = Signals.sine(5 * 48_000, 997, RATE, 0.5);
        try (RunningPlugin limiter = PluginHarness.of(Limiter::new).set("gain=12", "ceiling=-1").open()) {
            limiter.render(Signals.both(tone));
            // 12 dB up from -6.02 dBFS is 5.98, which must come down to -1, or 0.02 dB less.
            assertEquals(6.99, read(limiter, "gain_reduction"), 0.02);
            assertEquals(-6.02, read(limiter, "true_peak_in"), 0.02);
            assertEquals(-1.01, read(limiter, "true_peak_out"), 0.02);
            // A stereo sine of 997 Hz at 0 dBFS reads 0 LUFS.
            assertEquals(-6.02, read(limiter, "loudness_in"), 0.03);
            assertEquals(-1, read(limiter, "loudness_out"), 0.03);
            assertEquals(-1, read(limiter, "loudness_short"), 0.03);
            assertTrue(Double.isNaN(read(limiter, "suggested_gain")));
        }
    }

    @Test
    void theAssistantsGainLeadsToTheTargetLoudnessWithinATenth() {
        float[][] song = song();
        double gain = 0;
        double reached = Double.NaN;
        float[][] out = song;
        for (int pass = 0; pass < 8 && !(Math.abs(reached + 14) <= 0.1); pass++) {
            try (RunningPlugin limiter = PluginHarness.of(Limiter::new).blocks(4096)
                    .set("target_on=on", "target_lufs=-14", "gain=" + gain).open()) {
                out = limiter.render(song);
                reached = loudness(out);
                assertEquals(reached, read(limiter, "loudness_out"), 0.02);
                gain = Math.rint(100 * read(limiter, "suggested_gain")) / 100;
                assertTrue(read(limiter, "true_peak_out") <= -1, "true peak " + read(limiter, "true_peak_out"));
            }
        }
        assertEquals(-14, reached, 0.1);
    }

    @Test
    void unityGainTakesExactlyTheInputGainBack() {
        float[][] quiet = Signals.whiteChannels(2, 20_000, 5, 0.05);
        float[][] out = PluginHarness.of(Limiter::new).set("unity_gain=on", "gain=12")
            .at(5000, "gain", 20).at(11_000, "gain", 3).blocks(100, 333).render(quiet);
        for (int frame = 88; frame < 20_000; frame++) {
            assertEquals(quiet[0][frame - 88], out[0][frame], 2e-8, "frame " + frame);
        }
    }

    @Test
    void switchingUnityGainFadesWithoutAClick() {
        float[] tone = Signals.sine(24_000, 100, RATE, 0.05);
        float[][] out = PluginHarness.of(Limiter::new).set("gain=18").at(8000, "unity_gain", 1)
            .at(16_000, "unity_gain", 0).render(Signals.both(tone));
        double steepest = 0.05 * 8 * 2 * Math.PI * 100 / RATE;
        for (int frame = 1; frame < out[0].length; frame++) {
            assertTrue(Math.abs(out[0][frame] - out[0][frame - 1]) < 1.2 * steepest, "frame " + frame);
        }
        assertEquals(tone[14_000 - 88], out[0][14_000], 1e-6);
    }

    @Test
    void anotherLookaheadAsksTheHostForARestartAndKeepsTheLatencyUntilThen() {
        AtomicInteger requests = new AtomicInteger();
        Limiter plugin = new Limiter();
        RunnerSettings settings = RunnerSettings.of(RATE, 512, BusLayout.STEREO).withHost(requests::incrementAndGet);
        try (ProcessorRunner runner = new ProcessorRunner(plugin, settings)) {
            float[][] block = new float[2][512];
            runner.process(block, 512, new EventQueue(1), new TransportState());
            assertEquals(0, requests.get());
            plugin.lookaheadMs.set(5);
            runner.process(block, 512, new EventQueue(1), new TransportState());
            runner.process(block, 512, new EventQueue(1), new TransportState());
            assertEquals(1, requests.get());
            assertEquals(88, runner.latencyFrames());
        }
        try (ProcessorRunner runner = new ProcessorRunner(plugin, settings)) {
            assertEquals(256, runner.latencyFrames());
        }
    }

    @Test
    void valuesAreReadAsPeopleTypeThem() {
        Limiter limiter = new Limiter();
        assertEquals(-1.5, limiter.ceilingDb.parse("-1,5 dBTP"));
        assertEquals(-0.3, limiter.ceilingDb.parse("-0.3 dBFS"));
        assertEquals(-2, limiter.ceilingDb.parse("-2dB"));
        assertEquals(-0.12, limiter.ceilingDb.parse("-0.123"));
        assertEquals(250, limiter.releaseMs.parse("0.25 s"));
        assertEquals(-16, limiter.targetLufs.parse("-16 LUFS"));
        assertThrows(IllegalArgumentException.class, () -> limiter.ceilingDb.parse("+1 dBTP"));
        assertFalse(limiter.lookaheadMs.automatable());
    }

    @Test
    void layoutsOfManyChannelsWorkAndSideChainsAreRefused() {
        Limiter limiter = new Limiter();
        assertTrue(limiter.supports(BusLayout.of(12)));
        assertFalse(limiter.supports(BusLayout.STEREO.withSidechain(1)));
        float[][] out = PluginHarness.of(Limiter::new).layout(BusLayout.of(12)).set("gain=12")
            .render(Signals.whiteChannels(12, 4000, 9, 1));
        float ceiling = (float) Math.pow(10, -1 / 20.0);
        for (float[] channel : out) {
            for (float sample : channel) {
                assertTrue(Math.abs(sample) <= ceiling, "sample " + sample);
            }
        }
    }

    /** Pink noise with a burst each half second, 20 s, some -30 LUFS. */
    static float[][] song() {
        int frames = 20 * 48_000;
        float[] left = Signals.pink(frames, 1, 0.25);
        float[] right = Signals.pink(frames, 2, 0.25);
        float[] hits = Signals.bursts(frames, 1200, 22_800, 180, RATE, 0.45);
        for (int i = 0; i < frames; i++) {
            left[i] += hits[i];
            right[i] += hits[i];
        }
        return new float[][] {left, right};
    }

    static double loudness(float[][] audio) {
        LoudnessMeter meter = new LoudnessMeter(RATE, audio.length);
        meter.process(audio, 0, audio[0].length);
        return meter.integratedLufs();
    }

    private static double read(RunningPlugin running, String id) {
        for (Meter meter : running.plugin().meters()) {
            if (meter.id().equals(id)) {
                return meter.read();
            }
        }
        throw new AssertionError("no meter \"" + id + "\"");
    }
}
