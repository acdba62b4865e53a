package io.arioso.dsp.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LimiterStyleTest {
    private static final double RATE = 48_000;
    private static final double CEILING = Math.pow(10, -1 / 20.0);

    @ParameterizedTest
    @EnumSource
    void noSampleExceedsTheCeilingInAnyStyleAndShape(LimiterStyle style) {
        HotSignals.all(12_000).forEach((name, signal) -> {
            for (AttackShape shape : AttackShape.values()) {
                LookaheadLimiter limiter = limiter(2, 1.5, style, shape, PeakGrid.EIGHT);
                limiter.setLink(0.5);
                limiter.setReleaseLink(1);
                limiter.setRelease(3, shape == AttackShape.SMOOTH);
                float[][] out = run(limiter, 512, signal, reversed(signal));
                assertTrue(Math.max(peak(out[0]), peak(out[1])) <= (float) CEILING, name + ", " + shape);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"PUNCHY, EIGHT", "BUS, EIGHT", "LOUD, EIGHT", "SAFE, EIGHT", "TRANSPARENT, FOUR",
        "TRANSPARENT, SIXTEEN"})
    void independentReadersStayWithinATenthOfADecibelOfTheCeiling(LimiterStyle style, PeakGrid grid) {
        HotSignals.all(8000).forEach((name, signal) -> {
            LookaheadLimiter limiter = limiter(1, 1.5, style, style.attackShape(), grid);
            float[] out = run(limiter, 512, HotSignals.lowPassed(signal))[0];
            assertTrue(overDb(SlowTruePeak.itu(out)) <= 0.1, name + ", ITU: " + overDb(SlowTruePeak.itu(out)));
            assertTrue(overDb(SlowTruePeak.dense(out)) <= 0.1, name + ", 16x: " + overDb(SlowTruePeak.dense(out)));
            limiter.reset();
            double fullBand = overDb(SlowTruePeak.itu(run(limiter, 512, signal)[0]));
            assertTrue(fullBand <= 0.3, name + ", full band, ITU: " + fullBand);
        });
    }

    @ParameterizedTest
    @EnumSource
    void theGainIsAtMostTheRequiredGainAtEveryFrame(LimiterStyle style) {
        for (AttackShape shape : AttackShape.values()) {
            float[] in = Signals.gaussian(10_000, shape.ordinal(), 0.8);
            LookaheadLimiter limiter = limiter(1, 1, style, shape, PeakGrid.SAMPLES);
            float[] out = run(limiter, 100, in)[0];
            assertEquals(48, limiter.latencyFrames());
            for (int i = 0; i + 48 < in.length; i++) {
                double required = Math.min(1, CEILING / Math.abs(in[i]));
                assertTrue(Math.abs(out[i + 48]) <= required * Math.abs(in[i]) * (1 + 6e-8),
                    "seed " + shape.ordinal() + ", " + shape + ", frame " + i);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void belowTheCeilingEveryStyleIsTheSameBitExactDelay(LimiterStyle style) {
        float[] in = HotSignals.lowPassed(Signals.uniform(5000, 5, -0.3f, 0.3f));
        LookaheadLimiter limiter = limiter(1, 1.5, style, style.attackShape(), PeakGrid.EIGHT);
        float[] out = run(limiter, 480, in)[0];
        assertEquals(88, limiter.latencyFrames());
        assertArrayEquals(Arrays.copyOf(in, 5000 - 88), Arrays.copyOfRange(out, 88, 5000));
    }

    @ParameterizedTest
    @EnumSource
    void anyBlockSplitGivesTheSameBitsWhileLinksMove(LimiterStyle style) {
        float[][] whole = automated(style, 1000);
        for (int block : new int[] {1, 7, 64, 480}) {
            assertArrayEquals(whole, automated(style, block), "block " + block);
        }
    }

    @ParameterizedTest
    @EnumSource
    void channelsLinkedAgainShareOneGainExactly(LimiterStyle style) {
        LookaheadLimiter limiter = limiter(2, 1.5, style, style.attackShape(), PeakGrid.EIGHT);
        limiter.setLink(0);
        run(limiter, 512, Signals.gaussian(4000, 41, 1), Signals.gaussian(4000, 42, 0.5));
        limiter.setLink(1);
        float[] same = Signals.gaussian(4000, 43, 1);
        float[][] out = run(limiter, 512, same, same);
        assertArrayEquals(Arrays.copyOfRange(out[0], 300, 4000), Arrays.copyOfRange(out[1], 300, 4000));
    }

    @Test
    void aPunchyGainFallsLaterAndForgetsALoneHitSooner() {
        float[] hit = new float[24_000];
        Arrays.fill(hit, 0.1f);
        Arrays.fill(hit, 6000, 6100, (float) (2 * CEILING));
        LookaheadLimiter transparent = limiter(1, 5, LimiterStyle.TRANSPARENT, AttackShape.SMOOTH, PeakGrid.SAMPLES);
        LookaheadLimiter punchy = limiter(1, 5, LimiterStyle.PUNCHY, AttackShape.SMOOTH, PeakGrid.SAMPLES);
        float[] calm = run(transparent, 512, hit)[0];
        float[] quick = run(punchy, 512, hit)[0];
        int before = 6000 + 240 - 120;
        assertTrue(calm[before] < 0.098f, "transparent has begun: " + calm[before]);
        assertEquals(0.1f, quick[before], 1e-8f, "punchy waits");
        int after = 6100 + 240 + 2400;
        assertTrue(quick[after] > 0.085f && calm[after] < 0.085f, quick[after] + " and " + calm[after]);
    }

    @Test
    void aBusGainRecoversSlowerTheLongerItWasDown() {
        float afterShort = gainAfter(LimiterStyle.BUS, 480);
        float afterLong = gainAfter(LimiterStyle.BUS, 24_000);
        assertTrue(afterLong < afterShort - 0.1f, afterShort + " and " + afterLong);
        assertEquals(gainAfter(LimiterStyle.TRANSPARENT, 480), gainAfter(LimiterStyle.TRANSPARENT, 24_000), 0.01f);
    }

    /** The gain 200 ms after so many loud frames. */
    private static float gainAfter(LimiterStyle style, int loudFrames) {
        float[] in = new float[loudFrames + 12_000];
        Arrays.fill(in, 0.1f);
        Arrays.fill(in, 0, loudFrames, (float) (4 * CEILING));
        LookaheadLimiter limiter = limiter(1, 1, style, style.attackShape(), PeakGrid.SAMPLES);
        return run(limiter, 512, in)[0][loudFrames + 9600] / 0.1f;
    }

    @Test
    void releaseLinkSharesWhatLastsAndLeavesHitsToTheirChannel() {
        float[] quiet = new float[48_000];
        Arrays.fill(quiet, 0.1f);
        float[] loud = quiet.clone();
        Arrays.fill(loud, 2000, 2100, (float) (2 * CEILING));
        Arrays.fill(loud, 24_000, 48_000, (float) (2 * CEILING));
        LookaheadLimiter limiter = limiter(2, 1, LimiterStyle.TRANSPARENT, AttackShape.SMOOTH, PeakGrid.SAMPLES);
        limiter.setLink(0);
        limiter.setRelease(20, false);
        limiter.setReleaseLink(1);
        float[] other = run(limiter, 512, loud, quiet)[1];
        // 100 frames, a hold of 120 and the release after it are short beside 50 ms.
        assertTrue(other[2500] > 0.09f, "after a hit: " + other[2500]);
        assertEquals(0.05f, other[47_000], 0.001f, "after half a second");
    }

    @Test
    void releaseLinkOutOfBoundsIsRefused() {
        LookaheadLimiter limiter = new LookaheadLimiter(RATE, 2, 1);
        assertThrows(IllegalArgumentException.class, () -> limiter.setReleaseLink(-0.1));
    }

    @ParameterizedTest
    @CsvSource({"TRANSPARENT, 1.5, -110", "BUS, 1.5, -110", "SAFE, 1.5, -110", "SAFE, 5, -110", "BUS, 5, -110"})
    void thePureToneStaysPureTwelveDecibelsDown(LimiterStyle style, double lookaheadMs, double limitDb) {
        for (double[] tone : new double[][] {{997, 12, 100}, {50, 6, 200}}) {
            float[] in = Signals.sine(4 * 48_000, tone[0] / RATE, 0.3, CEILING * Math.pow(10, tone[1] / 20));
            LookaheadLimiter limiter = limiter(1, lookaheadMs, style, style.attackShape(), PeakGrid.EIGHT);
            limiter.setRelease(tone[2], false);
            float[] out = run(limiter, 512, in)[0];
            double rest = LookaheadLimiterTest.residualDb(Arrays.copyOfRange(out, 96_000, 192_000), tone[0] / RATE);
            assertTrue(rest < limitDb, tone[0] + " Hz: " + rest + " dB");
        }
    }

    private static float[][] automated(LimiterStyle style, int block) {
        LookaheadLimiter limiter = limiter(2, 1.5, style, style.attackShape(), PeakGrid.EIGHT);
        float[][] out = {Signals.gaussian(16_000, 31, 0.7), Signals.gaussian(16_000, 32, 0.4)};
        double[] links = {1, 0.5, 0, 1, 0.2, 0.2, 1, 1};
        double[] releaseLinks = {1, 1, 0.5, 1, 0, 1, 0, 1};
        for (int at = 0; at < 16_000; ) {
            int part = at / 2000;
            limiter.setLink(links[part]);
            limiter.setReleaseLink(releaseLinks[part]);
            limiter.setRelease(5 + 10 * part, part % 3 == 1);
            int count = Math.min(block, (part + 1) * 2000 - at);
            limiter.process(out, at, count);
            at += count;
        }
        return out;
    }

    private static LookaheadLimiter limiter(int channels, double lookaheadMs, LimiterStyle style, AttackShape shape,
            PeakGrid grid) {
        LookaheadLimiter limiter = new LookaheadLimiter(RATE, channels, lookaheadMs, style, shape, grid);
        limiter.setCeiling(CEILING);
        return limiter;
    }

    private static float[][] run(LookaheadLimiter limiter, int block, float[]... in) {
        float[][] out = new float[in.length][];
        for (int channel = 0; channel < in.length; channel++) {
            out[channel] = in[channel].clone();
        }
        for (int at = 0; at < in[0].length; at += block) {
            limiter.process(out, at, Math.min(block, in[0].length - at));
        }
        return out;
    }

    private static float[] reversed(float[] x) {
        float[] out = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = x[x.length - 1 - i];
        }
        return out;
    }

    private static float peak(float[] x) {
        float peak = 0;
        for (float sample : x) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    private static double overDb(double peak) {
        return 20 * Math.log10(peak / CEILING);
    }
}
