package io.arioso.bridge;

import io.arioso.host.document.DocumentException;
import io.arioso.host.plugin.PluginDescriptor;
import io.arioso.host.plugin.PluginInstance;
import io.arioso.host.preset.Preset;
import io.arioso.runtime.Fault;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.meter.Spectrum;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One effect as every format sees it: parameters and meters in one list, state as a document, presets, audio. Knows no
 * pointers and no format.
 */
public final class BridgedPlugin implements AutoCloseable {
    private final PluginInstance instance;
    private final AudioPlugin plugin;
    private final EventValues values;
    private final ParameterIndex parameters;
    private final PresetBank presets;
    private final StateDocument state;
    private final EditQueue edits;
    private final Housekeeper housekeeper;
    private final WarmUp warmUp;
    private final Runnable duty = this::keepHouse;
    /** Held by whoever saves, loads or prepares; never by the audio thread. */
    private final Object life = new Object();
    private volatile BridgeHost host = NoHost.INSTANCE;
    private volatile Activation activation;
    private volatile int lastLatency;

    /** Takes over an instance, which it closes in the end. [main-thread] */
    BridgedPlugin(PluginInstance instance, EventValues values, PresetBank presets, Housekeeper housekeeper,
            WarmUp warmUp) {
        this.instance = instance;
        this.plugin = instance.plugin();
        this.values = values;
        this.presets = presets;
        this.housekeeper = housekeeper;
        this.warmUp = warmUp;
        PluginDescriptor descriptor = instance.descriptor();
        parameters = new ParameterIndex(plugin);
        state = new StateDocument(plugin, descriptor.id(), descriptor.name(), descriptor.version());
        edits = new EditQueue(parameters.list().size());
        housekeeper.add(duty);
    }

    /** Gives the instance its DAW; once, before anything else. [main-thread] */
    void attach(BridgeHost newHost) {
        host = newHost;
    }

    /** What the catalog says of the effect. [any-thread] */
    public PluginDescriptor descriptor() {
        return instance.descriptor();
    }

    /** Parameters, then meters. [any-thread] */
    public List<BridgedParameter> parameters() {
        return parameters.list();
    }

    /** The parameter or meter of a key, null if there is none. [any-thread, allocates nothing] */
    public BridgedParameter byKey(int key) {
        return parameters.byKey(key);
    }

    /** Counts the changes of all parameters: an equal number means that none has moved. [any-thread] */
    public int changes() {
        return plugin.parameters().changes();
    }

    /** Signals that the processor offers to analysers. [any-thread] */
    public List<Spectrum> spectra() {
        return plugin.spectra();
    }

    /** Plain value now; a meter that has not measured yet reads its lowest value. [any-thread] */
    public double plain(BridgedParameter parameter) {
        return parameter.plain();
    }

    /** Sets a plain value from the DAW; out of range is clamped, NaN and meters are ignored. [any-thread] */
    public void setPlain(BridgedParameter parameter, double plain) {
        if (parameter.isMeter() || Double.isNaN(plain)) return;
        parameter.parameter().set(parameter.parameter().nearest(plain));
    }

    /**
     * The plain value that the DAW means by a number in the format's way: as in an event, with a {@code float}'s digits
     * made right and a mere echo of the present value left as it is. NaN means the present value. [any-thread]
     */
    public double meant(BridgedParameter parameter, double sent) {
        return Double.isNaN(sent) ? plain(parameter) : HostValues.ofEvent(values, parameter, plain(parameter), sent);
    }

    /** Least and greatest plain value, also for meters. [any-thread] */
    public double minimum(BridgedParameter parameter) {
        return parameter.minimum();
    }

    /** As {@link #minimum}. */
    public double maximum(BridgedParameter parameter) {
        return parameter.maximum();
    }

    /**
     * The plain value at 0..1; where the place is a {@code float}, of the values that it may mean the one with the
     * fewest digits, so that a DAW's rounding does not show. NaN is the minimum. [any-thread]
     */
    public double toPlain(BridgedParameter parameter, double normalized) {
        return HostValues.fromNormalized(parameter, normalized);
    }

    /** The place on 0..1 of a plain value. [any-thread] */
    public double toNormalized(BridgedParameter parameter, double plain) {
        return HostValues.toNormalized(parameter, plain);
    }

    /** The plain value as the user reads it, with unit. [main-thread] */
    public String format(BridgedParameter parameter, double plain) {
        return parameter.isMeter() ? parameter.meter().unit().format(plain) : parameter.parameter().format(plain);
    }

    /** The plain value of what the user typed. [main-thread]
     * @throws IllegalArgumentException if it is not understood */
    public double parse(BridgedParameter parameter, String typed) {
        return parameter.isMeter() ? parameter.meter().unit().parse(typed) : parameter.parameter().parse(typed);
    }

    /** Whether the effect can be prepared so. [main-thread] */
    public boolean supports(BusLayout layout) {
        return plugin.supports(layout);
    }

    /** Whether the effect takes a side-chain beside a stereo bus. [any-thread] */
    public boolean hasSidechain() {
        return plugin.supports(BusLayout.STEREO.withSidechain(2));
    }

    /** The state as a document, the same in all formats; equal states give equal bytes. [main-thread] */
    public byte[] saveState() {
        synchronized (life) {
            return state.save();
        }
    }

    /**
     * Takes over a document of any format. All or nothing. [main-thread]
     *
     * @throws DocumentException with one sentence for the user if it is not acceptable; the old state then stands
     */
    public void loadState(byte[] document) throws DocumentException {
        synchronized (life) {
            state.load(document);
        }
        keepHouse();
        host.parametersChanged();
    }

    /** The factory presets, in the order of the DAW's list. [any-thread] */
    public List<Preset> presets() {
        return presets.all();
    }

    /** The place of the preset of a load key in {@link #presets}, -1 if there is none. [any-thread] */
    public int presetOf(String loadKey) {
        return presets.indexOfKey(loadKey);
    }

    /** The factory preset last loaded, also by way of a saved state, wherever the knobs are now; -1 for none. */
    public int currentPreset() {
        return presets.indexOfName(state.presetName());
    }

    /**
     * Takes over a factory preset. [main-thread]
     *
     * @throws IllegalArgumentException with one sentence for the user if there is none or it cannot be read
     */
    public void loadPreset(int index) {
        try {
            Preset preset = presets.read(index);
            synchronized (life) {
                state.load(preset);
            }
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(unreadable.getMessage(), unreadable);
        }
        keepHouse();
        host.parametersChanged();
    }

    /** Delay of the output in frames; 0 while inactive and never active before. [any-thread] */
    public int latencyFrames() {
        Activation now = activation;
        return now == null ? lastLatency : now.latencyFrames();
    }

    /** What has gone wrong in the processor, a line a fault; empty if nothing has. [any-thread] */
    public String faultText() {
        Activation now = activation;
        if (now == null) return "";
        List<Fault> faults = now.faults();
        return faults.stream().map(fault -> fault.describe(descriptor().name(), now.sampleRate()))
            .collect(Collectors.joining("\n"));
    }

    /** Takes over the block's events, prepares and warms up a processor. [main-thread] */
    void activate(AudioBlock block, double sampleRate, BusLayout layout, boolean offline) {
        synchronized (life) {
            deactivate();
            Activation made = new Activation(plugin, parameters, values,
                values == EventValues.PLAIN_BY_KEY ? edits : null, block, sampleRate, layout, offline,
                host.latencyMayChangeWhileActive());
            if (!offline) warmUp.run(instance, values, layout, sampleRate);
            activation = made;
        }
    }

    /** Renders the block in place and sends edits and meters. [audio-thread] */
    void process(AudioBlock block) {
        Activation now = activation;
        if (now != null) now.process(block);
    }

    /** Forgets past sound. [audio-thread] */
    void reset() {
        Activation now = activation;
        if (now != null) now.reset();
    }

    /** Ends an activation. [main-thread] */
    void deactivate() {
        synchronized (life) {
            Activation ended = activation;
            if (ended == null) return;
            lastLatency = ended.latencyFrames();
            activation = null;
            ended.close();
        }
    }

    /** Does what the processor has asked for, or what a loaded state asks for. [the bridge's own thread, main-thread] */
    private void keepHouse() {
        boolean latencyChanged;
        synchronized (life) {
            Activation now = activation;
            latencyChanged = now != null && now.renew();
        }
        if (latencyChanged) host.latencyChanged();
    }

    /** The user takes hold of a parameter in the editor. [any-thread but audio] */
    public void beginEdit(BridgedParameter parameter) {
        if (parameter.isMeter()) return;
        edits.begin(parameter.index());
        host.editsWaiting();
    }

    /** The user moves it: it is set and the DAW is told. Out of range is clamped. [any-thread but audio] */
    public void edit(BridgedParameter parameter, double plain) {
        if (parameter.isMeter() || Double.isNaN(plain)) return;
        double legal = parameter.parameter().nearest(plain);
        parameter.parameter().set(legal);
        edits.value(parameter.index(), legal);
        host.editsWaiting();
    }

    /** The user lets go. [any-thread but audio] */
    public void endEdit(BridgedParameter parameter) {
        if (parameter.isMeter()) return;
        edits.end(parameter.index());
        host.editsWaiting();
    }

    /** The user's edits for the DAW. CLAP's are taken by {@link #process}; VST3's and LV2's by their main thread. */
    public EditQueue edits() {
        return edits;
    }

    @Override
    public void close() {
        housekeeper.remove(duty);
        synchronized (life) {
            deactivate();
            instance.close();
        }
    }
}
