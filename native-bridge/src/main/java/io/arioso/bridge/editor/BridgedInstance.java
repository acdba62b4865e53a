package io.arioso.bridge.editor;

import io.arioso.bridge.BridgedParameter;
import io.arioso.bridge.BridgedPlugin;
import io.arioso.host.plugin.PluginDescriptor;
import io.arioso.host.preset.Preset;
import java.util.List;

/** A bridged plug-in by the numbers of its editor. */
final class BridgedInstance implements EditedInstance {
    private final BridgedPlugin plugin;
    private final List<BridgedParameter> parameters;
    private final List<BridgedParameter> meters;

    BridgedInstance(BridgedPlugin plugin) {
        this.plugin = plugin;
        parameters = plugin.parameters().stream().filter(parameter -> !parameter.isMeter()).toList();
        meters = plugin.parameters().stream().filter(BridgedParameter::isMeter).toList();
    }

    @Override
    public PluginDescriptor descriptor() {
        return plugin.descriptor();
    }

    @Override
    public List<String> parameters() {
        return parameters.stream().map(BridgedParameter::id).toList();
    }

    @Override
    public List<String> meters() {
        return meters.stream().map(parameter -> parameter.meter().id()).toList();
    }

    @Override
    public List<String> presets() {
        return plugin.presets().stream().map(Preset::name).toList();
    }

    @Override
    public double plain(int parameter) {
        return plugin.plain(parameters.get(parameter));
    }

    @Override
    public double meter(int meter) {
        return meters.get(meter).meter().read();
    }

    @Override
    public void beginEdit(int parameter) {
        plugin.beginEdit(parameters.get(parameter));
    }

    @Override
    public void edit(int parameter, double plain) {
        plugin.edit(parameters.get(parameter), plain);
    }

    @Override
    public void endEdit(int parameter) {
        plugin.endEdit(parameters.get(parameter));
    }

    @Override
    public void loadPreset(int preset) {
        plugin.loadPreset(preset);
    }
}
