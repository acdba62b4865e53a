package io.arioso.host.session;

import io.arioso.host.document.DocumentException;
import io.arioso.host.preset.Preset;
import io.arioso.host.preset.PresetException;
import io.arioso.host.preset.PresetStore;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.Shorthand;
import io.arioso.sdk.state.PluginState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns typed chains and chain documents into live plug-ins. [main-thread] All or nothing: a fault closes what was
 * built.
 */
public final class ChainBuilder {
    /** Name of the setting that stands for a preset. */
    public static final String PRESET = "preset";
    /** Most slots of a chain: more is a mistake or an attack on memory. */
    public static final int MAX_SLOTS = 64;

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
        if (slots.size() > MAX_SLOTS)
            throw new ChainException("chain: " + slots.size() + " slots is above " + MAX_SLOTS);
        List<LiveSlot> built = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        boolean complete = false;
        try {
            for (T slot : slots) built.add(step.build(slot, built.size() + 1, warnings));
            complete = true;
            return new BuiltChain(built, warnings);
        } finally {
            if (!complete) built.forEach(slot -> slot.loaded().close());
        }
    }

    private LiveSlot live(SlotSpec slot, List<String> warnings) throws ChainException {
        LoadedPlugin loaded = create(slot);
        boolean complete = false;
        try {
            String preset = applyPreset(slot, loaded, warnings);
            applySettings(slot, loaded.plugin());
            complete = true;
            return new LiveSlot(loaded, preset);
        } finally {
            if (!complete) loaded.close();
        }
    }

    private LoadedPlugin create(SlotSpec slot) throws ChainException {
        try {
            return plugins.create(slot.pluginName(), slot.version());
        } catch (ChainException missing) {
            throw new ChainException(missing.getMessage(), slot.column(), missing);
        }
    }

    private String applyPreset(SlotSpec slot, LoadedPlugin loaded, List<String> warnings) throws ChainException {
        String applied = "";
        for (Setting setting : slot.settings()) {
            if (!setting.name().equalsIgnoreCase(PRESET)) continue;
            if (!applied.isEmpty()) throw fault(slot, setting, "a slot takes one preset, this is a second", null);
            try {
                Preset preset = presets.find(loaded.descriptor().id(), setting.value());
                load(loaded, preset.state(), slot.pluginName(), warnings);
                applied = preset.name();
            } catch (PresetException missing) {
                throw fault(slot, setting, missing.getMessage(), missing);
            } catch (RuntimeException | LinkageError failed) {
                throw fault(slot, setting, describe(failed), failed);
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
            } catch (RuntimeException | LinkageError failed) {
                throw fault(slot, setting, describe(failed), failed);
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

    private LiveSlot live(SavedSlot slot, int number, List<String> warnings) throws ChainException {
        String label = "slot " + number + " (" + slot.plugin() + ")";
        LoadedPlugin loaded = create(slot, label, warnings);
        boolean complete = false;
        try {
            load(loaded, slot.state(), label, warnings);
            complete = true;
            return new LiveSlot(loaded, slot.preset());
        } catch (DocumentException refused) {
            throw new ChainException(label + ": " + refused.getMessage(), refused);
        } catch (RuntimeException | LinkageError failed) {
            throw new ChainException(label + ": " + describe(failed), failed);
        } finally {
            if (!complete) loaded.close();
        }
    }

    private LoadedPlugin create(SavedSlot slot, String label, List<String> warnings) throws ChainException {
        if (!slot.pluginVersion().isEmpty()) {
            try {
                return plugins.create(slot.plugin(), slot.pluginVersion());
            } catch (ChainException otherVersion) {
                LoadedPlugin newest = newest(slot, label);
                warnings.add(label + ": version " + slot.pluginVersion() + " is not installed; "
                    + newest.descriptor().version() + " is used and may sound different");
                return newest;
            }
        }
        return newest(slot, label);
    }

    private LoadedPlugin newest(SavedSlot slot, String label) throws ChainException {
        try {
            return plugins.create(slot.plugin(), "");
        } catch (ChainException missing) {
            throw new ChainException(label + ": " + missing.getMessage(), missing);
        }
    }

    private static void load(LoadedPlugin loaded, PluginState state, String label, List<String> warnings) {
        AudioPlugin plugin = loaded.plugin();
        String version = loaded.descriptor().version();
        boolean sameVersion = state.version().isEmpty() || state.version().equals(version);
        PluginState current = sameVersion ? state : plugin.migrate(state);
        for (String id : current.values().keySet())
            if (plugin.parameters().find(id).isEmpty() && plugin.save().values().get(id) == null)
                warnings.add(label + ": version " + version + " has no parameter \"" + id + "\"; it is kept unused");
        plugin.load(current);
    }

    /** A refusal speaks for itself; anything else is a mistake of the plug-in and is called so. */
    private static String describe(Throwable failed) {
        return failed instanceof IllegalArgumentException ? failed.getMessage() : "the plug-in failed: " + failed;
    }

    private static ChainException fault(SlotSpec slot, Setting setting, String reason, Throwable cause) {
        return new ChainException(slot.pluginName() + ": " + reason, setting.column(), cause);
    }
}
