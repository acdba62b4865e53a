package io.arioso.dsp.phase;

import io.arioso.dsp.fir.KaiserWindow;

/**
 * The right half of a window that leaves the middle of a response alone and falls to zero along the integral of a
 * Kaiser window: a rectangle smoothed by a Kaiser window. What has died away within the flat part keeps every digit;
 * what is cut off leaves side lobes as low as the Kaiser window's. Immutable.
 */
final class FlatWindow {
    private static final double BETA = 9;

    private final double[] values;

    /** A window of {@code points} from its centre on, 1 up to the share {@code flat} of them. */
    FlatWindow(int points, double flat) {
        values = new double[points];
        int edge = (int) (points * flat);
        double[] kaiser = new KaiserWindow(BETA).points(points - edge);
        double total = 0;
        for (double value : kaiser) {
            total += value;
        }
        double sum = 0;
        for (int i = 0; i < points; i++) {
            if (i >= edge) {
                sum += kaiser[i - edge];
            }
            values[i] = Math.max(0, 1 - sum / total);
        }
    }

    /** The value so many frames from the centre. */
    double at(int frames) {
        return values[frames];
    }
}
