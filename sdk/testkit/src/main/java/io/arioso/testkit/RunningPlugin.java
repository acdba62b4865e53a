package io.arioso.testkit;

import io.arioso.runtime.EventQueue;
import io.arioso.runtime.Fault;
import io.arioso.runtime.ProcessorRunner;
import io.arioso.runtime.RunnerSettings;
import io.arioso.runtime.TransportState;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.AudioProcessor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** A prepared plug-in inside its runner; {@link #render} goes on where the last call ended. */
public final class RunningPlugin implements AutoCloseable {
    private final PreparedCapture capture;
    private final ProcessorRunner runner;
    private final RunnerSettings settings;
    private final List<PluginHarness.Automation> automation;
    private final IntSupplier sizes;
    private final TransportState song = new TransportState();
    private final EventQueue events;
    private final float[][] sidechain;
    private final float[][] block;
    private final float[][] sideBlock;
    private int nextAutomation;
    private long position;

    RunningPlugin(AudioPlugin plugin, RunnerSettings settings, BlockSplit split,
            List<PluginHarness.Automation> automation, Consumer<TransportState> transport, float[][] sidechain) {
        this.settings = settings;
        this.automation =
            automation.stream().sorted(Comparator.comparingLong(PluginHarness.Automation::frame)).toList();
        this.sidechain = sidechain;
        capture = new PreparedCapture(plugin);
        runner = new ProcessorRunner(capture, settings);
        sizes = split.source().begin();
        events = new EventQueue(Math.max(1, automation.size()));
        block = new float[settings.layout().channels()][split.longest()];
        sideBlock = new float[settings.layout().sidechainChannels()][split.longest()];
        transport.accept(song);
    }

    /** The instance. */
    public AudioPlugin plugin() {
        return capture.plugin();
    }

    /** What the instance's {@code prepare} returned. */
    public AudioProcessor processor() {
        return capture.processor();
    }

    /** The runner. */
    public ProcessorRunner runner() {
        return runner;
    }

    /** Frames per second. */
    public double rate() {
        return settings.sampleRate();
    }

    /** Delay of the output in frames. */
    public int latencyFrames() {
        return runner.latencyFrames();
    }

    /** How long the output goes on after the input, in frames. */
    public long tailFrames() {
        return runner.tailFrames();
    }

    /** What has gone wrong so far. */
    public List<Fault> faults() {
        return runner.faults();
    }

    /** Frames rendered since the start or the last {@link #reset}. */
    public long position() {
        return position;
    }

    /** Forgets all past input; song, side-chain and automation begin anew. */
    public void reset() {
        runner.reset();
        position = 0;
        nextAutomation = 0;
    }

    /**
     * Renders the next stretch.
     *
     * @param input one array a channel of the layout; left as it is
     */
    public float[][] render(float[]... input) {
        if (input.length != block.length)
            throw new IllegalArgumentException("input: " + input.length + " channels instead of " + block.length);
        float[][] output = new float[input.length][input[0].length];
        int at = 0;
        while (at < input[0].length) {
            int length = Math.min(sizes.getAsInt(), input[0].length - at);
            for (int channel = 0; channel < block.length; channel++)
                System.arraycopy(input[channel], at, block[channel], 0, length);
            renderBlock(length);
            for (int channel = 0; channel < block.length; channel++)
                System.arraycopy(block[channel], 0, output[channel], at, length);
            at += length;
        }
        return output;
    }

    private void renderBlock(int length) {
        takeSidechain(length);
        events.clear();
        while (nextAutomation < automation.size() && automation.get(nextAutomation).frame() < position + length) {
            PluginHarness.Automation change = automation.get(nextAutomation++);
            events.add((int) (change.frame() - position), plugin().parameters().get(change.id()), change.plain());
        }
        song.locate(position, settings.sampleRate());
        runner.process(block, sideBlock, length, events, song);
        position += length;
    }

    private void takeSidechain(int length) {
        for (int channel = 0; channel < sideBlock.length; channel++) {
            Arrays.fill(sideBlock[channel], 0, length, 0);
            if (channel >= sidechain.length) continue;
            long left = sidechain[channel].length - position;
            if (left > 0)
                System.arraycopy(sidechain[channel], (int) position, sideBlock[channel], 0,
                    (int) Math.min(left, length));
        }
    }

    /** Closes the processor and then the instance. */
    @Override
    public void close() {
        runner.close();
        plugin().close();
    }
}
