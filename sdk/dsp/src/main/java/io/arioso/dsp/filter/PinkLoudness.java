package io.arioso.dsp.filter;

/**
 * How much louder a curve makes pink noise, by the K-weighting of ITU-R BS.1770: the mean of the weighted power gain
 * over equal steps of log frequency, in which pink noise has equal power. No allocation after construction.
 */
public final class PinkLoudness {
    /** Number of frequencies, 20 Hz to 24 kHz or half the sample rate: some 20 an octave. */
    public static final int POINTS = 200;

    private static final double LOWEST_HZ = 20;
    private static final double HIGHEST_HZ = 24_000;
    private static final double TABLE_RATE = 48_000;

    final double[] hz = new double[POINTS];
    private final double[] weight = new double[POINTS];

    /** Weights of a programme at a sample rate in Hz. */
    public PinkLoudness(double sampleRate) {
        BiquadList k = new BiquadList(2);
        // ITU-R BS.1770-5, tables 1 and 2, at 48 kHz.
        k.add(1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585);
        k.add(1, -2, 1, -1.99004745483398, 0.99007225036621);
        double highest = Math.min(HIGHEST_HZ, sampleRate / 2);
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            hz[i] = LOWEST_HZ * StrictMath.pow(highest / LOWEST_HZ, (i + 0.5) / POINTS);
            weight[i] = k.magnitudeSquared(FitNodes.x(hz[i], TABLE_RATE));
            sum += weight[i];
        }
        for (int i = 0; i < POINTS; i++) {
            weight[i] /= sum;
        }
    }

    /** The frequency of a point in Hz. */
    public double hz(int point) {
        return hz[point];
    }

    /** The weighted mean of a power gain at each of the points. */
    public double powerGain(double[] power) {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            sum += weight[i] * power[i];
        }
        return sum;
    }
}
