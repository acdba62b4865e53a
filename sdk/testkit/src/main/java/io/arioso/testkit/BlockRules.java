package io.arioso.testkit;

import io.arioso.runtime.ProcessorRunner;
import io.arioso.runtime.RunnerSettings;
import io.arioso.runtime.TransportState;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.event.EventList;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.testkit.signal.Signals;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Rules on how a programme may be cut into blocks. */
final class BlockRules {
    private static final long SEED = 20_260_101;
    private static final int FRAMES = 12_289;
    private static final int REFERENCE_BLOCK = 4096;
    private static final float MARK = 0.123456f;

    private BlockRules() {
    }

    static List<ContractRule> rules() {
        return List.of(
            new ContractRule("X1", "the output has the same bits for any split into blocks", BlockRules::anySplit),
            new ContractRule("V13", "samples behind the block and the side-chain are left alone",
                BlockRules::leavesTheRestAlone),
            new ContractRule("V20", "blocks above the prepared maximum give the same bits", BlockRules::longBlocks));
    }

    private static void anySplit(PluginUnderTest plugin) {
        List<BlockSplit> splits = List.of(BlockSplit.of(1), BlockSplit.of(7), BlockSplit.of(64), BlockSplit.of(480),
            BlockSplit.of(512), BlockSplit.of(1000), BlockSplit.random(SEED, 1500));
        for (boolean automated : new boolean[] {false, true}) {
            float[][] expected = render(plugin, BlockSplit.of(REFERENCE_BLOCK), automated);
            for (BlockSplit split : splits)
                Require.sameBits(split.name() + " against blocks of " + REFERENCE_BLOCK
                    + (automated ? ", automated" : ""),
                    expected, render(plugin, split, automated));
        }
    }

    private static float[][] render(PluginUnderTest plugin, BlockSplit split, boolean automated) {
        PluginHarness harness = plugin.harness().blocks(split).sidechain(sidechain(plugin.layout()));
        if (automated) automate(plugin, harness);
        return harness.render(programme(plugin.layout()));
    }

    /** Every automatable parameter jumps four times, all at frames of their own. */
    private static void automate(PluginUnderTest plugin, PluginHarness harness) {
        Random random = new Random(SEED);
        try (AudioPlugin declared = plugin.newPlugin()) {
            for (Parameter parameter : declared.parameters()) {
                if (!parameter.automatable()) continue;
                for (int change = 0; change < 4; change++)
                    harness.at(random.nextInt(FRAMES), parameter.id(), parameter.toPlain(random.nextDouble()));
            }
        }
    }

    /** Noise whose level falls and rises, so that detectors move. */
    private static float[][] programme(BusLayout layout) {
        float[][] noise = Signals.whiteChannels(layout.channels(), FRAMES, SEED, 0.9);
        for (float[] channel : noise)
            for (int frame = 0; frame < FRAMES; frame++) if (frame / 3000 % 2 == 1) channel[frame] *= 0.01f;
        return noise;
    }

    private static float[][] sidechain(BusLayout layout) {
        return Signals.whiteChannels(layout.sidechainChannels(), FRAMES, SEED + 1, 0.5);
    }

    private static void longBlocks(PluginUnderTest plugin) {
        float[][] input = programme(plugin.layout());
        float[][] expected = plugin.harness().blocks(256).render(input);
        Require.sameBits("blocks of 8192 where 256 were prepared", expected,
            plugin.harness().blocks(8192).maxFrames(256).render(input));
        Require.sameBits("blocks of 8192 as prepared", expected, plugin.harness().blocks(8192).render(input));
    }

    private static void leavesTheRestAlone(PluginUnderTest plugin) {
        BusLayout layout = plugin.layout();
        int frames = 480;
        float[][] audio = marked(Signals.whiteChannels(layout.channels(), frames, SEED, 0.5));
        float[][] side = marked(Signals.whiteChannels(layout.sidechainChannels(), frames, SEED + 1, 0.5));
        float[][] sideBefore = Arrays.stream(side).map(float[]::clone).toArray(float[][]::new);
        try (AudioPlugin instance = plugin.newPlugin();
                ProcessorRunner runner = new ProcessorRunner(instance, RunnerSettings.of(48_000, frames, layout))) {
            runner.process(audio, side, frames, EventList.NONE, new TransportState());
        }
        for (float[] channel : audio)
            for (int frame = frames; frame < channel.length; frame++)
                Require.that(channel[frame] == MARK,
                    "sample " + (frame - frames) + " behind the block: " + channel[frame]
                    + " was written there; a block ends at AudioBuffer.frames()");
        Require.sameBits("side-chain after the block", sideBefore, side);
    }

    private static float[][] marked(float[][] signal) {
        float[] marks = new float[100];
        Arrays.fill(marks, MARK);
        return Arrays.stream(signal).map(channel -> Signals.join(channel, marks)).toArray(float[][]::new);
    }
}
