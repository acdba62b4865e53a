package io.arioso.bridge;

/** The DAW as one instance sees it: what a format does for the instance when something happened in Java. */
public interface BridgeHost extends AutoCloseable {

    /** The delay of the output has changed. [the bridge's own thread] The format tells the DAW as its rules demand. */
    void latencyChanged();

    /**
     * Whether a processor with another latency may take over while audio runs. If not, the format asks the DAW to
     * deactivate and activate the instance instead. [any-thread]
     */
    boolean latencyMayChangeWhileActive();

    /** Parameters have moved by a loaded state or preset, not by gestures. [main-thread or the bridge's own] */
    void parametersChanged();

    /** There are edits in {@link BridgedPlugin#edits} for the DAW to fetch. [any-thread] */
    void editsWaiting();

    /** The instance goes. [main-thread] */
    @Override
    void close();
}
