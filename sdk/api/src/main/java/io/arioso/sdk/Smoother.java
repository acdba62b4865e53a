package io.arioso.sdk;

/**
 * A ramp towards a parameter's mapped value, one step a frame. [audio-thread]
 *
 * <p>Exactly one value is taken for each frame of each block, either by {@link #next} or by {@link #fill}: both give
 * the same values.
 */
public interface Smoother {

    /** The value for the next frame. */
    float next();

    /** Writes the values for the next {@code frames} frames to the start of {@code values}. */
    void fill(float[] values, int frames);

    /** The value of the last frame that was taken. */
    float current();

    /** Where the ramp ends. */
    float target();

    /**
     * Whether the next frame differs from the target: while it does not, a processor may treat the value as constant.
     */
    boolean moving();

    /**
     * Takes {@code frames} frames without looking at them; cheaper than {@link #fill} while {@link #moving} is false.
     */
    void skip(int frames);
}
