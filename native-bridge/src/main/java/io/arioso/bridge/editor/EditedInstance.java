package io.arioso.bridge.editor;

import io.arioso.host.plugin.PluginDescriptor;
import java.util.List;

/** An instance as its editor needs it: parameters and meters by number. Everything may be called while audio runs. */
interface EditedInstance {
    PluginDescriptor descriptor();

    /** Ids of the parameters, in the order of their numbers. */
    List<String> parameters();

    /** Ids of the meters, in the order of their numbers. */
    List<String> meters();

    /** Names of the presets, in the order of their numbers. */
    List<String> presets();

    /** A parameter's plain value now. */
    double plain(int parameter);

    /** What a meter reads now. */
    double meter(int meter);

    void beginEdit(int parameter);

    void edit(int parameter, double plain);

    void endEdit(int parameter);

    void loadPreset(int preset);
}
