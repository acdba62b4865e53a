package io.arioso.dsp.delay;

/**
 * Smears sound in time and leaves its spectrum alone: all-passes nested in each other's delays (Gardner, "The virtual
 * acoustic room", 1992), four by default.
 *
 * <p>At gain 0 it delays by {@link #delayFrames}; with gain the sound spreads around that moment, which stays its
 * centre: the phase of an all-pass turns by its order, whatever the gain. One instance serves one channel and one thread.
 */
public final class AllpassDiffuser {
    private static final double[] DEFAULT_MS = {31, 19, 13, 7};
    /** Below this a loop is silent; a dead zone instead of a test keeps the loops vectorised. */
    private static final float SILENCE = 1e-20f;
    private static final int BLOCK = 256;

    private final DelayLine[] lines;
    private final float[][] rows;
    private final int block;
    private final int delayFrames;

    /** Four all-passes of 31, 19, 13 and 7 ms, the longest outside, all times multiplied by {@code size}. */
    public AllpassDiffuser(double sampleRate, double size) {
        this(framesOf(sampleRate, size));
    }

    /** All-passes of these lengths in frames, each 1 or more, the outermost first. */
    public AllpassDiffuser(int... lengths) {
        lines = new DelayLine[lengths.length];
        rows = new float[lengths.length][];
        int shortest = BLOCK;
        int sum = 0;
        for (int i = 0; i < lengths.length; i++) {
            lines[i] = new DelayLine(lengths[i]);
            shortest = Math.min(shortest, lengths[i]);
            sum += lengths[i];
        }
        block = shortest;
        delayFrames = sum;
        for (int i = 0; i < lengths.length; i++) {
            rows[i] = new float[block];
        }
    }

    private static int[] framesOf(double sampleRate, double size) {
        int[] frames = new int[DEFAULT_MS.length];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = Math.max(1, (int) Math.rint(DEFAULT_MS[i] / 1000 * size * sampleRate));
        }
        return frames;
    }

    /** The centre of the smear in frames. */
    public int delayFrames() {
        return delayFrames;
    }

    /**
     * Smears a block in place. [audio-thread]
     *
     * @param gains for each frame of the block, from index 0 on, -1..1 exclusive: 0 only delays, 0.7 is dense
     */
    public void process(float[] x, int at, int frames, float[] gains) {
        for (int done = 0; done < frames; done += block) {
            pass(x, at + done, Math.min(block, frames - done), gains, done);
        }
    }

    /** w = x + g u, y = u - g w, where u is what the inner all-pass makes of w, its length later. */
    private void pass(float[] x, int at, int frames, float[] gains, int gainAt) {
        int innermost = lines.length - 1;
        for (int i = 0; i <= innermost; i++) {
            lines[i].read(lines[i].frames(), rows[i], 0, frames);
        }
        float[] u = rows[innermost];
        for (int i = innermost; i > 0; i--) {
            float[] into = rows[i - 1];
            lattice(into, 0, u, gains, gainAt, frames);
            lines[i].write(into, 0, frames);
            // The row now holds w, and u holds y: the result travels outwards.
        }
        lattice(x, at, u, gains, gainAt, frames);
        lines[0].write(x, at, frames);
        System.arraycopy(u, 0, x, at, frames);
    }

    /** Replaces x by w and u by y. */
    private static void lattice(float[] x, int at, float[] u, float[] gains, int gainAt, int frames) {
        for (int i = 0; i < frames; i++) {
            float g = gains[gainAt + i];
            float w = x[at + i] + g * u[i];
            w -= Math.max(-SILENCE, Math.min(SILENCE, w));
            x[at + i] = w;
            u[i] -= g * w;
        }
    }

    /** Forgets the past. [audio-thread] */
    public void reset() {
        for (DelayLine line : lines) {
            line.reset();
        }
    }
}
