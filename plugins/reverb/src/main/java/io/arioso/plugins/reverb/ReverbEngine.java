package io.arioso.plugins.reverb;

/**
 * What makes the space of one or several modes, fully wet and without latency. [audio-thread]
 *
 * <p>Pre-delay, filters, post EQ, width, ducking, gate and meters are made once around it by {@link ReverbProcessor}. An
 * engine follows its own parameters by the live values that it took from the setup.
 */
interface ReverbEngine {

    /**
     * Takes over the parameters as of this block; called once before the block's {@link #process}.
     */
    void follow();

    /**
     * Replaces the input by the reverberation. Any split of the same input into calls must give the same bits.
     *
     * @param planes one array a channel of the layout, one or two
     * @param frames 1 to the setup's maximum
     */
    void process(float[][] planes, int frames);

    /** Forgets the sound and takes all parameters over at once. */
    void reset();

    /** How long the sound goes on after the input, in frames; {@link Long#MAX_VALUE} for ever. [any-thread] */
    long tailFrames();
}
