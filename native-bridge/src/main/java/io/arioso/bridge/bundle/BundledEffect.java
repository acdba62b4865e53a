package io.arioso.bridge.bundle;

import io.arioso.host.plugin.PluginDescriptor;
import java.util.List;

/**
 * One effect of a bundle as the table has it.
 *
 * @param descriptor what a scan says; its jar lies in the bundle
 * @param clapFeatures CLAP's words for what it is, {@code audio-effect} first
 * @param vst3Categories VST3's, for example {@code Fx|EQ}
 * @param vst3Cid VST3's class id, 32 hexadecimal digits, made from the effect's id
 * @param lv2Uri LV2's name of the stereo plug-in; the mono one has {@code :mono} behind it
 * @param sidechain whether it takes a side-chain
 * @param controls number of parameters without bypass
 * @param meters number of meters
 * @param presets its factory presets
 */
public record BundledEffect(PluginDescriptor descriptor, List<String> clapFeatures, String vst3Categories,
                            String vst3Cid, String lv2Uri, boolean sidechain, int controls, int meters,
                            List<BundledPreset> presets) {

    /** Keeps copies of the lists. */
    public BundledEffect {
        clapFeatures = List.copyOf(clapFeatures);
        presets = List.copyOf(presets);
    }

    /** This effect with other presets. */
    BundledEffect with(List<BundledPreset> newPresets) {
        return new BundledEffect(descriptor, clapFeatures, vst3Categories, vst3Cid, lv2Uri, sidechain, controls, meters,
            newPresets);
    }

    /**
     * One factory preset.
     *
     * @param loadKey its file below the bundle's {@code presets/<effect id>}, without {@code .json}
     * @param name name shown to users
     * @param description a sentence, or empty
     */
    public record BundledPreset(String loadKey, String name, String description) {
    }
}
