package io.arioso.dsp.dynamics;

/**
 * The static curve of a dynamics processor: which gain change, in decibels, belongs to a level.
 *
 * <p>After Giannoulis, Massberg and Reiss, "Digital dynamic range compressor design", JAES 60(6), 2012: above the knee
 * the excess over the threshold is divided by the ratio; within the knee a parabola joins the straight parts.
 * Downward curves act above the threshold, the others below it. A free curve is made of two such bends through three
 * points. Changing a curve allocates nothing. One instance serves one thread.
 */
public final class GainCurve {
    /** What the curve does, and where. */
    public enum Direction {
        /** Above the threshold, an excess of {@code ratio} dB becomes one of 1 dB. */
        DOWN,
        /** Below the threshold, what is {@code ratio} dB short of it becomes 1 dB short: quiet is raised. */
        UP,
        /** Below the threshold, what is 1 dB short becomes {@code ratio} dB short: quiet is lowered. */
        EXPAND,
        /** As an expander of 100:1, whatever the ratio. */
        GATE,
        /** Nothing passes the threshold, whatever the ratio. */
        LIMIT
    }

    private static final double GATE_RATIO = 100;
    private static final double MOST_EXPANSION = 1000;
    private static final double LEAST_STEP_DB = 0.1;

    private double offsetDb;
    private double sign = 1;
    private double threshold;
    private double slope;
    private double secondThreshold;
    private double secondSlope;
    private double halfKnee;
    /** 1 / (2 W), or 0 where the knee is hard. */
    private double kneeScale;
    private double rangeDb;

    /** A curve that changes nothing. */
    public GainCurve() {
        set(Direction.DOWN, 0, 1, 0, Double.POSITIVE_INFINITY);
    }

    /**
     * Sets a curve with one bend. [audio-thread]
     *
     * @param ratio   1 or more, infinity included; expansion takes at most 1000
     * @param kneeDb  width of the knee, centred on the threshold, 0 or more
     * @param rangeDb the most that the gain may change, 0 or more
     */
    public void set(Direction direction, double thresholdDb, double ratio, double kneeDb, double rangeDb) {
        requireAtLeast("ratio", ratio, 1);
        sign = direction == Direction.DOWN || direction == Direction.LIMIT ? 1 : -1;
        threshold = thresholdDb;
        offsetDb = 0;
        secondSlope = 0;
        slope = switch (direction) {
            case DOWN -> 1 / ratio - 1;
            case UP -> 1 - 1 / ratio;
            case EXPAND -> 1 - Math.min(ratio, MOST_EXPANSION);
            case GATE -> 1 - GATE_RATIO;
            case LIMIT -> -1;
        };
        setKneeAndRange(kneeDb, rangeDb);
    }

    /**
     * Sets a free curve: straight lines through three points of input and output level, the knee at the first two.
     * [audio-thread]
     *
     * <p>Below the first point the gain stays what it is there; above the third the last line goes on. Inputs that do
     * not rise by 0.1 dB from point to point are taken to do so.
     */
    public void setFree(double in1Db, double out1Db, double in2Db, double out2Db, double in3Db, double out3Db,
                        double kneeDb, double rangeDb) {
        double second = Math.max(in2Db, in1Db + LEAST_STEP_DB);
        double third = Math.max(in3Db, second + LEAST_STEP_DB);
        double lower = (out2Db - out1Db) / (second - in1Db);
        double upper = (out3Db - out2Db) / (third - second);
        sign = 1;
        offsetDb = out1Db - in1Db;
        threshold = in1Db;
        slope = lower - 1;
        secondThreshold = second;
        secondSlope = upper - lower;
        setKneeAndRange(kneeDb, rangeDb);
    }

    private void setKneeAndRange(double kneeDb, double newRangeDb) {
        requireAtLeast("knee", kneeDb, 0);
        requireAtLeast("range", newRangeDb, 0);
        halfKnee = kneeDb / 2;
        kneeScale = kneeDb > 0 ? 1 / (2 * kneeDb) : 0;
        rangeDb = newRangeDb;
    }

    private static void requireAtLeast(String what, double value, double least) {
        if (!(value >= least)) {
            throw new IllegalArgumentException(what + ": " + value + " is below " + least);
        }
    }

    /** The gain change for a level, both in decibels. [audio-thread] */
    public double gainDb(double levelDb) {
        double gain = offsetDb + slope * bend(sign * (levelDb - threshold), halfKnee, kneeScale);
        if (secondSlope != 0) {
            gain += secondSlope * bend(levelDb - secondThreshold, halfKnee, kneeScale);
        }
        return clamp(gain, rangeDb);
    }

    /** Replaces levels by gain changes: {@link #gainDb} of each. [audio-thread] */
    public void process(double[] values, int frames) {
        double base = offsetDb;
        double side = sign;
        double first = threshold;
        double firstSlope = slope;
        double half = halfKnee;
        double scale = kneeScale;
        double range = rangeDb;
        if (secondSlope != 0) {
            for (int i = 0; i < frames; i++) {
                values[i] = gainDb(values[i]);
            }
            return;
        }
        for (int i = 0; i < frames; i++) {
            values[i] = clamp(base + firstSlope * bend(side * (values[i] - first), half, scale), range);
        }
    }

    /** 0 far below a bend, the distance far above it, a parabola between. */
    private static double bend(double over, double half, double scale) {
        double into = over + half;
        double within = into > 0 ? into * into * scale : 0;
        return over >= half ? over : within;
    }

    private static double clamp(double gain, double range) {
        double least = gain > -range ? gain : -range;
        return least < range ? least : range;
    }
}
