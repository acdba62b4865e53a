package io.arioso.dsp.dither;

import java.util.Arrays;

/**
 * Rounds one channel to an n-bit grid, with dither and noise shaping.
 *
 * <p>The output stays float, but every sample is a whole multiple of {@code 2^(1 - bits)} from -1 to one step
 * below 1, so writing it as n-bit integers is lossless; NaN becomes 0. The noise comes from a seeded generator: equal
 * seeds give equal bits, and channels want different seeds. Everything is per sample, so no split into blocks changes
 * a bit. One instance serves one channel and one thread.
 */
public final class Quantizer {
    /** Exact zeros in a row after which automatic blanking falls silent. */
    public static final int BLANK_AFTER_FRAMES = 256;

    /** A clipped sample's error is no rounding error; feeding more than this back would only ring. */
    private static final double MAX_ERROR_STEPS = 4;

    private final double steps;
    private final boolean dithered;
    private final double[] feedback;
    private final double[] errors;
    private final long seed;
    private final boolean autoBlank;
    private long random;
    private int zeros;

    /**
     * A quantizer with its noise at the start.
     *
     * @param bits      word length, 8 to 24
     * @param dither    kind of dither and shaping
     * @param seed      start of the noise generator, any value
     * @param autoBlank whether digital silence stays silent: after {@link #BLANK_AFTER_FRAMES} exact zeros the output
     *                  is exact zeros too, until the next sample that is not
     */
    public Quantizer(int bits, Dither dither, long seed, boolean autoBlank) {
        if (bits < 8 || bits > 24) {
            throw new IllegalArgumentException("quantizer: " + bits + " bits is outside 8..24");
        }
        this.steps = 1 << (bits - 1);
        this.dithered = dither.dithered();
        this.feedback = dither.feedback();
        this.errors = new double[feedback.length];
        this.seed = seed;
        this.autoBlank = autoBlank;
        reset();
    }

    /** Rounds {@code audio[0..frames)} in place. [audio-thread] */
    public void process(float[] audio, int frames) {
        process(audio, 0, frames);
    }

    /** Rounds {@code audio[from..from + frames)} in place. [audio-thread] */
    public void process(float[] audio, int from, int frames) {
        double toSteps = steps;
        double toSamples = 1 / toSteps;
        double top = toSteps - 1;
        int run = zeros;
        for (int i = from; i < from + frames; i++) {
            float sample = audio[i];
            run = sample == 0 ? Math.min(run + 1, BLANK_AFTER_FRAMES) : 0;
            // The generator runs on in blanked silence: the noise of a frame depends on its position alone.
            double noise = nextTriangular();
            if (autoBlank && run == BLANK_AFTER_FRAMES) {
                Arrays.fill(errors, 0);
                audio[i] = 0f;
                continue;
            }
            double wanted = sample * toSteps - shapedError();
            double rounded = Math.rint(wanted + noise);
            keepError(rounded - wanted);
            double level = Math.max(-toSteps, Math.min(top, rounded));
            // Adding 0 turns -0 into 0; NaN is no level and becomes silence.
            audio[i] = level == level ? (float) (level * toSamples + 0.0) : 0f;
        }
        zeros = run;
    }

    private double shapedError() {
        double sum = 0;
        for (int k = 0; k < feedback.length; k++) {
            sum += feedback[k] * errors[k];
        }
        return sum;
    }

    private void keepError(double error) {
        if (errors.length == 0) {
            return;
        }
        for (int k = errors.length - 1; k > 0; k--) {
            errors[k] = errors[k - 1];
        }
        // NaN compares as false and becomes 0.
        errors[0] = error >= -MAX_ERROR_STEPS && error <= MAX_ERROR_STEPS ? error : 0;
    }

    /** The sum of two independent uniform numbers of -1/2..1/2, in steps; 0 without dither. */
    private double nextTriangular() {
        if (!dithered) {
            return 0;
        }
        // SplitMix64 (Steele, Lea, Flood 2014); its two halves are independent enough to be two numbers.
        random += 0x9E3779B97F4A7C15L;
        long z = (random ^ (random >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return ((z >> 32) + (double) (int) z + 1) * 0x1p-32;
    }

    /** Starts noise and shaping over, so that the same input gives the same bits again. [audio-thread] */
    public void reset() {
        Arrays.fill(errors, 0);
        random = seed;
        zeros = 0;
    }
}
