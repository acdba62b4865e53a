package io.arioso.testkit;

import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.ParameterIds;
import java.util.Random;

/** Settings drawn with a seed. Bypass stays off: it would hide the effect. */
final class RandomSettings {
    private RandomSettings() {
    }

    /** Sets every parameter; one in four to an end of its range. */
    static void apply(AudioPlugin plugin, Random random) {
        for (Parameter parameter : plugin.parameters())
            if (!parameter.id().equals(ParameterIds.BYPASS)) parameter.setNormalized(place(random));
    }

    /** All settings of an instance in one line. */
    static String text(AudioPlugin plugin) {
        StringBuilder text = new StringBuilder();
        for (Parameter parameter : plugin.parameters()) text.append(text.isEmpty() ? "" : ", ").append(parameter);
        return text.toString();
    }

    private static double place(Random random) {
        double place = random.nextDouble();
        return random.nextInt(4) > 0 ? place : place < 0.5 ? 0 : 1;
    }
}
