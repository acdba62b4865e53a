package io.arioso.sdk;

import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.LiveValue;
import io.arioso.sdk.parameter.Parameter;
import java.util.function.DoubleUnaryOperator;

/**
 * Facts that are fixed for the life of one processor, and the audio thread's view of the parameters. [main-thread]
 *
 * <p>Keep what these methods return, not the setup.
 */
public interface ProcessSetup {
    /** The smoothing time of {@link #smooth(FloatParameter, DoubleUnaryOperator)} in milliseconds. */
    double DEFAULT_SMOOTHING_MS = 20;

    /** Frames per second, above 0. */
    double sampleRate();

    /** The longest block that {@link AudioProcessor#process} will see, in frames, 1 or more. */
    int maxFrames();

    /** Channels of the main bus and of the side-chain. */
    BusLayout layout();

    /**
     * Whether nobody waits for the result: quality may cost more time. The default sound must be the same either way.
     */
    boolean offline();

    /** Requests that a processor may make to its host. */
    HostRequests host();

    /**
     * A ramp that follows a parameter: linear in the mapped value, {@link #DEFAULT_SMOOTHING_MS} long.
     *
     * @param parameter one of the plug-in's parameters
     * @param mapping from the plain value to what the processor multiplies with, for example {@link Decibels#toGain}
     */
    default Smoother smooth(FloatParameter parameter, DoubleUnaryOperator mapping) {
        return smooth(parameter, DEFAULT_SMOOTHING_MS, mapping);
    }

    /**
     * As {@link #smooth(FloatParameter, DoubleUnaryOperator)}, with a ramp of the given length, 0 or more milliseconds.
     */
    Smoother smooth(FloatParameter parameter, double milliseconds, DoubleUnaryOperator mapping);

    /** The unsmoothed value of a parameter as of the current block, for everything that is not a plain factor. */
    LiveValue live(Parameter parameter);
}
