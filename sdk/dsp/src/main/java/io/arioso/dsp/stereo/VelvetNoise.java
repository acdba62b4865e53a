package io.arioso.dsp.stereo;

import java.util.Arrays;
import java.util.Random;

/**
 * A sparse filter of decaying random pulses of both signs that smears a sound in time and hardly colours it: its output
 * is unrelated to its input (B. Alary, A. Politis, V. Välimäki, "Velvet-noise decorrelator", DAFx 2017; S. Schlecht
 * et al., "Optimized velvet-noise decorrelator", DAFx 2018).
 *
 * <p>Time is cut into equal slots; each holds one pulse at a random place, of random sign. A seed gives the same places
 * in seconds at every sample rate. The energy of all pulses is 1. No allocation after construction; not thread-safe.
 */
public final class VelvetNoise {
    private static final int CHUNK = 256;
    private static final int CHUNKS_BETWEEN_MOVES = 8;

    private final int[] delays;
    private final float[] gains;
    private final int memory;
    private final float[] history;
    private final float[][] rows = new float[4][CHUNK];
    private final float[] sum = new float[CHUNK];
    private int end;

    /**
     * A filter. [main-thread]
     *
     * @param sampleRate      above 0
     * @param seconds         length, above 0
     * @param pulsesPerSecond above 0 and at most the sample rate
     * @param decayDb         how far the gain falls over the length, 0 or more decibels
     * @param seed            of the places and signs
     */
    public VelvetNoise(double sampleRate, double seconds, double pulsesPerSecond, double decayDb, long seed) {
        require(sampleRate > 0, "sample rate", sampleRate, "Hz is not above 0");
        require(seconds > 0 && seconds <= 1, "length", seconds, "s is outside 0..1 s");
        require(pulsesPerSecond > 0 && pulsesPerSecond <= sampleRate, "density", pulsesPerSecond,
                "pulses a second is outside 0..sample rate");
        require(decayDb >= 0 && decayDb < Double.POSITIVE_INFINITY, "decay", decayDb, "dB is below 0");
        int pulses = (int) Math.max(1, StrictMath.rint(seconds * pulsesPerSecond));
        delays = new int[pulses];
        gains = new float[pulses];
        Random random = new Random(seed);
        double energy = 0;
        double[] heights = new double[pulses];
        for (int i = 0; i < pulses; i++) {
            double place = (i + random.nextDouble()) / pulses;
            delays[i] = (int) (place * seconds * sampleRate);
            heights[i] = (random.nextBoolean() ? 1 : -1) * StrictMath.pow(10, -decayDb * place / 20);
            energy += heights[i] * heights[i];
        }
        for (int i = 0; i < pulses; i++) {
            gains[i] = (float) (heights[i] / Math.sqrt(energy));
        }
        memory = delays[pulses - 1];
        history = new float[memory + CHUNKS_BETWEEN_MOVES * CHUNK];
        reset();
    }

    private static void require(boolean right, String name, double value, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(name + ": " + value + " " + otherwise);
        }
    }

    /** Number of pulses. */
    public int pulses() {
        return delays.length;
    }

    /** Where a pulse is, in frames, rising with its index. */
    public int delayFrames(int pulse) {
        return delays[pulse];
    }

    /** Gain of a pulse with its sign. */
    public float gain(int pulse) {
        return gains[pulse];
    }

    /** Forgets all sound. */
    public void reset() {
        Arrays.fill(history, 0);
        end = memory;
    }

    /** Filters a block; {@code in} and {@code out} may be one array. [audio-thread] */
    public void process(float[] in, int inOffset, float[] out, int outOffset, int frames) {
        for (int done = 0; done < frames; ) {
            int count = Math.min(CHUNK, frames - done);
            remember(in, inOffset + done, count);
            Arrays.fill(sum, 0, count, 0);
            addPulses(end - count, count);
            System.arraycopy(sum, 0, out, outOffset + done, count);
            done += count;
        }
    }

    /** Takes a block in without making an output: nearly free, and the next output is as if all had been made. */
    public void skip(float[] in, int inOffset, int frames) {
        for (int done = 0; done < frames; ) {
            int count = Math.min(CHUNK, frames - done);
            remember(in, inOffset + done, count);
            done += count;
        }
    }

    private void remember(float[] in, int offset, int count) {
        if (end + count > history.length) {
            System.arraycopy(history, end - memory, history, 0, memory);
            end = memory;
        }
        System.arraycopy(in, offset, history, end, count);
        end += count;
    }

    /** Four pulses a pass, each from a copy of its own: only loops that read at one index become vector code. */
    private void addPulses(int from, int count) {
        int pulse = 0;
        for (; pulse + 4 <= delays.length; pulse += 4) {
            for (int row = 0; row < 4; row++) {
                System.arraycopy(history, from - delays[pulse + row], rows[row], 0, count);
            }
            addFour(sum, rows[0], gains[pulse], rows[1], gains[pulse + 1], rows[2], gains[pulse + 2], rows[3],
                    gains[pulse + 3], count);
        }
        for (; pulse < delays.length; pulse++) {
            System.arraycopy(history, from - delays[pulse], rows[0], 0, count);
            addOne(sum, rows[0], gains[pulse], count);
        }
    }

    private static void addFour(float[] sum, float[] a, float ga, float[] b, float gb, float[] c, float gc, float[] d,
                                float gd, int count) {
        for (int i = 0; i < count; i++) {
            sum[i] = sum[i] + ga * a[i] + gb * b[i] + gc * c[i] + gd * d[i];
        }
    }

    private static void addOne(float[] sum, float[] a, float ga, int count) {
        for (int i = 0; i < count; i++) {
            sum[i] = sum[i] + ga * a[i];
        }
    }
}
