package io.arioso.dsp.meter;

/**
 * What each channel's energy counts in a programme's loudness, after ITU-R BS.1770-5.
 *
 * <p>Front channels and those behind the listener count 1, surrounds between 60 and 120 degrees 1.41 (+1.5 dB), the
 * low-frequency effects channel nothing. The default by channel count, in the order of WAVE files:
 * <pre>
 * 1  mono                          1
 * 2  L R                           1 1
 * 3  L R C                         1 1 1
 * 4  L R Ls Rs                     1 1 1.41 1.41
 * 5  L R C Ls Rs (5.0)             1 1 1 1.41 1.41
 * 6  L R C LFE Ls Rs (5.1)         1 1 1 0 1.41 1.41
 * 7  L R C LFE Cb Ls Rs (6.1)      1 1 1 0 1 1.41 1.41
 * 8  L R C LFE Lb Rb Ls Rs (7.1)   1 1 1 0 1 1 1.41 1.41
 * </pre>
 */
public final class ChannelWeights {
    private static final double SURROUND = 1.41;
    private static final double[][] BY_COUNT = {
        {1},
        {1, 1},
        {1, 1, 1},
        {1, 1, SURROUND, SURROUND},
        {1, 1, 1, SURROUND, SURROUND},
        {1, 1, 1, 0, SURROUND, SURROUND},
        {1, 1, 1, 0, 1, SURROUND, SURROUND},
        {1, 1, 1, 0, 1, 1, SURROUND, SURROUND},
    };

    private ChannelWeights() {
    }

    /** The default weights for 1 to 8 channels, a fresh array. */
    public static double[] forChannels(int channels) {
        if (channels < 1 || channels > BY_COUNT.length) {
            throw new IllegalArgumentException("channels: " + channels + " is outside 1..8; give the weights yourself");
        }
        return BY_COUNT[channels - 1].clone();
    }
}
