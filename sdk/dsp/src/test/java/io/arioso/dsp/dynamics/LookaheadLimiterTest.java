package io.arioso.dsp.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookaheadLimiterTest {
    private static final double RATE = 48_000;
    private static final double CEILING = Math.pow(10, -1 / 20.0);

    @ParameterizedTest
    @CsvSource({"1.5, true, 1", "1.5, false, 1", "0, true, 1", "0, false, 0", "5, true, 0.5", "20, true, 0",
        "0.1, false, 0.3"})
    void noSampleEverExceedsTheCeiling(double lookaheadMs, boolean truePeak, double link) {
        float ceiling = (float) CEILING;
        HotSignals.all(24_000).forEach((name, signal) -> {
            LookaheadLimiter limiter = limiter(2, lookaheadMs, truePeak);
            limiter.setLink(link);
            limiter.setRelease(3, false);
            float[][] out = run(limiter, new float[][] {signal, backwards(signal)}, 512);
            for (float[] channel : out) {
                assertTrue(peak(channel) <= ceiling, name + ": " + peak(channel) + " > " + ceiling);
            }
        });
    }

    @Test
    void independentTruePeakReadersStayWithinATenthOfADecibelOfTheCeiling() {
        HotSignals.all(24_000).forEach((name, signal) -> {
            float[] limited = HotSignals.lowPassed(signal);
            LookaheadLimiter limiter = limiter(1, 1.5, true);
            float[] out = run(limiter, new float[][] {limited}, 512)[0];
            assertTrue(decibels(SlowTruePeak.itu(out) / CEILING) <= 0.1, name + ", ITU reader: "
                    + decibels(SlowTruePeak.itu(out) / CEILING));
            assertTrue(decibels(SlowTruePeak.dense(out) / CEILING) <= 0.1, name + ", 16x reader: "
                    + decibels(SlowTruePeak.dense(out) / CEILING));
        });
    }

    @Test
    void theStandardsReaderAllowsFullBandNoiseToo() {
        HotSignals.all(24_000).forEach((name, signal) -> {
            float[] out = run(limiter(1, 1.5, true), new float[][] {signal}, 512)[0];
            double over = decibels(SlowTruePeak.itu(out) / CEILING);
            assertTrue(over <= 0.3, name + ": " + over + " dB over");
        });
    }

    @ParameterizedTest
    @CsvSource({"997, 12, 100, -110", "50, 6, 200, -110", "40, 6, 1, -110",
        "120, 12, 20, -110", "5000, 6, 5, -100"})
    void tonesStayClean(double frequency, double reductionDb, double releaseMs, double limitDb) {
        int frames = 4 * 48_000;
        float[] in = Signals.sine(frames, frequency / RATE, 0.3, CEILING * Math.pow(10, reductionDb / 20));
        LookaheadLimiter limiter = limiter(1, 1.5, true);
        limiter.setRelease(releaseMs, false);
        float[] out = run(limiter, new float[][] {in}, 512)[0];
        double distortion = residualDb(Arrays.copyOfRange(out, 2 * 48_000, frames), frequency / RATE);
        assertTrue(distortion < limitDb, frequency + " Hz: THD+N " + distortion + " dB");
    }

    @ParameterizedTest
    @ValueSource(doubles = {44_100, 48_000, 96_000, 192_000})
    void belowTheCeilingTheOutputIsTheInputLaterBitForBit(double rate) {
        float[] in = Signals.uniform(20_000, 5, -0.3f, 0.3f);
        float[] low = HotSignals.lowPassed(in);
        LookaheadLimiter limiter = new LookaheadLimiter(rate, 1, 1.5);
        limiter.setCeiling(CEILING);
        float[] out = run(limiter, new float[][] {low}, 480)[0];
        int latency = limiter.latencyFrames();
        assertEquals((int) Math.rint(0.0015 * rate) + 16, latency);
        assertArrayEquals(Arrays.copyOf(low, in.length - latency), Arrays.copyOfRange(out, latency, out.length));
        assertEquals(1f, limiter.takeLeastGain());
    }

    @Test
    void samplesExactlyAtTheCeilingPassUntouchedInSamplePeakMode() {
        float[] in = Signals.uniform(5000, 6, -1, 1);
        for (int i = 0; i < in.length; i++) {
            in[i] = Math.signum(in[i]);
        }
        LookaheadLimiter limiter = limiter(1, 1.5, false);
        limiter.setCeiling(1);
        float[] out = run(limiter, new float[][] {in}, 512)[0];
        int latency = limiter.latencyFrames();
        assertArrayEquals(Arrays.copyOf(in, 4000), Arrays.copyOfRange(out, latency, latency + 4000));
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 100, 500})
    void sixtyThreePercentOfTheGainAreBackAfterTheReleaseTime(double releaseMs) {
        int loud = 24_000;
        float[] in = new float[loud + (int) (RATE * releaseMs / 1000 * 3)];
        Arrays.fill(in, 0, loud, (float) (4 * CEILING));
        Arrays.fill(in, loud, in.length, 0.01f);
        LookaheadLimiter limiter = limiter(1, 1.5, false);
        limiter.setRelease(releaseMs, false);
        float[] out = run(limiter, new float[][] {in}, 512)[0];
        int latency = limiter.latencyFrames();
        int at = loud;
        while (out[at + latency] / 0.01 < 1 - 0.75 * Math.exp(-1)) {
            at++;
        }
        // The last peak takes a lookahead to leave the minimum and, on average, half of one to leave the smoother;
        // seen from the delayed sound the release starts half a lookahead late.
        double expected = releaseMs * RATE / 1000 + 0.5 * (latency - 16);
        assertEquals(expected, at - loud, 0.02 * releaseMs * RATE / 1000);
    }

    @Test
    void theGainIsAtMostTheRequiredGainAtEveryFrame() {
        for (long seed = 1; seed <= 10; seed++) {
            float[] in = Signals.gaussian(10_000, seed, 0.8);
            LookaheadLimiter limiter = limiter(1, 0.2 * seed, false);
            limiter.setRelease(seed, seed % 2 == 0);
            float[] out = run(limiter, new float[][] {in}, 100)[0];
            int latency = limiter.latencyFrames();
            for (int i = 0; i + latency < in.length; i++) {
                double required = Math.min(1, CEILING / Math.abs(in[i]));
                assertTrue(Math.abs(out[i + latency]) <= required * Math.abs(in[i]) * (1 + 6e-8),
                        "seed " + seed + ", frame " + i);
            }
        }
    }

    @Test
    void fullyLinkedChannelsGetOneGainAndUnlinkedOnesTheirOwn() {
        float[] loud = Signals.gaussian(20_000, 1, 1);
        float[] quiet = new float[20_000];
        Arrays.fill(quiet, 0.25f);
        LookaheadLimiter linked = limiter(3, 1.5, true);
        float[][] out = run(linked, new float[][] {loud, quiet, quiet}, 512);
        assertArrayEquals(out[1], out[2]);
        assertTrue(out[1][10_000] < 0.2, "linked: " + out[1][10_000]);

        LookaheadLimiter unlinked = limiter(2, 1.5, true);
        unlinked.setLink(0);
        assertEquals(0.25f, run(unlinked, new float[][] {loud, quiet}, 512)[1][10_000]);

        LookaheadLimiter half = limiter(2, 1.5, true);
        half.setLink(0.5);
        float between = run(half, new float[][] {loud, quiet}, 512)[1][10_000];
        assertTrue(between > out[1][10_000] && between < 0.25f, "half linked: " + between);
    }

    @Test
    void anyBlockSplitGivesTheSameBitsWhileEverythingIsAutomated() {
        float[][] in = {Signals.gaussian(40_000, 31, 0.7), Signals.gaussian(40_000, 32, 0.4)};
        float[][] whole = automated(in, 1000);
        for (int block : new int[] {1, 7, 64, 480, 500}) {
            float[][] split = automated(in, block);
            assertArrayEquals(whole[0], split[0], "block " + block);
            assertArrayEquals(whole[1], split[1], "block " + block);
        }
        assertTrue(Math.max(peak(whole[0]), peak(whole[1])) <= 1);
    }

    @Test
    void aCeilingThatFallsOntoTheSoundGivesTheSameBitsForAnyBlocks() {
        float[] tone = Signals.sine(6000, 300 / RATE, 0, 0.45);
        float[] ceilings = new float[6000];
        for (int i = 0; i < ceilings.length; i++) {
            ceilings[i] = 0.9f - 0.42f * Math.min(1, i / 2000f);
        }
        float[] whole = tone.clone();
        limiter(1, 1.5, true).process(new float[][] {whole}, 0, 6000, ceilings);
        for (int block : new int[] {1, 7, 64, 480}) {
            float[] split = tone.clone();
            LookaheadLimiter limiter = limiter(1, 1.5, true);
            for (int at = 0; at < 6000; at += block) {
                int count = Math.min(block, 6000 - at);
                limiter.process(new float[][] {split}, at, count, Arrays.copyOfRange(ceilings, at, at + count));
            }
            assertArrayEquals(whole, split, "block " + block);
            assertEquals(1f, limiter.takeLeastGain(), "a gain that nothing asked for");
        }
    }

    @Test
    void aMovingCeilingThatStandsStillEqualsASteadyOne() {
        float[] noise = Signals.gaussian(5000, 12, 1);
        float[] steady = run(limiter(1, 1.5, true), new float[][] {noise}, 512)[0];
        float[] ceilings = new float[5000];
        Arrays.fill(ceilings, (float) CEILING);
        float[] moving = noise.clone();
        limiter(1, 1.5, true).process(new float[][] {moving}, 0, 5000, ceilings);
        assertArrayEquals(steady, moving);
    }

    @Test
    void channelsLinkedAgainShareOneGainExactly() {
        LookaheadLimiter limiter = limiter(2, 1.5, true);
        limiter.setLink(0);
        float[] loud = Signals.gaussian(4000, 41, 1);
        float[] soft = Signals.gaussian(4000, 42, 0.5);
        run(limiter, new float[][] {loud, soft}, 512);
        limiter.setLink(1);
        float[] ramp = Signals.gaussian(4000, 43, 1);
        float[][] out = run(limiter, new float[][] {ramp, ramp}, 512);
        int settled = 2 * limiter.latencyFrames();
        assertArrayEquals(Arrays.copyOfRange(out[0], settled, 4000), Arrays.copyOfRange(out[1], settled, 4000));
    }

    @Test
    void switchingBetweenTrueAndSamplePeaksKeepsLatencyAndCeiling() {
        LookaheadLimiter limiter = limiter(1, 1.5, true);
        float[] in = Signals.gaussian(48_000, 8, 0.8);
        float[] out = in.clone();
        for (int at = 0; at < in.length; at += 480) {
            limiter.setTruePeak(at / 480 % 3 != 0);
            limiter.process(new float[][] {out}, at, 480);
            assertTrue(limiter.takeLeastGain() > 0.1, "gain at frame " + at);
        }
        assertTrue(peak(out) <= (float) CEILING);
    }

    @Test
    void badInputBecomesSilenceAndIsForgotten() {
        float[] bad = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e30f, -Float.MAX_VALUE, 1e19f};
        LookaheadLimiter limiter = limiter(1, 1.5, true);
        limiter.setRelease(5, false);
        float[] in = Signals.sine(30_000, 0.01, 0, 0.5);
        for (int i = 0; i < 600; i++) {
            in[1000 + i] = bad[i % bad.length];
        }
        float[] out = run(limiter, new float[][] {in}, 512)[0];
        int latency = limiter.latencyFrames();
        for (int i = 0; i < out.length; i++) {
            assertTrue(Math.abs(out[i]) <= (float) CEILING, "frame " + i + ": " + out[i]);
        }
        assertArrayEquals(Arrays.copyOfRange(in, 20_000, 25_000),
                Arrays.copyOfRange(out, 20_000 + latency, 25_000 + latency));
    }

    @Test
    void silenceAfterNoiseIsExactlyZeroAndResetForgets() {
        LookaheadLimiter limiter = limiter(1, 1.5, true);
        float[] noise = Signals.gaussian(9000, 2, 1);
        float[] first = run(limiter, new float[][] {noise}, 512)[0];
        float[] silence = run(limiter, new float[][] {new float[2000]}, 512)[0];
        for (int i = limiter.latencyFrames(); i < silence.length; i++) {
            assertEquals(0f, silence[i], 0f);
        }
        limiter.reset();
        assertArrayEquals(first, run(limiter, new float[][] {noise}, 512)[0]);
    }

    @Test
    void settingsOutOfBoundsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LookaheadLimiter(48_000, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new LookaheadLimiter(48_000, 2, 20.1));
        LookaheadLimiter limiter = limiter(1, 1, true);
        assertThrows(IllegalArgumentException.class, () -> limiter.setCeiling(0));
        assertThrows(IllegalArgumentException.class, () -> limiter.setLink(1.1));
    }

    private static LookaheadLimiter limiter(int channels, double lookaheadMs, boolean truePeak) {
        LookaheadLimiter limiter = new LookaheadLimiter(RATE, channels, lookaheadMs);
        limiter.setCeiling(CEILING);
        limiter.setTruePeak(truePeak);
        return limiter;
    }

    /** Changes every setting each 2000 frames, whatever the block. */
    private static float[][] automated(float[][] in, int block) {
        double[] links = {1, 1, 0.4, 1, 0, 0.7, 1, 1};
        LookaheadLimiter limiter = limiter(2, 1.5, true);
        float[][] out = {in[0].clone(), in[1].clone()};
        int frames = in[0].length;
        for (int at = 0; at < frames; ) {
            int part = at / 2000;
            limiter.setLink(links[part % links.length]);
            limiter.setTruePeak(part % 3 != 1);
            limiter.setRelease(5 + 10 * part, part % 2 == 1);
            limiter.setCeiling(part % 5 == 0 ? 0.5 : 0.9);
            int count = Math.min(block, (part + 1) * 2000 - at);
            limiter.process(out, at, count);
            at += count;
        }
        return out;
    }

    private static float[][] run(LookaheadLimiter limiter, float[][] in, int block) {
        float[][] out = new float[in.length][];
        for (int channel = 0; channel < in.length; channel++) {
            out[channel] = in[channel].clone();
        }
        for (int at = 0; at < in[0].length; at += block) {
            limiter.process(out, at, Math.min(block, in[0].length - at));
        }
        return out;
    }

    /** What is left of {@code x} after its best-fitting sine of a known frequency, relative to it. */
    static double residualDb(float[] x, double frequency) {
        double[][] basis = new double[2][x.length];
        double[] gram = new double[3];
        double[] right = new double[2];
        double power = 0;
        for (int i = 0; i < x.length; i++) {
            double c = Math.cos(2 * Math.PI * frequency * i);
            double s = Math.sin(2 * Math.PI * frequency * i);
            basis[0][i] = c;
            basis[1][i] = s;
            gram[0] += c * c;
            gram[1] += c * s;
            gram[2] += s * s;
            right[0] += c * x[i];
            right[1] += s * x[i];
            power += (double) x[i] * x[i];
        }
        double determinant = gram[0] * gram[2] - gram[1] * gram[1];
        double a = (right[0] * gram[2] - right[1] * gram[1]) / determinant;
        double b = (right[1] * gram[0] - right[0] * gram[1]) / determinant;
        double rest = 0;
        for (int i = 0; i < x.length; i++) {
            double error = x[i] - a * basis[0][i] - b * basis[1][i];
            rest += error * error;
        }
        return 10 * Math.log10(rest / power);
    }

    private static float[] backwards(float[] x) {
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

    private static double decibels(double gain) {
        return 20 * Math.log10(gain);
    }
}
