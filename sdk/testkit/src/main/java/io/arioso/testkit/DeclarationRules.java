package io.arioso.testkit;

import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.meter.Meter;
import io.arioso.sdk.meter.Spectrum;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.Shorthand;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules on what a plug-in declares about itself. */
final class DeclarationRules {
    private static final String ID = "[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)+";
    private static final String VERSION = "\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}";
    private static final String METER_ID = "[a-z][a-z0-9_]{0,63}";

    private DeclarationRules() {
    }

    static List<ContractRule> rules() {
        return List.of(
            new ContractRule("V1", "@PluginInfo names a reverse-domain id, a name, a vendor and a version",
                DeclarationRules::info),
            new ContractRule("V2", "a host can construct it: public class, public constructor without arguments",
                DeclarationRules::constructible),
            new ContractRule("V32", "parameters, meters and shorthands have names and ids of their own",
                DeclarationRules::names),
            new ContractRule("V37", "a new instance stands at its defaults", DeclarationRules::defaults));
    }

    private static void info(PluginUnderTest plugin) {
        try (AudioPlugin instance = plugin.newPlugin()) {
            PluginInfo info = instance.getClass().getAnnotation(PluginInfo.class);
            Require.that(info != null, instance.getClass().getName() + " carries no @PluginInfo");
            Require.that(info.id().matches(ID), "plug-in id \"" + info.id() + "\" does not match " + ID);
            Require.that(info.version().matches(VERSION),
                "version \"" + info.version() + "\" is not major.minor.patch");
            Require.that(!info.name().isBlank() && !info.vendor().isBlank(),
                "name or vendor of " + info.id() + " is blank");
        }
    }

    private static void constructible(PluginUnderTest plugin) {
        try (AudioPlugin instance = plugin.newPlugin()) {
            Class<?> type = instance.getClass();
            boolean constructor =
                List.of(type.getConstructors()).stream().anyMatch(found -> found.getParameterCount() == 0);
            Require.that(Modifier.isPublic(type.getModifiers()) && constructor,
                type.getName() + " is not a public class with a public constructor without arguments");
        }
    }

    private static void names(PluginUnderTest plugin) {
        try (AudioPlugin instance = plugin.newPlugin()) {
            Set<String> names = new HashSet<>();
            Set<String> words = new HashSet<>();
            for (Parameter parameter : instance.parameters()) {
                words.add(parameter.id());
                unique(names, parameter.group() + "/" + parameter.name(), "parameter name");
            }
            for (Shorthand shorthand : instance.shorthands()) unique(words, shorthand.name(), "shorthand");
            Set<String> meters = new HashSet<>();
            for (Meter meter : instance.meters()) unique(meters, meterId(meter.id()), "meter id");
            for (Spectrum spectrum : instance.spectra()) unique(meters, meterId(spectrum.id()), "spectrum id");
        }
    }

    private static String meterId(String id) {
        Require.that(id.matches(METER_ID), "meter id \"" + id + "\" does not match " + METER_ID);
        return id;
    }

    private static void unique(Set<String> taken, String word, String kind) {
        Require.that(!word.endsWith("/") && !word.isBlank(), kind + " \"" + word + "\" is blank");
        Require.that(taken.add(word), kind + " \"" + word + "\" is used twice");
    }

    private static void defaults(PluginUnderTest plugin) {
        try (AudioPlugin instance = plugin.newPlugin()) {
            for (Parameter parameter : instance.parameters()) {
                Require.that(parameter.plain() == parameter.defaultPlain(),
                    "parameter \"" + parameter.id() + "\": it starts at " + parameter.plain()
                    + " instead of its default " + parameter.defaultPlain());
                Require.that(parameter.nearest(parameter.defaultPlain()) == parameter.defaultPlain(),
                    "parameter \"" + parameter.id() + "\": default " + parameter.defaultPlain() + " is no legal value");
            }
        }
    }
}
