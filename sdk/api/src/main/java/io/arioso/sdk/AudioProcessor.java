package io.arioso.sdk;

/**
 * A processor that is ready: made by {@link AudioPlugin#prepare}, it renders blocks until it is closed.
 *
 * <p>The sound must not depend on how the host cuts the programme into blocks.
 */
@FunctionalInterface
public interface AudioProcessor extends AutoCloseable {

    /**
     * Renders one block in place. [audio-thread]
     *
     * @param context the block; valid during this call only, never kept
     */
    void process(ProcessContext context);

    /** Forgets all past input: afterwards the processor behaves as a newly prepared one. [audio-thread] */
    default void reset() {
    }

    /** Delay from input to output in frames, 0 or more; constant for the life of the processor. [any-thread] */
    default int latencyFrames() {
        return 0;
    }

    /**
     * How long the output goes on after the input has fallen silent, in frames, latency included;
     * {@link Long#MAX_VALUE} means for ever. May change with the parameters: hosts ask when they need it. [any-thread]
     */
    default long tailFrames() {
        return latencyFrames();
    }

    /** Releases what the processor holds. [main-thread] */
    @Override
    default void close() {
    }
}
