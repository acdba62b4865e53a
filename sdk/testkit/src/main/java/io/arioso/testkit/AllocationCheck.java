package io.arioso.testkit;

import io.arioso.runtime.AllocationProbe;
import io.arioso.runtime.EventQueue;
import io.arioso.runtime.ProcessorRunner;
import io.arioso.runtime.RunnerSettings;
import io.arioso.runtime.TransportState;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.state.PluginState;
import io.arioso.testkit.signal.Signals;
import java.util.List;

/**
 * Counts the bytes that rendering allocates on its thread, while parameters are automated and presets are loaded.
 * Blocks of 64 frames at 48 kHz. Only the calls of the runner count, not what the check does around them.
 */
public final class AllocationCheck {
    private static final int FRAMES = 64;
    private static final int LOAD_EVERY = 500;
    private static final int EVENTS_EVERY = 5;

    private final AudioPlugin plugin;
    private final ProcessorRunner runner;
    private final AllocationProbe probe = AllocationProbe.ofVirtualMachine();
    private final EventQueue events = new EventQueue(1024);
    private final TransportState song = new TransportState();
    private final float[][] input;
    private final float[][] side;
    private final float[][] audio;
    private final PluginState state;
    private long block;

    private AllocationCheck(AudioPlugin plugin, BusLayout layout) {
        this.plugin = plugin;
        runner = new ProcessorRunner(plugin, RunnerSettings.of(48_000, FRAMES, layout));
        input = Signals.whiteChannels(layout.channels(), FRAMES, 1, 0.5);
        side = Signals.whiteChannels(layout.sidechainChannels(), FRAMES, 2, 0.5);
        audio = new float[layout.channels()][FRAMES];
        state = plugin.save();
    }

    /**
     * What was counted.
     *
     * @param bytes allocated by all blocks after the warm-up
     * @param firstBlock the first block that allocated, counted from the end of the warm-up; -1 if none did
     */
    public record Result(long bytes, long firstBlock) {
    }

    /**
     * Renders blocks and counts.
     *
     * @param plugin an instance that nobody else uses
     * @param warmUpBlocks blocks that are rendered first and not counted
     * @param blocks blocks that are counted
     * @throws IllegalStateException if this virtual machine cannot count
     */
    public static Result measure(AudioPlugin plugin, BusLayout layout, int warmUpBlocks, int blocks) {
        AllocationCheck check = new AllocationCheck(plugin, layout);
        if (check.probe == AllocationProbe.NONE)
            throw new IllegalStateException("this virtual machine does not count what a thread allocates");
        try (ProcessorRunner running = check.runner) {
            for (int i = 0; i < warmUpBlocks; i++) check.bytesOfNextBlock();
            long bytes = 0;
            long first = -1;
            for (int i = 0; i < blocks; i++) {
                long more = check.bytesOfNextBlock();
                bytes += more;
                if (more > 0 && first < 0) first = i;
            }
            if (!running.faults().isEmpty())
                throw new AssertionError(running.faults().get(0).describe("the processor", 48_000));
            return new Result(bytes, first);
        }
    }

    private long bytesOfNextBlock() {
        for (int channel = 0; channel < audio.length; channel++)
            System.arraycopy(input[channel], 0, audio[channel], 0, FRAMES);
        events.clear();
        if (block % LOAD_EVERY == LOAD_EVERY - 1) plugin.load(state);
        else if (block % EVENTS_EVERY == 0) automate();
        song.locate(block++ * FRAMES, 48_000);
        long before = probe.allocatedBytes();
        runner.process(audio, side, FRAMES, events, song);
        return probe.allocatedBytes() - before;
    }

    /** Two parameters a block in turn, at frames within it. */
    private void automate() {
        List<Parameter> parameters = plugin.parameters().list();
        for (int i = 0; i < 2 && i < parameters.size(); i++) {
            Parameter parameter = parameters.get((int) ((block / EVENTS_EVERY * 2 + i) % parameters.size()));
            double place = block * 0.6180339887498949 % 1;
            if (parameter.automatable()) events.add(20 * i + 11, parameter, parameter.toPlain(place));
        }
    }
}
