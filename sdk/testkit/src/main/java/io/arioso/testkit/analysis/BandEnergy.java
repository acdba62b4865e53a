package io.arioso.testkit.analysis;

import io.arioso.dsp.fir.KaiserWindow;

/** Level of what lies above a frequency, window by window: where zipper noise and clicks show beside a low sine. */
public final class BandEnergy {
    private static final int HALF_TAPS = 191;
    private static final KaiserWindow WINDOW = KaiserWindow.forStopBand(110);

    private BandEnergy() {
    }

    /**
     * The signal above a frequency: linear phase, no delay; at 48 kHz 110 dB down from 0.5 kHz below the frequency on.
     */
    public static float[] above(float[] signal, double hertz, double rate) {
        double[] taps = highPass(hertz / rate);
        float[] high = new float[signal.length];
        for (int frame = 0; frame < signal.length; frame++) {
            double sum = 0;
            int from = Math.max(-HALF_TAPS, -frame);
            int to = Math.min(HALF_TAPS, signal.length - 1 - frame);
            for (int tap = from; tap <= to; tap++) sum += taps[tap + HALF_TAPS] * signal[frame + tap];
            high[frame] = (float) sum;
        }
        return high;
    }

    /** The loudest window between two frames: root mean square in decibels of full scale. Windows overlap by half. */
    public static double loudestWindowDb(float[] signal, int from, int to, int windowFrames) {
        double loudest = 0;
        for (int start = from; start + windowFrames <= to; start += Math.max(1, windowFrames / 2)) {
            double squares = 0;
            for (int frame = start; frame < start + windowFrames; frame++)
                squares += (double) signal[frame] * signal[frame];
            loudest = Math.max(loudest, squares / windowFrames);
        }
        return 10 * StrictMath.log10(loudest);
    }

    /** A unit impulse less the windowed sinc low-pass of a cutoff in cycles a frame. */
    private static double[] highPass(double cutoff) {
        double[] taps = new double[2 * HALF_TAPS + 1];
        double sum = 0;
        for (int tap = -HALF_TAPS; tap <= HALF_TAPS; tap++) {
            double window = WINDOW.at((double) tap / HALF_TAPS);
            double sinc = tap == 0 ? 2 * cutoff : StrictMath.sin(2 * Math.PI * cutoff * tap) / (Math.PI * tap);
            taps[tap + HALF_TAPS] = -window * sinc;
            sum += window * sinc;
        }
        for (int tap = 0; tap < taps.length; tap++) taps[tap] /= sum;
        taps[HALF_TAPS] += 1;
        return taps;
    }
}
