package io.arioso.dsp.meter;

/**
 * The interpolating filter printed in ITU-R BS.1770-5, Annex 2: order 48, four phases, for 48 kHz.
 *
 * <p>Phases 2 and 3 are phases 1 and 0 backwards. The taps run against time (as a convolution does); for
 * {@link MirrorInterpolator} they are turned round and padded by two zeros at each end, to sixteen.
 */
final class AnnexTwoFilter {
    /** Phases 0 to 3 are about 5.1 to 5.9 frames late; the padding adds two. */
    static final int LATENCY_FRAMES = 8;

    private static final float[] PHASE_0 = {
        0.0017089843750f, 0.0109863281250f, -0.0196533203125f, 0.0332031250000f, -0.0594482421875f, 0.1373291015625f,
        0.9721679687500f, -0.1022949218750f, 0.0476074218750f, -0.0266113281250f, 0.0148925781250f, -0.0083007812500f};
    private static final float[] PHASE_1 = {
        -0.0291748046875f, 0.0292968750000f, -0.0517578125000f, 0.0891113281250f, -0.1665039062500f, 0.4650878906250f,
        0.7797851562500f, -0.2003173828125f, 0.1015625000000f, -0.0582275390625f, 0.0330810546875f, -0.0189208984375f};
    private static final int PAD = 2;

    private AnnexTwoFilter() {
    }

    /** The four phases in the order of time. */
    static float[][] phases() {
        float[] phase0 = forward(PHASE_0);
        float[] phase1 = forward(PHASE_1);
        return new float[][] {phase0, phase1, reversed(phase1), reversed(phase0)};
    }

    private static float[] forward(float[] taps) {
        float[] padded = new float[taps.length + 2 * PAD];
        for (int k = 0; k < taps.length; k++) {
            padded[PAD + taps.length - 1 - k] = taps[k];
        }
        return padded;
    }

    private static float[] reversed(float[] taps) {
        float[] backwards = new float[taps.length];
        for (int k = 0; k < taps.length; k++) {
            backwards[taps.length - 1 - k] = taps[k];
        }
        return backwards;
    }
}
