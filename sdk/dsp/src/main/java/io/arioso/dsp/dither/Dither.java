package io.arioso.dsp.dither;

/**
 * What a {@link Quantizer} adds to, and how it spreads, the error it makes.
 *
 * <p>All but {@link #NONE} add triangular (TPDF) dither two steps wide, which makes mean and power of the error
 * independent of the signal. The shapers feed past errors back through the filter
 * {@code 1 - c1 z^-1 - c2 z^-2 - ...}, which moves noise to where the ear hears less; the total power rises.
 */
public enum Dither {
    /** Plain rounding: the error is distortion. For measurements and for signals that already lie on the grid. */
    NONE(false),
    /** Flat TPDF dither: total error 1/2 step rms, white. Safe wherever the file is processed further. */
    TPDF(true),
    /** TPDF with a first-order high-pass on all the noise, 3 dB more of it; for any sample rate. */
    HIGH_PASS(true, 1.0),
    /**
     * Five taps against an improved E-weighting, for 44.1 kHz (fits 48 kHz).
     * Source: S. P. Lipshitz, J. Vanderkooy, R. A. Wannamaker, "Minimally Audible Noise Shaping", JAES 39(11), 1991.
     */
    LIPSHITZ_5(true, 2.033, -2.165, 1.959, -1.590, 0.6149),
    /**
     * Nine taps against the ear's F-weighting, for 44.1 kHz (fits 48 kHz); the last step of a CD master.
     * Source: R. A. Wannamaker, "Psychoacoustically Optimal Noise Shaping", JAES 40(7/8), 1992.
     */
    WANNAMAKER_9(true, 2.412, -3.370, 3.937, -4.174, 3.353, -2.205, 1.281, -0.569, 0.0847);

    private final boolean dithered;
    private final double[] feedback;

    Dither(boolean dithered, double... feedback) {
        this.dithered = dithered;
        this.feedback = feedback;
    }

    /** Whether random dither is added before rounding. */
    public boolean dithered() {
        return dithered;
    }

    /** The error feedback taps c1, c2, ...; empty when the error is left white. A copy. */
    public double[] feedback() {
        return feedback.clone();
    }
}
