package io.arioso.testkit.analysis;

import org.jtransforms.fft.DoubleFFT_1D;

/** Octaves and other bands of a signal, cut out in the frequency domain: no delay, no phase. */
public final class OctaveBand {
    /** The centres of ISO 3382 from 125 Hz to 8 kHz. */
    public static final double[] CENTRES = {125, 250, 500, 1000, 2000, 4000, 8000};

    private static final double EDGE_OCTAVES = 0.15;

    private OctaveBand() {
    }

    /** The octave around a centre in Hz. */
    public static float[] of(float[] signal, double centre, double rate) {
        return band(signal, centre, 1, rate);
    }

    /**
     * A band of a width in octaves around a centre in Hz; its edges are cosines of 0.15 octaves, so that it rings
     * for little longer than the band itself must.
     */
    public static float[] band(float[] signal, double centre, double octaves, double rate) {
        int length = Integer.highestOneBit(Math.max(1, signal.length - 1)) * 2;
        double[] data = new double[length];
        for (int frame = 0; frame < signal.length; frame++) data[frame] = signal[frame];
        DoubleFFT_1D transform = new DoubleFFT_1D(length);
        transform.realForward(data);
        data[0] = 0;
        data[1] = 0;
        for (int bin = 1; bin < length / 2; bin++) {
            double distance = Math.abs(StrictMath.log(bin * rate / length / centre)) / StrictMath.log(2);
            double inside = (octaves / 2 + EDGE_OCTAVES / 2 - distance) / EDGE_OCTAVES;
            double share = Math.max(0, Math.min(1, inside));
            double gain = StrictMath.sin(Math.PI / 2 * share);
            data[2 * bin] *= gain;
            data[2 * bin + 1] *= gain;
        }
        transform.realInverse(data, true);
        float[] cut = new float[signal.length];
        for (int frame = 0; frame < cut.length; frame++) cut[frame] = (float) data[frame];
        return cut;
    }
}
