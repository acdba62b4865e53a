package io.arioso.dsp.dynamics;

import io.arioso.dsp.meter.KWeighting;

/** Twice the mean square of a channel by a one-pole, of the signal itself or of the K-weighted one. */
final class SmoothedLevel implements LevelDetector {
    /** -240 dB. */
    private static final double SILENCE = 1e-24;
    private static final int GRID = 64;

    private final KWeighting weighting;
    private final double share;
    private final double[] scratch = new double[GRID];
    private double mean;
    private int clock;

    SmoothedLevel(double sampleRate, double timeMs, boolean weighted) {
        if (!(timeMs > 0)) {
            throw new IllegalArgumentException("detector window: " + timeMs + " ms is not above 0");
        }
        weighting = weighted ? new KWeighting(sampleRate) : null;
        share = -StrictMath.expm1(-1000 / (timeMs * sampleRate));
    }

    @Override
    public void process(float[] in, int from, double[] power, int frames) {
        if (weighting == null) {
            for (int i = 0; i < frames; i++) {
                power[i] = in[from + i];
            }
        }
        for (int done = 0; done < frames; ) {
            int end = Math.min(frames, done + GRID - clock);
            if (weighting != null) {
                weighting.weight(in, from + done, scratch, end - done);
                System.arraycopy(scratch, 0, power, done, end - done);
            }
            average(power, done, end);
            clock = clock + end - done & GRID - 1;
            done = end;
            if (clock == 0) {
                flush();
            }
        }
    }

    /** Turns samples into levels. */
    private void average(double[] values, int from, int to) {
        double m = mean;
        double k = share;
        for (int i = from; i < to; i++) {
            double x = values[i];
            m += (2 * x * x - m) * k;
            values[i] = m;
        }
        mean = m;
    }

    private void flush() {
        mean = mean < SILENCE ? 0 : mean;
        if (weighting != null) {
            weighting.clearEnergy();
        }
    }

    @Override
    public void reset() {
        mean = 0;
        clock = 0;
        if (weighting != null) {
            weighting.reset();
        }
    }
}
