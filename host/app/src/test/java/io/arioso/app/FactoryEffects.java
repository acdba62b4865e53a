package io.arioso.app;

import io.arioso.plugins.compressor.Compressor;
import io.arioso.plugins.delay.Delay;
import io.arioso.plugins.eq.Equalizer;
import io.arioso.plugins.limiter.Limiter;
import io.arioso.plugins.reverb.Reverb;
import io.arioso.plugins.widener.StereoWidener;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.PluginInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The effects that come with Arioso, by id, and where their presets lie. */
final class FactoryEffects {
    static final Path PRESETS = Path.of(System.getProperty("basedir", ".")).resolve("../../presets");

    private static final Map<String, Supplier<AudioPlugin>> ALL = new TreeMap<>();

    static {
        List<Supplier<AudioPlugin>> effects = List.of(Equalizer::new, Compressor::new, Reverb::new, Delay::new,
            Limiter::new, StereoWidener::new);
        for (Supplier<AudioPlugin> effect : effects)
            ALL.put(effect.get().getClass().getAnnotation(PluginInfo.class).id(), effect);
    }

    private FactoryEffects() {
    }

    static List<String> ids() {
        return List.copyOf(ALL.keySet());
    }

    static AudioPlugin make(String id) {
        return ALL.get(id).get();
    }
}
