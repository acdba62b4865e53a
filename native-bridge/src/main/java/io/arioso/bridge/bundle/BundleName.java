package io.arioso.bridge.bundle;

import io.arioso.host.plugin.PluginDescriptor;
import java.util.List;
import java.util.regex.Pattern;

/** Names of bundles: the names of their files, so every system must bear them. */
final class BundleName {
    private static final Pattern LEGAL = Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N}\\p{M} ._+&-]{0,62}[\\p{L}\\p{N}\\p{M}+])?");

    private BundleName() {
    }

    /**
     * The name that was asked for.
     *
     * @throws IllegalArgumentException if no file can be called so
     */
    static String checked(String name) {
        if (!LEGAL.matcher(name).matches())
            throw new IllegalArgumentException("bundle name \"" + name + "\": it takes 1 to 64 letters, digits, spaces and"
                + " . _ + & - and begins and ends with a letter or digit");
        return name;
    }

    /**
     * A name made from the effects: vendor and name of one, or the vendor that all share.
     *
     * @throws IllegalArgumentException if there is none
     */
    static String of(List<BundledEffect> effects) {
        PluginDescriptor first = effects.get(0).descriptor();
        if (effects.size() == 1) return checked(cleaned(joined(first)));
        if (effects.stream().anyMatch(effect -> !effect.descriptor().vendor().equals(first.vendor())))
            throw new IllegalArgumentException("the effects are of several makers; name the bundle with --name");
        return checked(cleaned(first.vendor()));
    }

    private static String joined(PluginDescriptor plugin) {
        return plugin.name().startsWith(plugin.vendor()) ? plugin.name() : plugin.vendor() + " " + plugin.name();
    }

    private static String cleaned(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}\\p{M} ._+&-]+", " ").replaceAll(" +", " ")
            .replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}\\p{M}+]+$", "");
    }
}
