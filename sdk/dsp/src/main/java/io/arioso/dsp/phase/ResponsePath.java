package io.arioso.dsp.phase;

import io.arioso.dsp.convolution.UniformConvolver;

/**
 * The way from one input channel to one output channel. At rest it is a plain delay, or nothing between two different
 * channels, and its convolver sleeps; before a response can be heard, the convolver must have listened for as long as
 * the response is. What is heard then fades from response to response inside the convolver, so nothing clicks.
 */
final class ResponsePath {
    private final UniformConvolver convolver;
    private final float[] rest;
    private final int fillFrames;
    private final int settleFrames;
    private final float[] wet;

    private boolean awake;
    private boolean sounding;
    private boolean resting = true;
    private int heardFrames;
    private int settledFrames;

    /**
     * A path at rest.
     *
     * @param passes     whether the signal passes at rest, as from a channel to itself
     * @param fadeFrames how long a new response takes to fade in
     * @param maxFrames  longest block
     */
    ResponsePath(int taps, int block, int fadeFrames, boolean passes, int maxFrames) {
        convolver = new UniformConvolver(block, taps, fadeFrames);
        rest = new float[taps];
        rest[taps / 2] = passes ? 1 : 0;
        fillFrames = taps + block;
        // A change under way, the one that waits behind it, and the block in which each begins.
        settleFrames = 2 * (5 * block + fadeFrames + block);
        wet = new float[maxFrames];
        convolver.setImpulse(rest, taps);
        convolver.reset();
    }

    /** Lets the convolver listen, if it does not yet. */
    void wake() {
        if (!awake) {
            awake = true;
            heardFrames = 0;
        }
    }

    /** Whether a response can be heard: the convolver knows as much of the past as it needs. */
    boolean isReady() {
        return awake && heardFrames >= fillFrames;
    }

    /** Changes to a response; {@code null} is rest. */
    void change(float[] taps) {
        boolean toRest = taps == null;
        if (toRest && resting) {
            return;
        }
        convolver.setImpulse(toRest ? rest : taps, rest.length);
        resting = toRest;
        settledFrames = 0;
        sounding |= !toRest;
    }

    /** Goes to sleep when the fade to rest is over. Returns whether that is still to come. */
    boolean settle() {
        if (!resting || !sounding) {
            return false;
        }
        if (settledFrames < settleFrames) {
            return true;
        }
        sounding = false;
        awake = false;
        convolver.reset();
        return false;
    }

    /** Forgets all past input and takes a response at once; {@code null} is rest. */
    void reset(float[] taps) {
        boolean toRest = taps == null;
        if (!toRest || !resting) {
            convolver.setImpulse(toRest ? rest : taps, rest.length);
        }
        convolver.reset();
        resting = toRest;
        awake = !toRest;
        sounding = !toRest;
        heardFrames = fillFrames;
        settledFrames = 0;
    }

    /** Listens to a block. */
    void listen(float[] in, int frames) {
        if (awake) {
            convolver.process(in, 0, wet, 0, frames);
            heardFrames = Math.min(fillFrames, heardFrames + frames);
            settledFrames = Math.min(settleFrames, settledFrames + frames);
        }
    }

    /** Whether {@link #wet} is to be heard, and not the signal at rest. */
    boolean isSounding() {
        return sounding;
    }

    /** The response to the last block. */
    float[] wet() {
        return wet;
    }
}
