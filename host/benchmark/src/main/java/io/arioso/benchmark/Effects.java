package io.arioso.benchmark;

import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.Shorthand;
import java.util.ArrayList;
import java.util.List;

/** Makes effects from a class name and settings as they are typed in a chain: {@code bell=60Hz/3dB/1}. */
public final class Effects {
    /** The equaliser. */
    static final String EQUALIZER = "io.arioso.plugins.eq.Equalizer";
    /** The limiter. */
    static final String LIMITER = "io.arioso.plugins.limiter.Limiter";

    /** The bells that every peer gets too: Q 1, on all channels. */
    private static final List<String> BELLS = List.of("60Hz/3dB", "120Hz/-2dB", "250Hz/-3dB", "500Hz/2dB",
        "1000Hz/-2dB", "2000Hz/3dB", "5000Hz/2dB", "10000Hz/4dB");

    private Effects() {
    }

    /**
     * Makes an effect.
     *
     * @param className a class with a public constructor without arguments
     * @param settings {@code id=value} or {@code shorthand=value} each
     * @throws IllegalArgumentException naming the class or the setting that does not exist
     */
    public static AudioPlugin make(String className, List<String> settings) {
        AudioPlugin plugin;
        try {
            plugin = (AudioPlugin) Class.forName(className).getConstructor().newInstance();
        } catch (ReflectiveOperationException absent) {
            throw new IllegalArgumentException("effect: " + className + " cannot be made", absent);
        }
        for (String setting : settings) apply(plugin, setting);
        return plugin;
    }

    private static void apply(AudioPlugin plugin, String setting) {
        int equals = setting.indexOf('=');
        if (equals < 1) throw new IllegalArgumentException("setting: \"" + setting + "\" is not name=value");
        String name = setting.substring(0, equals);
        String value = setting.substring(equals + 1);
        for (Shorthand shorthand : plugin.shorthands()) {
            if (shorthand.name().equals(name)) {
                shorthand.apply().accept(value);
                return;
            }
        }
        Parameter parameter = plugin.parameters().get(name);
        parameter.set(parameter.parse(value));
    }

    /** The equaliser with the peers' eight bells, over and over up to a number of bands. */
    static AudioPlugin equalizer(int bells) {
        List<String> settings = new ArrayList<>();
        for (int i = 0; i < bells; i++) settings.add("bell=" + BELLS.get(i % BELLS.size()) + "/1");
        return make(EQUALIZER, settings);
    }

    /** The limiter holding true peaks at -1 dBTP. */
    static AudioPlugin limiter() {
        return make(LIMITER, List.of("ceiling=-1dBTP", "release_ms=50ms"));
    }
}
