package io.arioso.testkit;

import io.arioso.sdk.AudioPlugin;
import io.arioso.testkit.signal.Signals;
import java.util.List;

/** Rules on repeatability: the same input and settings give the same bits, whatever else goes on. */
final class RepeatRules {
    private static final long SEED = 20_260_104;
    private static final int FRAMES = 9_600;
    private static final int BLOCK = 480;
    private static final int STRETCH = 2 * BLOCK;

    private RepeatRules() {
    }

    static List<ContractRule> rules() {
        return List.of(
            new ContractRule("X10", "two instances and a reset one give the same bits", RepeatRules::repeats),
            new ContractRule("V51", "a new prepare leaves the processor of an earlier one alone",
                RepeatRules::preparesApart));
    }

    private static void repeats(PluginUnderTest plugin) {
        float[][] input = Signals.whiteChannels(plugin.layout().channels(), FRAMES, SEED, 0.7);
        float[][] other = Signals.whiteChannels(plugin.layout().channels(), FRAMES, SEED + 50, 0.7);
        float[][] expected = harness(plugin).render(input);
        Require.sameBits("second instance", expected, harness(plugin).render(input));
        try (RunningPlugin running = harness(plugin).open(); RunningPlugin neighbour = harness(plugin).open()) {
            for (int at = 0; at < FRAMES; at += STRETCH) {
                neighbour.render(stretch(other, at));
                Require.sameBits("instance beside another from frame " + at, stretch(expected, at),
                    running.render(stretch(input, at)));
            }
            running.reset();
            Require.sameBits("instance after reset()", expected, running.render(input));
        }
    }

    private static void preparesApart(PluginUnderTest plugin) {
        float[][] input = Signals.whiteChannels(plugin.layout().channels(), FRAMES, SEED, 0.7);
        float[][] expected = harness(plugin).render(input);
        try (AudioPlugin instance = plugin.newPlugin()) {
            PluginHarness harness = PluginHarness.of(() -> instance).layout(plugin.layout()).blocks(BLOCK);
            RunningPlugin first = harness.open();
            Require.sameBits("first processor", stretch(expected, 0), first.render(stretch(input, 0)));
            RunningPlugin second = harness.rate(44_100).open();
            second.render(Signals.whiteChannels(plugin.layout().channels(), FRAMES, SEED + 60, 0.7));
            for (int at = STRETCH; at < FRAMES / 2; at += STRETCH)
                Require.sameBits("first processor after a second prepare, from frame " + at, stretch(expected, at),
                    first.render(stretch(input, at)));
            second.runner().close();
            for (int at = FRAMES / 2; at < FRAMES; at += STRETCH)
                Require.sameBits("first processor after the second was closed, from frame " + at, stretch(expected, at),
                    first.render(stretch(input, at)));
            Require.clean(first);
            first.runner().close();
        }
    }

    /** Blocks that divide a stretch, so that every run is cut alike. */
    private static PluginHarness harness(PluginUnderTest plugin) {
        return plugin.harness().blocks(BLOCK);
    }

    private static float[][] stretch(float[][] audio, int from) {
        float[][] part = new float[audio.length][];
        for (int channel = 0; channel < audio.length; channel++)
            part[channel] = java.util.Arrays.copyOfRange(audio[channel], from, from + STRETCH);
        return part;
    }
}
