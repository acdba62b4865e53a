package io.arioso.plugins.compressor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.BusLayout;
import io.arioso.testkit.PluginHarness;
import io.arioso.testkit.RunningPlugin;
import io.arioso.testkit.analysis.Residual;
import io.arioso.testkit.signal.Signals;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CompressorTest {
    private static final int RATE = 48_000;

    static Stream<String[]> everyStyleAndDetector() {
        return Arrays.stream(Style.values()).flatMap(style -> Arrays.stream(Detector.values())
                .map(detector -> new String[] {"style=" + style.name(), "detector=" + detector.name()}));
    }

    @ParameterizedTest
    @MethodSource("everyStyleAndDetector")
    void ratioOneLeavesEveryBitAlone(String style, String detector) {
        float[][] noise = Signals.whiteChannels(2, RATE / 4, 1, 0.9);
        for (String mode : new String[] {"stereo_mode=left_right", "stereo_mode=mid_side"}) {
            float[][] out = Measured.compressor(style, detector, mode, "ratio=1", "link=30").render(noise);
            assertArrayEquals(noise, out);
        }
    }

    @Test
    void fullyLinkedChannelsGetTheSameGainBitForBit() {
        float[] left = Signals.white(RATE, 2, 1);
        float[] right = left.clone();
        for (int i = 0; i < right.length; i++) {
            right[i] *= 0.125f;
        }
        float[][] out = Measured.compressor("threshold=-30", "ratio=8", "attack_ms=0.5", "release_ms=20")
                .render(left, right);
        for (int i = 0; i < RATE; i++) {
            assertEquals(out[0][i] * 0.125f, out[1][i], "frame " + i);
        }
        float[][] loose = Measured.compressor("threshold=-30", "ratio=8", "link=0").render(left, right);
        assertTrue(peak(loose[1], RATE / 2) > peak(out[1], RATE / 2) * 1.5, "link 0 leaves the quiet side alone");
    }

    @Test
    void aMovedLinkMakesNoStep() {
        float[] loud = Signals.sine(2 * RATE, 1000, RATE, 0.8);
        float[] soft = Signals.sine(2 * RATE, 1000, RATE, 0.08);
        float[] out = Measured.compressor("threshold=-30", "knee=0").at(RATE / 2, "link", 20)
                .at(RATE, "link", 100).render(loud, soft)[1];
        double most = 0;
        for (int i = RATE / 4; i < out.length - 1; i++) {
            double step = Math.abs(out[i + 1] / (double) soft[i + 1] - out[i] / (double) soft[i]);
            most = Math.abs(soft[i]) > 0.04 && Math.abs(soft[i + 1]) > 0.04 ? Math.max(most, step) : most;
        }
        assertTrue(most < 2e-3, "the gain steps by " + most);
    }

    @Test
    void wetAndDeltaAddUpToDry() {
        float[][] noise = Signals.whiteChannels(2, RATE, 3, 0.5);
        String[] settings = {"threshold=-30", "attack_ms=1", "lookahead_ms=2"};
        float[][] wet = Measured.compressor(settings).render(noise);
        float[][] delta = Measured.compressor(settings).set("delta=on").render(noise);
        float[][] dry = Measured.compressor(settings).set("ratio=1").render(noise);
        for (int channel = 0; channel < 2; channel++) {
            for (int i = 0; i < RATE; i++) {
                wet[channel][i] += delta[channel][i];
            }
        }
        assertTrue(Residual.between(dry, wet).peakDb() <= -140);
    }

    @ParameterizedTest
    @CsvSource({"down, -20, -15", "limit, -20, -20", "up, -60, 30", "expand, -30, -30", "gate, -21, -80",
        "up, -10, 0", "expand, -10, 0", "down, -40, 0"})
    void directionsActAboveOrBelowTheThreshold(String direction, double levelDb, double gainDb) {
        double level = direction.equals("down") || direction.equals("limit") ? levelDb + 20 : levelDb;
        double gain = Measured.staticGainDb(level, 997, "direction=" + direction, "threshold=-20", "knee=0",
                "ratio=4", "release_ms=50", "attack_ms=5");
        assertEquals(gainDb, gain, Math.abs(gainDb) * 0.015 + 0.05, direction + " at " + level + " dB");
    }

    @Test
    void theRangeBoundsTheReduction() {
        assertEquals(-6, Measured.staticGainDb(0, 997, "threshold=-40", "ratio=10", "range=6"), 0.01);
    }

    @Test
    void theFreeCurvePassesItsPoints() {
        String[] points = {"curve_on=on", "knee=0", "curve_in1=-50", "curve_out1=-40", "curve_in2=-20",
            "curve_out2=-24", "curve_in3=0", "curve_out3=-9", "attack_ms=2"};
        assertEquals(10, Measured.staticGainDb(-60, 997, points), 0.05);
        assertEquals(-4, Measured.staticGainDb(-20, 997, points), 0.05);
        assertEquals(-9, Measured.staticGainDb(0, 997, points), 0.05);
    }

    @Test
    void anExternalKeyDucks() {
        float[] music = Signals.sine(RATE, 300, RATE, 0.5);
        float[] voice = Signals.sine(RATE, 1000, RATE, 0.5);
        for (int i = 0; i < RATE / 2; i++) {
            voice[i] = 0;
        }
        PluginHarness duck = Measured.compressor("sc_external=on", "threshold=-40", "ratio=4", "range=12",
                "attack_ms=5").layout(BusLayout.STEREO.withSidechain(1)).sidechain(voice);
        float[] out = duck.render(music, music)[0];
        assertEquals(0.5, peak(Arrays.copyOf(out, RATE / 2), 0), 1e-6);
        assertEquals(0.5 * Measured.gain(-12), peak(out, RATE * 3 / 4), 1e-4);
    }

    @Test
    void theKeyIsFilteredAndHeardOnRequest() {
        float[] bass = Signals.sine(RATE, 50, RATE, 0.9);
        assertEquals(0.9, peak(Measured.compressor("threshold=-20", "sc_hp_freq=500", "sc_hp_slope=24")
                .render(bass, bass)[0], RATE / 2), 1e-3);
        float[] heard = Measured.compressor("sc_hp_freq=500", "sc_hp_slope=24", "sc_listen=on", "lookahead_ms=5")
                .render(bass, bass)[0];
        assertTrue(peak(heard, RATE / 2) < 0.9 * Measured.gain(-75), "the high pass is not heard");
        float[] sine = Signals.sine(RATE, 1000, RATE, 0.1);
        float[] bell = Measured.compressor("sc_listen=on", "sc_eq3_on=on", "sc_eq3_freq=1000", "sc_eq3_gain=12",
                "sc_eq3_q=1").render(sine, sine)[0];
        assertEquals(12, Measured.db(peak(bell, RATE / 2) / 0.1), 0.05);
        float[] tilted = Measured.compressor("sc_listen=on", "sc_tilt=3")
                .render(Signals.sine(RATE, 4000, RATE, 0.1), sine)[0];
        assertEquals(6, Measured.db(peak(tilted, RATE / 2) / 0.1), 0.2);
    }

    @Test
    void aNegativeLookaheadMakesTheKeyLateAndCostsNoLatency() {
        float[] step = Signals.join(new float[RATE / 2], Signals.sine(RATE / 2, 6000, RATE, 1));
        PluginHarness late = Measured.compressor("threshold=-40", "ratio=100", "attack_ms=0.01", "lookahead_ms=-10");
        float[] out = late.render(step, step)[0];
        for (int i = RATE / 2; i < RATE / 2 + 480; i++) {
            assertEquals(step[i], out[i], 0f, "frame " + i);
        }
        assertTrue(peak(out, RATE / 2 + 520) < 0.1, "the key arrives after 10 ms");
        try (RunningPlugin running = late.open()) {
            assertEquals(0, running.latencyFrames());
        }
    }

    @Test
    void theReleaseFollowsTheTempo() {
        float[] burst = Signals.join(Signals.sine(RATE / 2, 6000, RATE, 1), Signals.sine(RATE, 6000, RATE, 0.01));
        String[] settings = {"threshold=-20", "knee=0", "sync=on", "note=1/8"};
        float[] slow = Measured.compressor(settings).transport(song -> song.tempo(60, 4, 4)).render(burst, burst)[0];
        float[] typed = Measured.compressor("threshold=-20", "knee=0", "release_ms=500").render(burst, burst)[0];
        assertArrayEquals(typed, slow);
    }

    @Test
    void theAutomaticReleaseIsFastAfterAPeakAndSlowAfterAPassage() {
        int afterPeak = recovery(480, "release_mode=auto");
        int afterPassage = recovery(4 * RATE, "release_mode=auto");
        assertTrue(afterPeak < RATE * 0.12, "after a peak: " + afterPeak);
        assertTrue(afterPassage > RATE * 0.8, "after a passage: " + afterPassage);
    }

    private static int recovery(int loud, String... typed) {
        double[] gains = Measured.stepGains(RATE, RATE / 4, loud, 4 * RATE,
                Stream.concat(Stream.of("threshold=-20", "knee=0", "attack_ms=1"), Stream.of(typed))
                    .toArray(String[]::new));
        double deepest = gains[RATE / 4 + loud - 1];
        return Measured.framesTo(gains, RATE / 4 + loud, deepest / StrictMath.E, false);
    }

    @Test
    void adaptiveTimesShortenForSpikyKeys() {
        float[] spikes = new float[2 * RATE];
        for (int i = 0; i < spikes.length; i += RATE / 10) {
            Arrays.fill(spikes, i, i + 50, 0.9f);
        }
        String[] settings = {"threshold=-30", "attack_ms=5", "release_ms=400"};
        float[] fixed = Measured.compressor(settings).render(spikes, spikes)[0];
        float[] adaptive = Measured.compressor(settings).set("release_mode=adaptive").render(spikes, spikes)[0];
        assertTrue(adaptive[RATE + RATE / 2 + 1] > fixed[RATE + RATE / 2 + 1] * 1.2, "has recovered further");
        float[] sine = Signals.sine(RATE, 997, RATE, 0.9);
        float[] same = Measured.compressor(settings).set("release_mode=adaptive").render(sine, sine)[0];
        float[] plain = Measured.compressor(settings).render(sine, sine)[0];
        assertEquals(peak(plain, RATE * 3 / 4), peak(same, RATE * 3 / 4), 1e-3);
    }

    @Test
    void midAndSideHaveGainsAndWetsOfTheirOwn() {
        float[] mid = Signals.sine(RATE, 300, RATE, 0.8);
        float[] side = Signals.sine(RATE, 2000, RATE, 0.01);
        float[][] in = {new float[RATE], new float[RATE]};
        for (int i = 0; i < RATE; i++) {
            in[0][i] = mid[i] + side[i];
            in[1][i] = mid[i] - side[i];
        }
        String[] settings = {"stereo_mode=mid_side", "link=0", "threshold=-20", "knee=0"};
        float[][] out = Measured.compressor(settings).render(in);
        assertEquals(-0.75 * (20 - 1.938), Measured.db(peak(mix(out, 1), RATE / 2) / 0.8), 0.1, "mid");
        assertEquals(0, Measured.db(peak(mix(out, -1), RATE / 2) / 0.01), 0.01, "side");
        float[][] dryMid = Measured.compressor(settings).set("wet_left=0").render(in);
        assertEquals(0, Measured.db(peak(mix(dryMid, 1), RATE / 2) / 0.8), 0.01, "mid, dry");
    }

    private static float[] mix(float[][] stereo, float sign) {
        float[] mixed = new float[stereo[0].length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (stereo[0][i] + sign * stereo[1][i]) / 2;
        }
        return mixed;
    }

    @Test
    void staticMakeupGivesHalfOfWhatAFullScaleToneLoses() {
        assertEquals(-15 + 7.5, Measured.staticGainDb(0, 997, "threshold=-20", "knee=0", "makeup_mode=static"), 0.05);
        assertEquals(7.5 + 3, Measured.staticGainDb(-40, 997, "threshold=-20", "knee=0", "makeup_mode=static",
                "makeup=3"), 0.05);
    }

    @Test
    void punchLetsTransientsPassThatCleanHolds() {
        double[][] gains = new double[2][];
        for (int i = 0; i < 2; i++) {
            gains[i] = Measured.stepGains(RATE, RATE / 4, RATE / 4, 100, "style=" + (i == 0 ? "clean" : "punch"),
                    "threshold=-20", "knee=0", "attack_ms=20");
        }
        int early = RATE / 4 + RATE / 500 + 1;
        assertTrue(gains[1][early] > gains[0][early] / 2, gains[1][early] + " against " + gains[0][early]);
    }

    @Test
    void theMetersShowWhatWasDone() {
        float[] sine = Signals.sine(RATE, 997, RATE, 1);
        try (RunningPlugin running = Measured.compressor("threshold=-20", "knee=0", "output=-6").open()) {
            running.render(sine, sine);
            Compressor compressor = (Compressor) running.plugin();
            assertEquals(15, compressor.gainReduction.read(), 0.05);
            assertEquals(0, compressor.levelIn.read(), 0.05);
            assertEquals(-21, compressor.levelOut.read(), 0.1);
            assertEquals(0, compressor.levelKey.read(), 0.05);
        }
    }

    @Test
    void monoAndEverySideChainWork() {
        for (BusLayout layout : new BusLayout[] {BusLayout.MONO, BusLayout.MONO.withSidechain(1),
            BusLayout.MONO.withSidechain(2), BusLayout.STEREO.withSidechain(1), BusLayout.STEREO.withSidechain(2)}) {
            float[][] noise = Signals.whiteChannels(layout.channels(), RATE / 2, 8, 0.5);
            float[][] side = Signals.whiteChannels(layout.sidechainChannels(), RATE / 2, 9, 0.5);
            float[][] out = Measured.compressor("threshold=-40", "sc_external=on", "link=50").layout(layout)
                    .sidechain(side).render(noise);
            assertTrue(peak(out[0], RATE / 4) < 0.2, layout.toString());
            for (KeySource source : KeySource.values()) {
                assertNotEquals(0, peak(Measured.compressor("source=" + source.name()).layout(layout)
                        .render(noise)[0], 0), source + " in " + layout);
            }
        }
        assertFalse(new Compressor().supports(BusLayout.of(3)));
        assertFalse(new Compressor().supports(BusLayout.STEREO.withSidechain(3)));
    }

    private static double peak(float[] signal, int from) {
        double most = 0;
        for (int i = from; i < signal.length; i++) {
            most = Math.max(most, Math.abs(signal[i]));
        }
        return most;
    }
}
