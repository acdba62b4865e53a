package io.arioso.sdk;

import io.arioso.sdk.meter.Meter;
import io.arioso.sdk.meter.Spectrum;
import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.ParameterSet;
import io.arioso.sdk.parameter.Shorthand;
import io.arioso.sdk.state.PluginState;
import java.util.List;
import java.util.Optional;

/**
 * One instance of a plug-in as the main thread sees it. Authors usually extend {@link AudioEffect}.
 *
 * <p>The life of an instance: constructed, any number of {@link #load} and parameter changes, {@link #prepare} once for
 * each set of processing facts (rate, block, layout), {@link #close}. A new {@code prepare} does not disturb the
 * processor of an earlier one, which plays on until its host closes it.
 */
public interface AudioPlugin extends AutoCloseable {

    /** All parameters in display order; the same set for the life of the instance. [any-thread] */
    ParameterSet parameters();

    /** Values that the processor shows the world, in display order. [any-thread] */
    default List<Meter> meters() {
        return List.of();
    }

    /** Signals that the processor offers to analysers. [any-thread] */
    default List<Spectrum> spectra() {
        return List.of();
    }

    /**
     * The share of the processed signal that is heard, 0..100 %. [any-thread] An effect that has one makes the processed
     * signal only: the runner mixes it with the input, as late as the output.
     */
    default Optional<FloatParameter> mix() {
        return Optional.empty();
    }

    /**
     * The switch that lets only the difference be heard: the input, as late as the output, less what the effect would
     * let out. [any-thread] The runner obeys it.
     */
    default Optional<BoolParameter> delta() {
        return Optional.empty();
    }

    /** Short texts that set several parameters at once, for command lines and typed chains. [main-thread] */
    default List<Shorthand> shorthands() {
        return List.of();
    }

    /** Whether {@link #prepare} accepts this layout. [main-thread] The default is mono or stereo without side-chain. */
    default boolean supports(BusLayout layout) {
        return layout.channels() <= 2 && !layout.hasSidechain();
    }

    /**
     * Returns a processor that is ready to render. [main-thread]
     *
     * <p>All memory is allocated and all tables are computed here. The result's latency stays as it is for its life.
     *
     * @param setup facts that hold for the life of the processor
     * @throws IllegalArgumentException if the layout or the rate is not supported
     */
    AudioProcessor prepare(ProcessSetup setup);

    /** Returns the whole state: equal settings give equal states. [main-thread] */
    PluginState save();

    /**
     * Takes over a state that {@link #migrate} has brought up to date. All or nothing. [main-thread]
     *
     * @throws IllegalArgumentException naming thing, value and bound if the state does not fit; the old state then
     *     stands
     */
    void load(PluginState state);

    /**
     * Brings the state of an older version up to date. [main-thread] Called by hosts in front of {@link #load} whenever
     * the state's version differs from the plug-in's; may rename, scale and add values. The default returns it
     * unchanged.
     */
    default PluginState migrate(PluginState state) {
        return state;
    }

    /** Releases what the instance holds; called once, after its processors were closed. [main-thread] */
    @Override
    default void close() {
    }
}
