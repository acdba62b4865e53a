package io.arioso.sdk;

import io.arioso.sdk.meter.Meter;
import io.arioso.sdk.meter.Spectrum;
import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.ParameterIds;
import io.arioso.sdk.parameter.ParameterSet;
import io.arioso.sdk.parameter.Shorthand;
import io.arioso.sdk.parameter.Unit;
import io.arioso.sdk.state.PluginState;
import io.arioso.sdk.state.StateValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Skeleton of an effect: collects the parameters, meters and spectra that an author declares as fields, saves and loads
 * them, and adds the bypass parameter that the host's runner obeys.
 *
 * <p>A whole effect:
 * <pre>{@code
 * @PluginInfo(id = "com.example.gain", name = "Gain", vendor = "Example", version = "1.0.0")
 * public final class Gain extends AudioEffect {
 *     private final FloatParameter gainDb = parameter(FloatParameter.decibels("gain", "Gain", -60, 24, 0));
 *
 *     @Override public AudioProcessor prepare(ProcessSetup setup) {
 *         Smoother gain = setup.smooth(gainDb, Decibels::toGain);
 *         return context -> {
 *             AudioBuffer audio = context.audio();
 *             for (int frame = 0; frame < audio.frames(); frame++) {
 *                 float factor = gain.next();
 *                 for (int channel = 0; channel < audio.channels(); channel++) audio.channel(channel)[frame] *= factor;
 *             }
 *         };
 *     }
 * }
 * }</pre>
 */
public abstract class AudioEffect implements AudioPlugin {
    private final ParameterSet parameters = new ParameterSet();
    private final List<Meter> meters = new ArrayList<>();
    private final List<Spectrum> spectra = new ArrayList<>();
    private FloatParameter mix;
    private BoolParameter delta;
    private final List<Shorthand> shorthands = new ArrayList<>();
    private final Map<String, StateValue> unknownValues = new LinkedHashMap<>();
    private final Map<String, byte[]> unknownBlobs = new LinkedHashMap<>();

    /** Declares the bypass parameter; everything else is declared by the fields of the subclass. [main-thread] */
    protected AudioEffect() {
        parameter(new BoolParameter(ParameterIds.BYPASS, "Bypass", false));
    }

    /**
     * Declares a parameter. [main-thread, during construction]
     *
     * @return the same parameter, ready to be kept in a field
     * @throws IllegalArgumentException if its id is already taken
     */
    protected final <P extends Parameter> P parameter(P parameter) {
        parameters.add(parameter);
        return parameter;
    }

    /** Declares a meter. [main-thread, during construction] */
    protected final Meter meter(String id, String name, Unit unit) {
        Meter meter = new Meter(id, name, unit);
        meters.add(meter);
        return meter;
    }

    /** Declares a signal for analysers. [main-thread, during construction] */
    protected final Spectrum spectrum(String id, String name) {
        Spectrum spectrum = new Spectrum(id, name);
        spectra.add(spectrum);
        return spectrum;
    }

    /** Declares a shorthand. [main-thread, during construction] */
    protected final void shorthand(Shorthand shorthand) {
        shorthands.add(shorthand);
    }

    /**
     * Declares the mix of the processed signal with the input; the runner obeys it and the processor makes the processed
     * signal only. [main-thread, during construction] At 100 % the processor's output passes bit for bit.
     *
     * @param defaultPercent share of the processed signal, 0..100 %
     */
    protected final FloatParameter mixParameter(double defaultPercent) {
        mix = parameter(FloatParameter.percent(ParameterIds.MIX, "Mix", 0, 100, defaultPercent)
            .group(ParameterIds.OUTPUT_GROUP));
        return mix;
    }

    /**
     * Declares the switch that lets only the difference to the input be heard; the runner obeys it. [main-thread, during
     * construction]
     */
    protected final BoolParameter deltaParameter() {
        delta = parameter(new BoolParameter(ParameterIds.DELTA, "Delta", false).group(ParameterIds.OUTPUT_GROUP));
        return delta;
    }

    @Override
    public final Optional<FloatParameter> mix() {
        return Optional.ofNullable(mix);
    }

    @Override
    public final Optional<BoolParameter> delta() {
        return Optional.ofNullable(delta);
    }

    @Override
    public final ParameterSet parameters() {
        return parameters;
    }

    @Override
    public final List<Meter> meters() {
        return Collections.unmodifiableList(meters);
    }

    @Override
    public final List<Spectrum> spectra() {
        return Collections.unmodifiableList(spectra);
    }

    @Override
    public final List<Shorthand> shorthands() {
        return Collections.unmodifiableList(shorthands);
    }

    @Override
    public PluginState save() {
        PluginState.Builder state = PluginState.builder(version());
        unknownValues.forEach(state::value);
        unknownBlobs.forEach(state::blob);
        for (Parameter parameter : parameters) state.value(parameter.id(), parameter.save());
        return state.build();
    }

    /**
     * {@inheritDoc}
     *
     * <p>A parameter that the state does not name goes to its default. A value that this version does not know is kept
     * and saved again, so that a state from a newer version survives.
     */
    @Override
    public void load(PluginState state) {
        Map<Parameter, Double> plain = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            StateValue value = state.values().get(parameter.id());
            plain.put(parameter, value == null ? parameter.defaultPlain() : parameter.restore(value));
        }
        plain.forEach(Parameter::set);
        unknownValues.clear();
        state.values().forEach((id, value) -> {
            if (parameters.find(id).isEmpty()) unknownValues.put(id, value);
        });
        unknownBlobs.clear();
        for (String id : state.blobIds()) if (!handlesBlob(id)) unknownBlobs.put(id, state.blob(id));
    }

    /** Whether the subclass saves and loads this blob itself; others are kept verbatim. [main-thread] */
    protected boolean handlesBlob(String id) {
        return false;
    }

    private String version() {
        PluginInfo info = getClass().getAnnotation(PluginInfo.class);
        return info == null ? "0.0.0" : info.version();
    }
}
