package io.arioso.dsp.convolution;

/**
 * Convolves one channel with an impulse response.
 *
 * <p>Any split of the same input into blocks gives the same bits: work is done on a grid counted from the last reset.
 * Input samples that are not finite, or beyond 240 dBFS, count as silence. After the last sound the output reaches
 * exact zero within the length of the impulse response and two of its longest partitions. One instance serves one
 * thread.
 */
public interface Convolver {
    /**
     * Convolves a block; allocates nothing. [audio-thread]
     *
     * @param in     samples; may be {@code out} at the same offset
     * @param frames 0 or more
     */
    void process(float[] in, int inOffset, float[] out, int outOffset, int frames);

    /** Frames by which the output is later than the mathematical convolution; constant. */
    int latencyFrames();

    /** Forgets all past input. [audio-thread] */
    void reset();
}
