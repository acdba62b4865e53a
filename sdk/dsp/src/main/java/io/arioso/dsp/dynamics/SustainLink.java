package io.arioso.dsp.dynamics;

import java.util.Arrays;

/**
 * Lets channels share what limiting lasts, so that each keeps its own hits but the image does not lean.
 *
 * <p>Each channel's gain is followed by a slow one, which falls with a time constant of 50 ms and rises with the gain
 * itself; every gain then goes the linked share of the way down to the lowest slow one. A slow gain never lies below
 * its own channel's gain, so channels that are alike already stay as they are, bit for bit. Per frame in double, so no
 * split into blocks changes a bit.
 */
final class SustainLink {
    private static final double SUSTAIN_SECONDS = 0.05;

    private final double fall;
    private final double[] slow;

    SustainLink(double sampleRate, int channels) {
        fall = -StrictMath.expm1(-1 / (SUSTAIN_SECONDS * sampleRate));
        slow = new double[channels];
        reset();
    }

    /** Lowers {@code gains[channel][0..frames)} by the linked share, 0 to 1. */
    void process(float[][] gains, int frames, double share) {
        for (int i = 0; i < frames; i++) {
            double least = 1;
            for (int channel = 0; channel < slow.length; channel++) {
                double gain = gains[channel][i];
                double s = slow[channel];
                s = gain < s ? s + (gain - s) * fall : gain;
                slow[channel] = s;
                least = Math.min(least, s);
            }
            for (int channel = 0; channel < slow.length; channel++) {
                double s = slow[channel];
                float linked = (float) (s + share * (least - s));
                gains[channel][i] = Math.min(gains[channel][i], linked);
            }
        }
    }

    void reset() {
        Arrays.fill(slow, 1);
    }
}
