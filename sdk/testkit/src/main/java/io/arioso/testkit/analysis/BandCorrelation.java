package io.arioso.testkit.analysis;

/** How alike two channels are, octave by octave. */
public final class BandCorrelation {
    private BandCorrelation() {
    }

    /** The normalised correlation of two signals between frames {@code from} and {@code to}: -1..1, 0 for silence. */
    public static double of(float[] left, float[] right, int from, int to) {
        double both = 0;
        double leftSquares = 0;
        double rightSquares = 0;
        for (int frame = from; frame < to; frame++) {
            both += (double) left[frame] * right[frame];
            leftSquares += (double) left[frame] * left[frame];
            rightSquares += (double) right[frame] * right[frame];
        }
        double power = Math.sqrt(leftSquares * rightSquares);
        return power == 0 ? 0 : both / power;
    }

    /** As {@link #of}, in the octave around a centre in Hz. */
    public static double octave(float[] left, float[] right, int from, int to, double centre, double rate) {
        return of(OctaveBand.of(left, centre, rate), OctaveBand.of(right, centre, rate), from, to);
    }
}
