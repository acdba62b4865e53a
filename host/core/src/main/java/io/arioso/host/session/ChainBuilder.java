package io.arioso.host.session;

import io.arioso.host.document.DocumentException;
import io.arioso.host.preset.Preset;
import io.arioso.host.preset.PresetException;
import io.arioso.host.preset.PresetStore;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.Shorthand;
import io.arioso.sdk.state.PluginState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns typed chains and chain documents into live plug-ins. [main-thread] All or nothing: a fault closes what was built. */
public final class ChainBuilder {
    /** Name of the setting that stands for a preset. */
    public static final String PRESET = "preset";

    private final PluginSource plugins;
    private final PresetStore presets;

    /** A builder that takes plug-ins and presets from these. */
    public ChainBuilder(PluginSource plugins, PresetStore presets) {
        this.plugins = plugins;
        this.presets = presets;
    }

    /**
     * Builds a typed chain.
     *
     * @throws ChainException naming slot, thing, value, bound and column
     */
    public BuiltChain build(ChainSpec spec) throws ChainException {
        return build(spec.slots(), (slot, number, warnings) -> live(slot, warnings));
    }

    /**
     * Builds the chain of a document. A plug-in that is not there in the version that saved the slot is taken in the
     * newest one, with a warning.
     *
     * @throws ChainException naming slot, thing, value and bound
     */
    public BuiltChain build(ChainDocument document) throws ChainException {
        return build(document.slots(), this::live);
    }

    @FunctionalInterface
    private interface Step<T> {
        LiveSlot build(T slot, int number, List<String> warnings) throws ChainException;
    }

    private static <T> BuiltChain build(List<T> slots, Step<T> step) throws ChainException {
        List<LiveSlot> built = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        boolean complete = false;
        try {
            for (T slot : slots) built.add(step.build(slot, built.size() + 1, warnings));
            complete = true;
            return new BuiltChain(built, warnings);
        } finally {
            if (!complete) built.forEach(slot -> slot.plugin().close());
        }
    }

    private LiveSlot live(SlotSpec slot, List<String> warnings) throws ChainException {
        AudioPlugin plugin = create(slot);
        boolean complete = false;
        try {
            String preset = applyPreset(slot, plugin, warnings);
            applySettings(slot, plugin);
            complete = true;
            return new LiveSlot(idOf(plugin, slot.pluginName()), versionOf(plugin), preset, plugin);
        } finally {
            if (!complete) plugin.close();
        }
    }

    private AudioPlugin create(SlotSpec slot) throws ChainException {
        try {
            return plugins.create(slot.pluginName(), slot.version());
        } catch (ChainException missing) {
            throw new ChainException(missing.getMessage(), slot.column(), missing);
        }
    }

    private String applyPreset(SlotSpec slot, AudioPlugin plugin, List<String> warnings) throws ChainException {
        String applied = "";
        for (Setting setting : slot.settings()) {
            if (!setting.name().equalsIgnoreCase(PRESET)) continue;
            if (!applied.isEmpty()) throw fault(slot, setting, "a slot takes one preset, this is a second", null);
            try {
                Preset preset = presets.find(idOf(plugin, slot.pluginName()), setting.value());
                load(plugin, preset.state(), slot.pluginName(), warnings);
                applied = preset.name();
            } catch (PresetException | IllegalArgumentException unusable) {
                throw fault(slot, setting, unusable.getMessage(), unusable);
            }
        }
        return applied;
    }

    private static void applySettings(SlotSpec slot, AudioPlugin plugin) throws ChainException {
        ParameterLookup lookup = new ParameterLookup(plugin);
        Set<String> done = new HashSet<>();
        for (Setting setting : slot.settings()) {
            if (setting.name().equalsIgnoreCase(PRESET)) continue;
            try {
                apply(setting, lookup, done);
            } catch (IllegalArgumentException refused) {
                throw fault(slot, setting, refused.getMessage(), refused);
            }
        }
    }

    private static void apply(Setting setting, ParameterLookup lookup, Set<String> done) {
        Optional<Shorthand> shorthand = lookup.shorthand(setting.name());
        if (shorthand.isPresent()) {
            shorthand.get().apply().accept(setting.value());
            return;
        }
        Parameter parameter = lookup.parameter(setting.name());
        if (!done.add(parameter.id()))
            throw new IllegalArgumentException("parameter \"" + parameter.id() + "\" is set twice");
        parameter.set(parameter.parse(setting.value()));
    }

    private LiveSlot live(ChainSlot slot, int number, List<String> warnings) throws ChainException {
        String label = "slot " + number + " (" + slot.plugin() + ")";
        AudioPlugin plugin = create(slot, label, warnings);
        boolean complete = false;
        try {
            load(plugin, slot.state(), label, warnings);
            complete = true;
            return new LiveSlot(slot.plugin(), versionOf(plugin), slot.preset(), plugin);
        } catch (DocumentException | IllegalArgumentException refused) {
            throw new ChainException(label + ": " + refused.getMessage(), refused);
        } finally {
            if (!complete) plugin.close();
        }
    }

    private AudioPlugin create(ChainSlot slot, String label, List<String> warnings) throws ChainException {
        if (!slot.pluginVersion().isEmpty()) {
            try {
                return plugins.create(slot.plugin(), slot.pluginVersion());
            } catch (ChainException otherVersion) {
                AudioPlugin newest = newest(slot, label);
                warnings.add(label + ": version " + slot.pluginVersion() + " is not installed; " + versionOf(newest)
                    + " is used and may sound different");
                return newest;
            }
        }
        return newest(slot, label);
    }

    private AudioPlugin newest(ChainSlot slot, String label) throws ChainException {
        try {
            return plugins.create(slot.plugin(), "");
        } catch (ChainException missing) {
            throw new ChainException(label + ": " + missing.getMessage(), missing);
        }
    }

    private static void load(AudioPlugin plugin, PluginState state, String label, List<String> warnings) {
        String version = versionOf(plugin);
        boolean sameVersion = state.version().isEmpty() || state.version().equals(version);
        PluginState current = sameVersion ? state : plugin.migrate(state);
        for (String id : current.values().keySet())
            if (plugin.parameters().find(id).isEmpty() && plugin.save().values().get(id) == null)
                warnings.add(label + ": version " + version + " has no parameter \"" + id + "\"; it is kept unused");
        plugin.load(current);
    }

    private static ChainException fault(SlotSpec slot, Setting setting, String reason, Throwable cause) {
        return new ChainException(slot.pluginName() + ": " + reason, setting.column(), cause);
    }

    private static String idOf(AudioPlugin plugin, String otherwise) {
        PluginInfo info = plugin.getClass().getAnnotation(PluginInfo.class);
        return info == null ? otherwise : info.id();
    }

    private static String versionOf(AudioPlugin plugin) {
        PluginInfo info = plugin.getClass().getAnnotation(PluginInfo.class);
        return info == null ? "" : info.version();
    }
}
