package io.arioso.bridge.bundle;

import io.arioso.host.plugin.PluginDescriptor;
import io.arioso.host.plugin.PluginException;
import io.arioso.host.plugin.PluginInstance;
import io.arioso.host.plugin.PluginLibrary;
import io.arioso.host.plugin.Sha256;
import io.arioso.host.preset.Preset;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.PluginCategory;
import io.arioso.sdk.parameter.ParameterIds;
import io.arioso.sdk.state.PluginState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** Finds out what a table says of an effect: identity from its scan, the rest by making one instance. */
final class EffectProbe {
    private static final int CLASS_ID_DIGITS = 32;

    private final PluginLibrary library;

    EffectProbe(PluginLibrary library) {
        this.library = library;
    }

    /**
     * What the table says of an effect. [main-thread] Runs the effect's constructor and loads every preset once.
     *
     * @throws PluginException if it cannot be made, takes neither stereo nor mono, or refuses a preset
     */
    BundledEffect probe(PluginDescriptor plugin, FactoryPresets presets) throws PluginException {
        try (PluginInstance instance = library.open(plugin)) {
            BundledEffect effect = describe(plugin, instance.plugin()).with(presets.list());
            for (Preset preset : presets.presets()) check(plugin, instance.plugin(), preset);
            return effect;
        } catch (RuntimeException | LinkageError failure) {
            // Text only: the failure's class belongs to the plug-in and would hold its loader.
            throw new PluginException(plugin.coordinate() + " does not tell what it has: " + failure, plugin.id());
        }
    }

    private static BundledEffect describe(PluginDescriptor plugin, AudioPlugin made) throws PluginException {
        if (!made.supports(BusLayout.STEREO) && !made.supports(BusLayout.MONO))
            throw new PluginException(plugin.coordinate() + " takes neither stereo nor mono", plugin.id());
        int bypass = made.parameters().find(ParameterIds.BYPASS).isPresent() ? 1 : 0;
        return new BundledEffect(plugin, clapFeatures(plugin.category(), made), vst3Categories(plugin.category()),
            classId(plugin.id()), "urn:arioso:" + plugin.id(), made.supports(BusLayout.STEREO.withSidechain(2)),
            made.parameters().size() - bypass, made.meters().size(), List.of());
    }

    private static void check(PluginDescriptor plugin, AudioPlugin made, Preset preset) throws PluginException {
        PluginState state = preset.state();
        try {
            boolean current = state.version().isEmpty() || state.version().equals(plugin.version());
            made.load(current ? state : made.migrate(state));
        } catch (IllegalArgumentException refused) {
            throw new PluginException(plugin.coordinate() + " refuses its preset \"" + preset.name() + "\": "
                + refused.getMessage(), plugin.id());
        }
    }

    /** VST3's class id: made from the effect's id alone, so that a project finds the effect in every version. */
    static String classId(String id) {
        MessageDigest digest = Sha256.digest();
        digest.update(("arioso:" + id).getBytes(StandardCharsets.UTF_8));
        return Sha256.hex(digest).substring(0, CLASS_ID_DIGITS);
    }

    private static List<String> clapFeatures(PluginCategory category, AudioPlugin plugin) {
        List<String> features = new ArrayList<>(List.of("audio-effect"));
        features.addAll(switch (category) {
            case EQ -> List.of("equalizer");
            case DYNAMICS -> List.of("compressor");
            case LIMITER -> List.of("limiter", "mastering");
            case REVERB -> List.of("reverb");
            case DELAY -> List.of("delay");
            case DISTORTION -> List.of("distortion");
            case ANALYSER -> List.of("analyzer");
            case STEREO -> List.of("mixing", "utility");
            case UTILITY -> List.of("utility");
            case MODULATION, OTHER -> List.<String>of(); // CLAP has no word for them
        });
        if (plugin.supports(BusLayout.STEREO)) features.add("stereo");
        if (plugin.supports(BusLayout.MONO)) features.add("mono");
        return features;
    }

    private static String vst3Categories(PluginCategory category) {
        return switch (category) {
            case EQ -> "Fx|EQ";
            case DYNAMICS -> "Fx|Dynamics";
            case LIMITER -> "Fx|Dynamics|Mastering";
            case REVERB -> "Fx|Reverb";
            case DELAY -> "Fx|Delay";
            case STEREO -> "Fx|Spatial";
            case DISTORTION -> "Fx|Distortion";
            case MODULATION -> "Fx|Modulation";
            case ANALYSER -> "Fx|Analyzer";
            case UTILITY -> "Fx|Tools";
            case OTHER -> "Fx";
        };
    }
}
