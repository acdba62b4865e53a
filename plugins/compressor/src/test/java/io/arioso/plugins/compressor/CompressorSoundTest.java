package io.arioso.plugins.compressor;

import static io.arioso.plugins.compressor.Measured.PART;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.dsp.meter.LoudnessMeter;
import io.arioso.testkit.analysis.Aliasing;
import io.arioso.testkit.signal.Signals;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The labels against the sound: curve, times, distortion. */
class CompressorSoundTest {

    @ParameterizedTest
    @CsvSource({"envelope, 0.05", "rms, 0.05", "rms_smooth, 0.05", "peak, 0.1", "true_peak, 0.1"})
    void theStaticCurveIsTheTextbooks(String detector, double boundDb) {
        for (double ratio : new double[] {1.5, 4, 100}) {
            for (double knee : new double[] {0, 30}) {
                for (double level = -80; level <= 6; level += 21.5) {
                    double gain = Measured.staticGainDb(level, 997, "detector=" + detector, "threshold=-40",
                            "ratio=" + ratio, "knee=" + knee, "release_ms=400");
                    double expected = textbook(level, -40, ratio, knee) - level;
                    assertEquals(expected, gain, boundDb,
                            detector + " at " + level + " dB, ratio " + ratio + ", knee " + knee);
                }
            }
        }
    }

    private static double textbook(double x, double t, double ratio, double w) {
        if (2 * (x - t) < -w) {
            return x;
        }
        if (w > 0 && 2 * Math.abs(x - t) <= w) {
            return x + (1 / ratio - 1) * (x - t + w / 2) * (x - t + w / 2) / (2 * w);
        }
        return t + (x - t) / ratio;
    }

    @ParameterizedTest
    @CsvSource({"clean, 44100, 10, 100", "clean, 48000, 10, 100", "clean, 96000, 30, 250", "clean, 192000, 5, 100",
        "bus, 48000, 10, 200", "opto, 48000, 10, 100", "punch, 48000, 20, 400"})
    void attackAndReleaseTakeTheTimesOnTheirLabels(String style, int rate, double attackMs, double releaseMs) {
        double[] gains = Measured.stepGains(rate, rate / 4, rate / 2, rate, "style=" + style, "threshold=-20",
                "ratio=4", "knee=0", "attack_ms=" + attackMs, "release_ms=" + releaseMs);
        double settled = gains[3 * rate / 4 - 1];
        assertEquals(-15, settled, 0.05);
        int attack = Measured.framesTo(gains, rate / 4, settled * PART, true);
        int release = Measured.framesTo(gains, 3 * rate / 4, settled * (1 - PART), false);
        assertEquals(attackMs * rate / 1000, attack, 2 + 0.02 * attackMs * rate / 1000, "attack");
        if (!style.equals("opto")) {
            assertEquals(releaseMs * rate / 1000, release, 2 + 0.02 * releaseMs * rate / 1000, "release");
        }
    }

    @Test
    void aHoldDelaysTheReleaseByExactlyItsTime() {
        int[] frames = new int[2];
        for (int i = 0; i < 2; i++) {
            double[] gains = Measured.stepGains(48_000, 12_000, 24_000, 24_000, "threshold=-20", "knee=0",
                    "detector=peak", "hold_ms=" + 20 * i);
            frames[i] = Measured.framesTo(gains, 36_000, -15 * (1 - PART), false);
        }
        assertEquals(960, frames[1] - frames[0], 1);
    }

    @ParameterizedTest
    @CsvSource({"50, 10, 100, -80", "100, 10, 100, -95", "1000, 10, 100, -108", "7001, 10, 100, -110",
        "50, 1, 30, -70", "100, 1, 30, -83", "1000, 1, 30, -97", "7001, 1, 30, -105"})
    void theEnvelopeDetectorKeepsTonesClean(double hertz, double attackMs, double releaseMs, double boundDb) {
        double thd = Measured.thdDb(hertz, "attack_ms=" + attackMs, "release_ms=" + releaseMs);
        assertTrue(thd <= boundDb, hertz + " Hz: " + thd + " dB is above " + boundDb);
    }

    @Test
    void theOversampledClipDoesNotFoldBack() {
        float[] sine = Signals.sine((1 << 17) + 4096, 9997, 48_000, 1);
        float[] out = Measured.compressor("ratio=1", "clip_on=on", "clip_drive=6", "oversampling=4x")
                .render(sine, sine)[0];
        double folded = Aliasing.db(out, 9997, 48_000);
        assertTrue(folded <= -80, "folded back: " + folded + " dB");
        double peak = 0;
        for (float sample : out) {
            peak = Math.max(peak, Math.abs(sample));
        }
        assertTrue(peak > 0.8 && peak < 1.06, "peak " + peak);
    }

    @Test
    void aLookaheadAsLongAsTheAttackLeavesNoOvershoot() {
        int latency = 240;
        float[] tone = Signals.sine(48_000, 6000, 48_000, 1);
        for (int i = 0; i < 24_000; i++) {
            tone[i] *= 0.01f;
        }
        float[] out = Measured.compressor("threshold=-20", "knee=0", "attack_ms=5", "lookahead_ms=5")
                .render(tone, tone)[0];
        double loudest = 0;
        for (int i = 24_000 + latency; i < 30_000; i++) {
            loudest = Math.max(loudest, Math.abs(out[i]));
        }
        double settled = 0;
        for (int i = 40_000; i < 48_000; i++) {
            settled = Math.max(settled, Math.abs(out[i]));
        }
        double overshootDb = Measured.db(loudest / settled);
        assertTrue(overshootDb <= 0.1 && overshootDb > -0.5, "overshoot " + overshootDb + " dB");
    }

    @Test
    void loudnessMakeupGivesBackWhatWasLost() {
        float[] left = Signals.pink(10 * 48_000, 5, 0.4);
        float[] right = Signals.pink(10 * 48_000, 6, 0.4);
        for (int i = 0; i < left.length; i++) {
            float beat = 0.3f + 0.7f * (float) StrictMath.exp(-(i % 24_000) / 6000.0);
            left[i] *= beat;
            right[i] *= beat;
        }
        float[][] out = Measured.compressor("threshold=-30", "ratio=4", "makeup_mode=loudness").render(left, right);
        assertEquals(loudness(left, right), loudness(out[0], out[1]), 0.5);
        float[][] plain = Measured.compressor("threshold=-30", "ratio=4").render(left, right);
        assertTrue(loudness(plain[0], plain[1]) < loudness(left, right) - 3, "nothing was lost");
    }

    private static double loudness(float[] left, float[] right) {
        LoudnessMeter meter = new LoudnessMeter(48_000, 2);
        int from = 4 * 48_000;
        float[][] late = {Arrays.copyOfRange(left, from, left.length),
            Arrays.copyOfRange(right, from, right.length)};
        meter.process(late, 0, late[0].length);
        return meter.integratedLufs();
    }
}
