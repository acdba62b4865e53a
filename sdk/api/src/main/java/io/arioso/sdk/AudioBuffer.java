package io.arioso.sdk;

/**
 * One bus of audio: one {@code float[]} a channel, full scale ±1. [audio-thread]
 *
 * <p>The arrays may be longer than the block: only the first {@link #frames} samples belong to it.
 */
public final class AudioBuffer {
    /** A bus without channels. */
    public static final AudioBuffer NONE = new AudioBuffer(new float[0][]);

    private float[][] channels;
    private int frames;

    /** Wraps arrays of one length; the block starts out as long as they are. [main-thread] */
    public AudioBuffer(float[][] channels) {
        this.channels = channels;
        this.frames = channels.length == 0 ? 0 : channels[0].length;
    }

    /** Points this buffer at a block; hosts call it between blocks. */
    public AudioBuffer wrap(float[][] block, int length) {
        channels = block;
        frames = length;
        return this;
    }

    /** Number of channels, 0 or more. */
    public int channels() {
        return channels.length;
    }

    /** Frames in this block. */
    public int frames() {
        return frames;
    }

    /** The samples of one channel. */
    public float[] channel(int index) {
        return channels[index];
    }
}
