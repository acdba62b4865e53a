package io.arioso.dsp.dynamics;

/** Independent readers of true peak, straight from their definitions. */
final class SlowTruePeak {
    /** ITU-R BS.1770 Annex 2, the printed filter; phases 2 and 3 are 1 and 0 backwards. */
    private static final double[] ITU_0 = {0.001708984375, 0.010986328125, -0.0196533203125, 0.033203125,
        -0.0594482421875, 0.1373291015625, 0.97216796875, -0.102294921875, 0.047607421875, -0.026611328125,
        0.014892578125, -0.00830078125};
    private static final double[] ITU_1 = {-0.0291748046875, 0.029296875, -0.0517578125, 0.089111328125,
        -0.16650390625, 0.465087890625, 0.77978515625, -0.2003173828125, 0.1015625, -0.0582275390625,
        0.0330810546875, -0.0189208984375};

    private SlowTruePeak() {
    }

    /** The largest magnitude that the standard's own 48-tap reader finds. */
    static double itu(float[] x) {
        double peak = 0;
        for (int i = 11; i < x.length; i++) {
            double[] sums = new double[4];
            for (int k = 0; k < 12; k++) {
                sums[0] += ITU_0[k] * x[i - k];
                sums[1] += ITU_1[k] * x[i - k];
                sums[2] += ITU_1[11 - k] * x[i - k];
                sums[3] += ITU_0[11 - k] * x[i - k];
            }
            for (double sum : sums) {
                peak = Math.max(peak, Math.abs(sum));
            }
        }
        return peak;
    }

    /** The largest magnitude on a grid of 16 points a frame, by a Hann-windowed sinc of 256 frames. */
    static double dense(float[] x) {
        int half = 128;
        double peak = 0;
        for (int phase = 0; phase < 16; phase++) {
            double[] h = new double[2 * half];
            for (int k = 0; k < 2 * half; k++) {
                double t = k - half + 1 - phase / 16.0;
                double sinc = t == 0 ? 1 : Math.sin(Math.PI * t) / (Math.PI * t);
                h[k] = sinc * (0.5 + 0.5 * Math.cos(Math.PI * t / (half + 1)));
            }
            for (int i = 0; i + 2 * half <= x.length; i++) {
                double sum = 0;
                for (int k = 0; k < 2 * half; k++) {
                    sum += h[k] * x[i + k];
                }
                peak = Math.max(peak, Math.abs(sum));
            }
        }
        return peak;
    }
}
