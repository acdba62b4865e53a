package io.arioso.dsp.dynamics;

import java.util.Arrays;

/**
 * Smooths a gain between 0 and 1 by two moving averages in a row, and never exceeds the window's largest value.
 *
 * <p>After a {@link SlidingMinimum} of the same support the smoothed gain is at most the gain required at every frame
 * of the window, so a limiter built from the two cannot overshoot. Lengths 0.5822 and 0.4178 of the support come from
 * Signalsmith's box stack: the two spectra's side lobes fill each other's zeros.
 *
 * <p>Values are rounded down to multiples of 2^-29. Sums of such numbers are exact in double up to the longest support,
 * so there is no drift to correct, a constant 1 stays exactly 1, and no split into blocks changes a bit.
 * One instance serves one stream and one thread.
 */
public final class BoxSmoother {
    /** The longest support whose sums of sums stay exact: the two lengths' product is at most 2^24. */
    public static final int MAX_SUPPORT_FRAMES = 8192;

    private static final double FIRST_SHARE = 0.5822;
    /** Adding and taking away 1.5 * 2^52 quanta rounds to whole ones; with half a quantum less, it rounds down. */
    private static final double ROUND = 0x1.8p23;
    private static final double HALF_QUANTUM = 0x1p-30;

    private final double[] values;
    private final double[] averages;
    private final double scale;
    private int valueAt;
    private int averageAt;
    private double valueSum;
    private double averageSum;

    /** Averages over {@code supportFrames}, 1 (no smoothing) to {@link #MAX_SUPPORT_FRAMES}, starting out full of 1. */
    public BoxSmoother(int supportFrames) {
        if (supportFrames < 1 || supportFrames > MAX_SUPPORT_FRAMES) {
            throw new IllegalArgumentException("box smoother support: " + supportFrames + " frames is outside 1.."
                    + MAX_SUPPORT_FRAMES);
        }
        int first = (int) StrictMath.rint(FIRST_SHARE * (supportFrames + 1));
        this.values = new double[Math.max(1, Math.min(first, supportFrames))];
        this.averages = new double[supportFrames + 1 - values.length];
        this.scale = 1.0 / ((double) values.length * averages.length);
        reset();
    }

    /** Frames that one output value is made of. */
    public int supportFrames() {
        return values.length + averages.length - 1;
    }

    /** Replaces each value in {@code gain[0..frames)} by the smoothed one. [audio-thread] */
    public void process(float[] gain, int frames) {
        for (int done = 0; done < frames; ) {
            int toWrap = Math.min(values.length - valueAt, averages.length - averageAt);
            int count = Math.min(frames - done, toWrap);
            processWithinRings(gain, done, count);
            done += count;
        }
    }

    private void processWithinRings(float[] gain, int from, int count) {
        double[] first = values;
        double[] second = averages;
        int a = valueAt;
        int b = averageAt;
        double sumA = valueSum;
        double sumB = averageSum;
        for (int i = from; i < from + count; i++, a++, b++) {
            double value = (gain[i] - HALF_QUANTUM + ROUND) - ROUND;
            sumA += value - first[a];
            first[a] = value;
            sumB += sumA - second[b];
            second[b] = sumA;
            gain[i] = (float) (sumB * scale);
        }
        valueAt = a == first.length ? 0 : a;
        averageAt = b == second.length ? 0 : b;
        valueSum = sumA;
        averageSum = sumB;
    }

    /** Takes over the state of {@code other}, which must have the same support. [audio-thread] */
    public void copyFrom(BoxSmoother other) {
        System.arraycopy(other.values, 0, values, 0, values.length);
        System.arraycopy(other.averages, 0, averages, 0, averages.length);
        valueAt = other.valueAt;
        averageAt = other.averageAt;
        valueSum = other.valueSum;
        averageSum = other.averageSum;
    }

    /** Fills the window with gain 1. [audio-thread] */
    public void reset() {
        Arrays.fill(values, 1.0);
        Arrays.fill(averages, values.length);
        valueAt = 0;
        averageAt = 0;
        valueSum = values.length;
        averageSum = (double) values.length * averages.length;
    }
}
