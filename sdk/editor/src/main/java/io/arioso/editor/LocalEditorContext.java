package io.arioso.editor;

import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.state.PluginState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A context over an effect in the same process. [JavaFX application thread] */
public final class LocalEditorContext implements EditorContext {
    private final AudioPlugin plugin;
    private final PluginInfo info;
    private final List<EditorParameter> parameters;
    private final List<EditorMeter> meters;
    private final Map<String, PluginState> presetStates = new LinkedHashMap<>();
    private final EditorPresets presets = new EditorPresets(this::loadPreset);
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private Consumer<EditorSize> sizeRequests = size -> { };
    private double[] loaded;
    private int seenChanges;

    /** A context over a plug-in; edits set its parameters at once. */
    public LocalEditorContext(AudioPlugin plugin) {
        this(plugin, new DirectEdits(plugin));
    }

    /**
     * A context over a plug-in whose host takes the edits.
     *
     * @param edits receives every gesture; has to set the plug-in's parameter
     */
    public LocalEditorContext(AudioPlugin plugin, ParameterEdits edits) {
        this.plugin = plugin;
        info = plugin.getClass().getAnnotation(PluginInfo.class);
        parameters = plugin.parameters().list().stream()
            .map(parameter -> new EditorParameter(parameter, edits)).toList();
        meters = plugin.meters().stream()
            .map(meter -> new EditorMeter(meter.id(), meter.name(), meter.unit())).toList();
        loaded = plain();
        showParameters();
        refresh();
    }

    /** Offers presets, by name, in this order. */
    public void offerPresets(Map<String, PluginState> states) {
        presetStates.clear();
        presetStates.putAll(states);
        presets.showNames(List.copyOf(presetStates.keySet()));
    }

    /** Shows what went wrong, empty for nothing. */
    public void showFault(String sentence) {
        fault.set(sentence);
    }

    /** Says who hears the view's wishes for another size. */
    public void onSizeRequest(Consumer<EditorSize> listener) {
        sizeRequests = listener;
    }

    @Override
    public String name() {
        return info == null ? plugin.getClass().getSimpleName() : info.name();
    }

    @Override
    public String vendor() {
        return info == null ? "" : info.vendor();
    }

    @Override
    public String version() {
        return info == null ? "" : info.version();
    }

    @Override
    public List<EditorParameter> parameters() {
        return parameters;
    }

    @Override
    public List<EditorMeter> meters() {
        return meters;
    }

    @Override
    public EditorPresets presets() {
        return presets;
    }

    @Override
    public ReadOnlyStringProperty faultProperty() {
        return fault.getReadOnlyProperty();
    }

    @Override
    public void requestSize(EditorSize size) {
        sizeRequests.accept(size);
    }

    @Override
    public void refresh() {
        for (int meter = 0; meter < meters.size(); meter++) meters.get(meter).show(plugin.meters().get(meter).read());
        if (plugin.parameters().changes() != seenChanges) showParameters();
    }

    private void showParameters() {
        seenChanges = plugin.parameters().changes();
        for (EditorParameter parameter : parameters) parameter.show(parameter.description().plain());
        presets.showCurrent(presets.currentProperty().get(), !Arrays.equals(plain(), loaded));
    }

    private double[] plain() {
        return plugin.parameters().list().stream().mapToDouble(Parameter::plain).toArray();
    }

    private void loadPreset(String name) {
        plugin.load(presetStates.get(name));
        loaded = plain();
        presets.showCurrent(name, false);
        refresh();
    }

    private record DirectEdits(AudioPlugin plugin) implements ParameterEdits {
        @Override
        public void begin(EditorParameter parameter) {
        }

        @Override
        public void edit(EditorParameter parameter, double plain) {
            plugin.parameters().get(parameter.id()).set(plain);
        }

        @Override
        public void end(EditorParameter parameter) {
        }
    }
}
