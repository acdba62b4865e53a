package io.arioso.bridge.bundle;

import io.arioso.host.plugin.PluginDescriptor;
import io.arioso.host.plugin.PluginException;
import io.arioso.host.plugin.PluginLibrary;
import io.arioso.host.plugin.PluginScanner;
import io.arioso.host.plugin.ScanResult;
import io.arioso.host.plugin.ScanResult.Available;
import io.arioso.host.plugin.ScanResult.Broken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Effects with their presets, ready to be written as a bundle.
 *
 * @param effects what the table says of them; their jars are where they were found
 * @param presets the preset files of each effect's id, by load key
 */
public record BundleContent(List<BundledEffect> effects, Map<String, Map<String, byte[]>> presets) {

    /**
     * Scans jars, makes one instance of each effect and collects its presets. [main-thread]
     *
     * @param jars effect jars in the order of the DAW's list
     * @param presetFolders folders of {@code <effect id>/*.json}; those in the jar itself come first
     * @param library makes the effects
     * @throws PluginException with the reason if a jar is broken or two effects have one id
     */
    public static BundleContent of(List<Path> jars, List<Path> presetFolders, PluginLibrary library)
            throws IOException, PluginException {
        EffectProbe probe = new EffectProbe(library);
        Map<String, BundledEffect> effects = new LinkedHashMap<>();
        Map<String, Map<String, byte[]>> presets = new LinkedHashMap<>();
        for (Path jar : jars) {
            for (PluginDescriptor plugin : scan(jar)) {
                BundledEffect twin = effects.get(plugin.id());
                if (twin != null)
                    throw new PluginException(jar + " and " + twin.descriptor().jar() + " both hold " + plugin.id()
                        + "; a bundle has room for one", plugin.id());
                FactoryPresets found = FactoryPresets.of(plugin, presetFolders);
                effects.put(plugin.id(), probe.probe(plugin, found));
                presets.put(plugin.id(), found.files());
            }
        }
        return new BundleContent(distinctJars(effects), presets);
    }

    private static List<PluginDescriptor> scan(Path jar) throws PluginException {
        List<PluginDescriptor> plugins = new ArrayList<>();
        for (ScanResult result : PluginScanner.scan(jar)) {
            if (result instanceof Broken broken) throw new PluginException(jar + ": " + broken.reason(), jar.toString());
            if (result instanceof Available available) plugins.add(available.plugin());
        }
        return plugins;
    }

    /** Jars of one name lie in one folder of the bundle only if they are one jar. */
    private static List<BundledEffect> distinctJars(Map<String, BundledEffect> effects) throws PluginException {
        Map<String, PluginDescriptor> byName = new LinkedHashMap<>();
        for (BundledEffect effect : effects.values()) {
            PluginDescriptor plugin = effect.descriptor();
            PluginDescriptor other = byName.putIfAbsent(plugin.jar().getFileName().toString(), plugin);
            if (other != null && !other.sha256().equals(plugin.sha256()))
                throw new PluginException(plugin.jar() + " and " + other.jar()
                    + " have one name; give one of the files another", plugin.id());
        }
        return List.copyOf(effects.values());
    }
}
