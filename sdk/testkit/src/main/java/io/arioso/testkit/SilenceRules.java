package io.arioso.testkit;

import io.arioso.testkit.signal.Signals;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Rules on what remains when the input has fallen silent. */
final class SilenceRules {
    private static final long SEED = 20_260_103;
    private static final int RATE = 48_000;
    private static final int LONGEST_SECONDS = 60;

    private SilenceRules() {
    }

    static List<ContractRule> rules() {
        return List.of(
            new ContractRule("X6", "after noise the output comes to exact zero, without denormal numbers",
                SilenceRules::silence),
            new ContractRule("V31", "nothing grows by itself", SilenceRules::noGrowth),
            new ContractRule("V56", "the output is silent when the declared tail is over", SilenceRules::tail));
    }

    /** Stops at the first second of exact zeros instead of rendering all sixty. */
    private static void silence(PluginUnderTest plugin) throws IllegalAccessException {
        int channels = plugin.layout().channels();
        try (RunningPlugin running = plugin.judged().open()) {
            if (running.tailFrames() == Long.MAX_VALUE) throw new RuleNotApplicable("its tail is endless");
            Set<String> tinyFromTheStart = StateScan.tinyValues(running.processor());
            running.render(Signals.whiteChannels(channels, RATE, SEED, 1));
            float[][] second = new float[channels][RATE];
            long most = LONGEST_SECONDS + running.tailFrames() / RATE;
            float[][] output = second;
            for (int done = 0; done < most; done++) {
                output = running.render(second);
                Require.that(subnormals(output) == 0,
                    "denormal samples in second " + (done + 1) + " of silence: " + subnormals(output)
                    + " instead of 0; flush states below 1e-30 to 0");
                if (loudest(output) == 0) break;
            }
            Require.clean(running);
            Require.atMost("level after " + most + " s of silence", loudest(output), 0, "of full scale");
            Set<String> tiny = StateScan.tinyValues(running.processor());
            tiny.removeAll(tinyFromTheStart);
            Require.that(tiny.isEmpty(),
                "states between 0 and 1e-30 after silence: " + tiny
                + "; flush them to 0, they make the processor slow");
        }
    }

    private static void noGrowth(PluginUnderTest plugin) {
        Random random = new Random(SEED);
        float[][] half = new float[plugin.layout().channels()][RATE / 2];
        for (int draw = 0; draw < 8; draw++) {
            try (RunningPlugin running = plugin.drawn(random).open()) {
                running.render(Signals.whiteChannels(half.length, RATE / 4, SEED, 0.5));
                double first = loudest(running.render(half));
                running.render(half);
                double last = loudest(running.render(half));
                Require.clean(running);
                Require.that(last <= Math.max(1e-6, 2 * first),
                    "level in silence: it grew from " + first + " to " + last + " of full scale within a second at "
                    + RandomSettings.text(running.plugin()));
            }
        }
    }

    private static void tail(PluginUnderTest plugin) {
        try (RunningPlugin running = plugin.judged().open()) {
            int channels = plugin.layout().channels();
            running.render(Signals.whiteChannels(channels, RATE, SEED, 1));
            long tail = running.tailFrames();
            if (tail > (long) LONGEST_SECONDS * RATE)
                throw new RuleNotApplicable("its tail of " + tail / RATE + " s is longer than " + LONGEST_SECONDS
                    + " s");
            if (tail > 0) running.render(new float[channels][(int) tail]);
            float[][] after = running.render(new float[channels][2 * RATE]);
            Require.clean(running);
            Require.atMost("level behind the declared tail of " + tail + " frames",
                20 * StrictMath.log10(loudest(after)),
                plugin.tailDb(), "dBFS");
        }
    }

    private static double loudest(float[][] audio) {
        double peak = 0;
        for (float[] channel : audio) for (float sample : channel) peak = Math.max(peak, Math.abs(sample));
        return peak;
    }

    private static int subnormals(float[][] audio) {
        int count = 0;
        for (float[] channel : audio)
            for (float sample : channel) if (sample != 0 && Math.abs(sample) < Float.MIN_NORMAL) count++;
        return count;
    }
}
