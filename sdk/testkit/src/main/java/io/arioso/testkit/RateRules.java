package io.arioso.testkit;

import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.testkit.analysis.FrequencyResponse;
import io.arioso.testkit.signal.Signals;
import java.util.Arrays;
import java.util.List;

/** Rules on sample rates. */
final class RateRules {
    private static final double[] ODD_RATES = {8_000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000, 88_200, 96_000,
        176_400, 192_000, 1234.5678};
    private static final double REFERENCE_RATE = 96_000;
    private static final double HIGHEST_HERTZ = 18_000;
    private static final double LOWEST_HERTZ = 25;
    private static final int POINTS = 25;
    private static final double IMPULSE_SECONDS = 0.2;
    /** Small, so that what answers to the level stays in its straight part. */
    private static final double IMPULSE_LEVEL = 1e-3;
    /** Where the response is lower than this, a difference is not heard. */
    private static final double AUDIBLE_DB = -60;
    private static final double TOLERANCE_DB = 0.1;

    private RateRules() {
    }

    static List<ContractRule> rules() {
        return List.of(
            new ContractRule("X5", "the response to 18 kHz is the same at every rate within 0.1 dB",
                RateRules::sameResponse),
            new ContractRule("V16", "every rate from 1.2 to 192 kHz works, or is refused with a reason",
                RateRules::oddRates));
    }

    private static void sameResponse(PluginUnderTest plugin) {
        double[] reference = response(plugin, REFERENCE_RATE);
        for (double rate : plugin.rates()) {
            if (rate < 44_100 || rate == REFERENCE_RATE) continue;
            double[] there = response(plugin, rate);
            for (int point = 0; point < POINTS; point++)
                if (Math.max(reference[point], there[point]) > AUDIBLE_DB)
                    Require.atMost(String.format(java.util.Locale.ROOT,
                        "response at %.0f Hz: difference between %.0f and %.0f Hz rate",
                        hertz(point), rate, REFERENCE_RATE), Math.abs(there[point] - reference[point]), TOLERANCE_DB,
                        "dB");
        }
    }

    private static double[] response(PluginUnderTest plugin, double rate) {
        int frames = (int) (IMPULSE_SECONDS * rate);
        float[][] input = new float[plugin.layout().channels()][];
        Arrays.fill(input, Signals.impulse(frames, 0, IMPULSE_LEVEL));
        FrequencyResponse response = FrequencyResponse.of(plugin.judged().rate(rate).render(input)[0], rate);
        double[] decibels = new double[POINTS];
        Arrays.setAll(decibels, point -> response.magnitudeDb(hertz(point)) - 20 * StrictMath.log10(IMPULSE_LEVEL));
        return decibels;
    }

    private static double hertz(int point) {
        return LOWEST_HERTZ * StrictMath.pow(HIGHEST_HERTZ / LOWEST_HERTZ, point / (POINTS - 1.0));
    }

    private static void oddRates(PluginUnderTest plugin) {
        for (double rate : ODD_RATES) {
            float[][] input = Signals.whiteChannels(plugin.layout().channels(), 4096, 1, 0.5);
            try (RunningPlugin running = plugin.harness().rate(rate).open()) {
                Require.finite("output at " + rate + " Hz", running.render(input));
                Require.clean(running);
                sameRanges(plugin, running.plugin(), rate);
            } catch (IllegalArgumentException refused) {
                boolean promised = Arrays.stream(plugin.rates()).anyMatch(must -> must == rate);
                Require.that(!promised && refused.getMessage() != null,
                    "rate: " + rate + " Hz is refused (" + refused.getMessage() + ") although it must work");
            }
        }
    }

    private static void sameRanges(PluginUnderTest plugin, AudioPlugin prepared, double rate) {
        try (AudioPlugin fresh = plugin.newPlugin()) {
            List<String> declared = fresh.parameters().list().stream().map(Parameter::id).toList();
            List<String> now = prepared.parameters().list().stream().map(Parameter::id).toList();
            Require.that(declared.equals(now), "parameters at " + rate + " Hz: " + now + " instead of " + declared);
        }
    }
}
