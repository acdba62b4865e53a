package io.arioso.dsp.dynamics;

import java.util.Arrays;

/**
 * Smooths a gain between 0 and 1 by one or two moving averages in a row, never above the window's largest value.
 *
 * <p>After a {@link SlidingMinimum} of the same support the smoothed gain is at most the gain required at every frame
 * of the window, so a limiter built from the two cannot overshoot. Lengths 0.5822 and 0.4178 of the support come from
 * Signalsmith's box stack: the two spectra's side lobes fill each other's zeros.
 *
 * <p>Values are rounded down to multiples of 2^-29 (coarser beyond 8192 frames), so that sums of sums of them are exact
 * in double: there is no drift to correct, a constant 1 stays exactly 1, and no split into blocks changes a bit.
 * One instance serves one stream and one thread.
 */
public final class BoxSmoother {
    /** The longest support; it is left with steps of 2^-23. */
    public static final int MAX_SUPPORT_FRAMES = 65_536;

    private static final double FIRST_SHARE = 0.5822;
    /** Signalsmith's stack of three has .404, .335 and .261; the first two are as 0.547 to 0.453, near enough. */
    private static final double THIRD_SHARE = 0.261;
    private static final double FINEST_QUANTUM = 0x1p-29;
    /** Whole numbers up to here are exact in double. */
    private static final double EXACT = 0x1p53;

    private final double[] values;
    private final double[] averages;
    private final double scale;
    private final double halfQuantum;
    /** Adding and taking away 1.5 * 2^52 quanta rounds to whole ones; with half a quantum less, it rounds down. */
    private final double round;
    private int valueAt;
    private int averageAt;
    private double valueSum;
    private double averageSum;

    /** Averages over {@code supportFrames}, 1 (no smoothing) to {@link #MAX_SUPPORT_FRAMES}, starting out full of 1. */
    public BoxSmoother(int supportFrames) {
        this(supportFrames, FIRST_SHARE);
    }

    private BoxSmoother(int supportFrames, double firstShare) {
        if (supportFrames < 1 || supportFrames > MAX_SUPPORT_FRAMES) {
            throw new IllegalArgumentException("box smoother support: " + supportFrames + " frames is outside 1.."
                    + MAX_SUPPORT_FRAMES);
        }
        int first = (int) StrictMath.rint(firstShare * (supportFrames + 1));
        this.values = new double[Math.max(1, Math.min(first, supportFrames))];
        this.averages = new double[supportFrames + 1 - values.length];
        double largestSum = (double) values.length * averages.length;
        this.scale = 1 / largestSum;
        double quantum = FINEST_QUANTUM;
        while (largestSum > quantum * EXACT) {
            quantum *= 2;
        }
        this.halfQuantum = quantum / 2;
        this.round = 1.5 * 0x1p52 * quantum;
        reset();
    }

    /** One moving average over {@code supportFrames}. */
    static BoxSmoother single(int supportFrames) {
        return new BoxSmoother(supportFrames, 1);
    }

    /** How many of {@code supportFrames} a third average takes; the others and one frame are for two before it. */
    static int thirdOfThree(int supportFrames) {
        return Math.max(1, (int) StrictMath.rint(THIRD_SHARE * supportFrames));
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
        double half = halfQuantum;
        double whole = round;
        for (int i = from; i < from + count; i++, a++, b++) {
            double value = (gain[i] - half + whole) - whole;
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
