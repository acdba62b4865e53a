package io.arioso.testkit;

import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.IntParameter;
import io.arioso.sdk.parameter.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Rules on the values of parameters: text both ways, knob positions both ways. */
final class ParameterRules {
    private static final long SEED = 20_260_105;
    private static final int VALUES = 1000;
    /** Texts carry six digits and four decimals: a ten-thousandth of the range must survive. */
    private static final double TEXT_TOLERANCE = 1e-4;
    private static final double KNOB_TOLERANCE = 1e-6;

    private ParameterRules() {
    }

    static List<ContractRule> rules() {
        return List.of(
            new ContractRule("V34", "1,000 values a parameter survive as text, with points and with commas",
                ParameterRules::text),
            new ContractRule("V35", "1,000 values a parameter survive as knob positions, and the knob rises",
                ParameterRules::knob),
            new ContractRule("V48", "text does not depend on the computer's language", ParameterRules::otherLanguages));
    }

    private static void text(PluginUnderTest plugin) {
        try (AudioPlugin instance = plugin.newPlugin()) {
            Random random = new Random(SEED);
            for (Parameter parameter : instance.parameters())
                for (int draw = 0; draw < VALUES; draw++) survivesAsText(parameter, value(parameter, random, draw));
        }
    }

    private static double value(Parameter parameter, Random random, int draw) {
        return parameter.toPlain(draw == 0 ? 0 : draw == 1 ? 1 : random.nextDouble());
    }

    private static void survivesAsText(Parameter parameter, double plain) {
        String shown = parameter.format(plain);
        double tolerance = parameter.stepCount() > 0 ? 0 : TEXT_TOLERANCE * (parameter.maximum() - parameter.minimum());
        boolean number = parameter instanceof FloatParameter || parameter instanceof IntParameter;
        String comma = number ? shown.replace('.', ',') : shown;
        for (String typed : List.of(shown, comma, " " + shown.toUpperCase(Locale.ROOT) + " ")) {
            double read = parameter.parse(typed);
            Require.that(Math.abs(read - plain) <= tolerance,
                "parameter \"" + parameter.id() + "\": " + plain + " is shown as \"" + shown + "\", but \"" + typed
                + "\" is read as " + read + "; allowed is a difference of " + tolerance);
        }
        Require.that(parameter.format(parameter.parse(shown)).equals(shown),
            "parameter \"" + parameter.id() + "\": \"" + shown + "\" becomes \""
            + parameter.format(parameter.parse(shown)) + "\" when it is read and shown again");
    }

    private static void knob(PluginUnderTest plugin) {
        try (AudioPlugin instance = plugin.newPlugin()) {
            Random random = new Random(SEED);
            for (Parameter parameter : instance.parameters()) {
                for (int draw = 0; draw < VALUES; draw++) {
                    double plain = value(parameter, random, draw);
                    parameter.set(plain);
                    Require.that(parameter.plain() == plain,
                        "parameter \"" + parameter.id() + "\": set to " + plain + ", it is " + parameter.plain());
                    double back = parameter.toPlain(parameter.normalized());
                    Require.atMost("parameter \"" + parameter.id() + "\": error of " + plain + " by way of the knob",
                        Math.abs(back - plain) / (parameter.maximum() - parameter.minimum()), KNOB_TOLERANCE,
                        "of the range");
                }
                rises(parameter);
            }
        }
    }

    private static void rises(Parameter parameter) {
        double last = parameter.toPlain(0);
        for (int place = 1; place <= VALUES; place++) {
            double plain = parameter.toPlain((double) place / VALUES);
            Require.that(plain >= last,
                "parameter \"" + parameter.id() + "\": it falls from " + last + " to " + plain + " at "
                + (double) place / VALUES + " of the knob's way");
            last = plain;
        }
    }

    private static void otherLanguages(PluginUnderTest plugin) {
        Locale before = Locale.getDefault();
        try (AudioPlugin instance = plugin.newPlugin()) {
            for (Parameter parameter : instance.parameters()) {
                double plain = parameter.toPlain(0.37);
                String expected = parameter.format(plain);
                for (String language : List.of("tr", "ar-EG", "de", "hi-IN")) {
                    Locale.setDefault(Locale.forLanguageTag(language));
                    Require.that(parameter.format(plain).equals(expected),
                        "parameter \"" + parameter.id() + "\": \"" + expected + "\" is shown as \""
                        + parameter.format(plain) + "\" where the language is " + language);
                    parameter.parse(expected);
                }
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
