package io.arioso.testkit;

import io.arioso.runtime.AllocationProbe;
import io.arioso.runtime.RunnerSettings;
import io.arioso.runtime.TransportState;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.HostRequests;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Renders arrays through a plug-in as a host does: a real {@code ProcessorRunner}, blocks of any size, automation at
 * exact frames, side-chain, transport. A builder whose methods return itself.
 *
 * <pre>{@code
 * float[][] quiet = PluginHarness.of(Gain::new).rate(44_100).blocks(64).set("gain", -6)
 *     .at(22_050, "gain", 0).render(Signals.both(Signals.sine(44_100, 1000, 44_100, 0.5)));
 * }</pre>
 *
 * <p>Starts out at 48 kHz, stereo, blocks of 512 frames, no tail.
 */
public final class PluginHarness {
    private final Supplier<? extends AudioPlugin> source;
    private final List<String> settings = new ArrayList<>();
    private final List<Automation> automation = new ArrayList<>();
    private double rate = 48_000;
    private BusLayout layout = BusLayout.STEREO;
    private BlockSplit split = BlockSplit.of(512);
    private int maxFrames;
    private boolean offline;
    private AllocationProbe probe = AllocationProbe.NONE;
    private Consumer<TransportState> transport = song -> { };
    private float[][] sidechain = {};
    private long tail;

    private PluginHarness(Supplier<? extends AudioPlugin> source) {
        this.source = source;
    }

    /** A harness that makes a new instance for each run. */
    public static PluginHarness of(Supplier<? extends AudioPlugin> source) {
        return new PluginHarness(source);
    }

    /** Sets the sample rate in frames per second. */
    public PluginHarness rate(double framesPerSecond) {
        rate = framesPerSecond;
        return this;
    }

    /** Sets the layout. */
    public PluginHarness layout(BusLayout newLayout) {
        layout = newLayout;
        return this;
    }

    /** Cuts the programme into blocks of these sizes in turn. */
    public PluginHarness blocks(int... sizes) {
        return blocks(BlockSplit.of(sizes));
    }

    /** Cuts the programme by a split. */
    public PluginHarness blocks(BlockSplit newSplit) {
        split = newSplit;
        return this;
    }

    /** Prepares for blocks of another length than the longest of the split: the runner cuts those that are longer. */
    public PluginHarness maxFrames(int preparedMaximum) {
        maxFrames = preparedMaximum;
        return this;
    }

    /** Says whether somebody waits for the result. */
    public PluginHarness offline(boolean nobodyWaits) {
        offline = nobodyWaits;
        return this;
    }

    /** Counts what the processor allocates; the runner reports it as a fault. */
    public PluginHarness probe(AllocationProbe newProbe) {
        probe = newProbe;
        return this;
    }

    /** Sets a parameter before the plug-in is prepared. */
    public PluginHarness set(String id, double plain) {
        return set(id + "=" + plain);
    }

    /** Sets parameters before the plug-in is prepared, as a user types them: {@code "mix=30 %"}. */
    public PluginHarness set(String... typed) {
        settings.addAll(List.of(typed));
        return this;
    }

    /** Automates a parameter at a frame counted from the start of the run. */
    public PluginHarness at(long frame, String id, double plain) {
        automation.add(new Automation(frame, id, plain));
        return this;
    }

    /** Sets tempo and motion of the song; its position is the frame of the run. */
    public PluginHarness transport(Consumer<TransportState> newTransport) {
        transport = newTransport;
        return this;
    }

    /** Feeds the side-chain, one array a channel from the start of the run; silence follows its end. */
    public PluginHarness sidechain(float[]... channels) {
        sidechain = channels;
        return this;
    }

    /** Lets {@link #render} go on for so many frames of silence. */
    public PluginHarness tail(long frames) {
        tail = frames;
        return this;
    }

    /** Makes an instance, applies the settings and prepares it. The caller closes the result. */
    public RunningPlugin open() {
        AudioPlugin plugin = source.get();
        for (String setting : settings) apply(plugin, setting);
        int longest = maxFrames == 0 ? split.longest() : maxFrames;
        RunnerSettings runner = new RunnerSettings(rate, longest, layout, offline, HostRequests.NONE, probe);
        return new RunningPlugin(plugin, runner, split, automation, transport, sidechain);
    }

    /**
     * Renders a programme from a new instance's first frame on.
     *
     * @param input one array a channel of the layout; left as it is
     * @return the output, longer by {@link #tail}
     * @throws AssertionError if the processor committed a fault
     */
    public float[][] render(float[]... input) {
        try (RunningPlugin running = open()) {
            float[][] output = running.render(lengthened(input));
            Require.clean(running);
            return output;
        }
    }

    private float[][] lengthened(float[][] input) {
        if (tail == 0) return input;
        float[][] longer = new float[input.length][];
        for (int channel = 0; channel < input.length; channel++)
            longer[channel] = java.util.Arrays.copyOf(input[channel], Math.toIntExact(input[channel].length + tail));
        return longer;
    }

    private static void apply(AudioPlugin plugin, String setting) {
        int equals = setting.indexOf('=');
        if (equals < 1) throw new IllegalArgumentException("setting \"" + setting + "\" is not of the form id=value");
        var parameter = plugin.parameters().get(setting.substring(0, equals));
        parameter.set(parameter.parse(setting.substring(equals + 1)));
    }

    /** One change of a parameter at an absolute frame. */
    record Automation(long frame, String id, double plain) {
    }
}
