package io.arioso.dsp.resample;

import io.arioso.dsp.fir.KaiserWindow;
import io.arioso.dsp.fir.PolyphaseFilter;

/** Reads a signal between its samples: one windowed-sinc filter for each position a resampler needs. Immutable. */
abstract class PhaseBank {
    /** Beyond so many exact phases the table would leave the caches, and phases are interpolated. */
    private static final long MAX_EXACT_PHASES = 1024;

    final int taps;

    private PhaseBank(int taps) {
        this.taps = taps;
    }

    /** The signal at {@code remainder / denominator} of a sample after {@code x[at + taps / 2 - 1]}. */
    abstract double read(double[] x, int at, long remainder);

    /** A bank for positions that are whole multiples of {@code 1 / denominator} of an input sample. */
    static PhaseBank of(long denominator, int taps, double cutoff, KaiserWindow window) {
        return denominator <= MAX_EXACT_PHASES
                ? new Exact((int) denominator, taps, cutoff, window)
                : new Interpolated(denominator, taps, cutoff, window);
    }

    /** A bank that hands out the sample itself, for equal rates. */
    static PhaseBank identity() {
        return new PhaseBank(2) {
            @Override
            double read(double[] x, int at, long remainder) {
                return x[at];
            }
        };
    }

    /** The taps of every position there is. */
    private static final class Exact extends PhaseBank {
        private final double[][] phases;

        Exact(int count, int taps, double cutoff, KaiserWindow window) {
            super(taps);
            phases = new double[count][];
            for (int phase = 0; phase < count; phase++) {
                phases[phase] = PolyphaseFilter.design((double) phase / count, taps, cutoff, window);
            }
        }

        @Override
        double read(double[] x, int at, long remainder) {
            return dot(phases[(int) remainder], x, at);
        }

        /** Eight running sums hide the adder's latency; the taps are a multiple of eight. */
        private static double dot(double[] h, double[] x, int at) {
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            double s4 = 0;
            double s5 = 0;
            double s6 = 0;
            double s7 = 0;
            for (int k = 0; k < h.length; k += 8) {
                int i = at + k;
                s0 += h[k] * x[i];
                s1 += h[k + 1] * x[i + 1];
                s2 += h[k + 2] * x[i + 2];
                s3 += h[k + 3] * x[i + 3];
                s4 += h[k + 4] * x[i + 4];
                s5 += h[k + 5] * x[i + 5];
                s6 += h[k + 6] * x[i + 6];
                s7 += h[k + 7] * x[i + 7];
            }
            return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
        }
    }

    /**
     * Cubic Lagrange interpolation between the values at four neighbouring phases of a dense table.
     *
     * <p>With 256 phases a sample the interpolation's own images lie more than 150 dB down.
     */
    private static final class Interpolated extends PhaseBank {
        private static final int PHASES = 256;

        /** Entry {@code p + 1} is phase {@code p / 256}, p from -1 to 257: every position has four neighbours. */
        private final double[][] phases = new double[PHASES + 3][];
        private final double toPhase;

        Interpolated(long denominator, int taps, double cutoff, KaiserWindow window) {
            super(taps);
            for (int entry = 0; entry < phases.length; entry++) {
                phases[entry] = PolyphaseFilter.design((entry - 1.0) / PHASES, taps, cutoff, window);
            }
            toPhase = (double) PHASES / denominator;
        }

        @Override
        double read(double[] x, int at, long remainder) {
            double position = remainder * toPhase;
            int entry = Math.min((int) position, PHASES - 1);
            double u = position - entry;
            double[] h0 = phases[entry];
            double[] h1 = phases[entry + 1];
            double[] h2 = phases[entry + 2];
            double[] h3 = phases[entry + 3];
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            for (int k = 0; k < taps; k++) {
                double sample = x[at + k];
                s0 += h0[k] * sample;
                s1 += h1[k] * sample;
                s2 += h2[k] * sample;
                s3 += h3[k] * sample;
            }
            double below = u + 1;
            double above = u - 1;
            double far = u - 2;
            return s1 * (below * above * far / 2) - s0 * (u * above * far / 6)
                    - s2 * (below * u * far / 2) + s3 * (below * u * above / 6);
        }
    }
}
