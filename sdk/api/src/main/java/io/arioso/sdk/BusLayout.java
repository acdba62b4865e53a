package io.arioso.sdk;

/**
 * Channels of the main bus, equal for input and output, and of the side-chain.
 *
 * @param channels 1 to {@value #MAX_CHANNELS}
 * @param sidechainChannels 0 for none, to {@value #MAX_CHANNELS}
 */
public record BusLayout(int channels, int sidechainChannels) {
    /** The most channels of a bus. */
    public static final int MAX_CHANNELS = 256;
    /** One channel. */
    public static final BusLayout MONO = of(1);
    /** Left and right. */
    public static final BusLayout STEREO = of(2);

    /** Checks both bounds. */
    public BusLayout {
        if (channels < 1 || channels > MAX_CHANNELS)
            throw new IllegalArgumentException("channels: " + channels + " is outside 1.." + MAX_CHANNELS);
        if (sidechainChannels < 0 || sidechainChannels > MAX_CHANNELS)
            throw new IllegalArgumentException(
                "side-chain channels: " + sidechainChannels + " is outside 0.." + MAX_CHANNELS);
    }

    /** A layout without side-chain. */
    public static BusLayout of(int channels) {
        return new BusLayout(channels, 0);
    }

    /** This layout with a side-chain of so many channels. */
    public BusLayout withSidechain(int sidechain) {
        return new BusLayout(channels, sidechain);
    }

    /** Whether there is a side-chain. */
    public boolean hasSidechain() {
        return sidechainChannels > 0;
    }
}
