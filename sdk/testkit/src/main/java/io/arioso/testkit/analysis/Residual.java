package io.arioso.testkit.analysis;

import java.util.Locale;

/**
 * The difference between two renders of one shape.
 *
 * @param peakDb greatest difference in decibels of full scale; negative infinity if there is none
 * @param rmsDb its root mean square over all channels, likewise
 * @param firstFrame first frame with other bits, -1 if there is none
 * @param channel channel of that frame
 * @param expected sample there
 * @param actual sample there
 */
public record Residual(double peakDb, double rmsDb, int firstFrame, int channel, float expected, float actual) {

    /**
     * Compares two renders.
     *
     * @throws IllegalArgumentException if their shapes differ
     */
    public static Residual between(float[][] expected, float[][] actual) {
        if (expected.length != actual.length)
            throw new IllegalArgumentException("channels: " + actual.length + " instead of " + expected.length);
        int frame = -1;
        int where = 0;
        double peak = 0;
        double squares = 0;
        long samples = 0;
        for (int channel = 0; channel < expected.length; channel++) {
            int differs = firstDifference(expected[channel], actual[channel]);
            if (differs >= 0 && (frame < 0 || differs < frame)) {
                frame = differs;
                where = channel;
            }
            for (int i = 0; i < expected[channel].length; i++) {
                double difference = (double) actual[channel][i] - expected[channel][i];
                peak = Math.max(peak, Math.abs(difference));
                squares += difference * difference;
            }
            samples += expected[channel].length;
        }
        return new Residual(db(peak), db(Math.sqrt(squares / Math.max(1, samples))), frame, where,
            frame < 0 ? 0 : expected[where][frame], frame < 0 ? 0 : actual[where][frame]);
    }

    /** Whether every sample has the same bits. */
    public boolean sameBits() {
        return firstFrame < 0;
    }

    /** One line: what differs first, and by how much at most. */
    public String describe() {
        if (sameBits()) return "no difference";
        return String.format(Locale.ROOT, "frame %d, channel %d is %s instead of %s; the residual peaks at %.1f dBFS",
            firstFrame, channel, actual, expected, peakDb);
    }

    private static int firstDifference(float[] expected, float[] actual) {
        if (expected.length != actual.length)
            throw new IllegalArgumentException("frames: " + actual.length + " instead of " + expected.length);
        for (int frame = 0; frame < expected.length; frame++)
            if (Float.floatToRawIntBits(expected[frame]) != Float.floatToRawIntBits(actual[frame])) return frame;
        return -1;
    }

    private static double db(double linear) {
        return linear == 0 ? Double.NEGATIVE_INFINITY : 20 * StrictMath.log10(linear);
    }
}
