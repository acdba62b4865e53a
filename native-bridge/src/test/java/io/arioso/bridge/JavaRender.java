package io.arioso.bridge;

import io.arioso.bridge.bundle.BundledEffect;
import io.arioso.host.plugin.PluginException;
import io.arioso.host.plugin.PluginInstance;
import io.arioso.host.plugin.PluginLibrary;
import io.arioso.host.preset.Preset;
import io.arioso.runtime.EventQueue;
import io.arioso.runtime.ProcessorRunner;
import io.arioso.runtime.RunnerSettings;
import io.arioso.runtime.TransportState;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.parameter.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * What an effect's jar makes of a sound in Java alone: the oracle that every format's output is compared with, bit for
 * bit. The host's own renders go the same way, so this is {@code arioso render} without files.
 *
 * <pre>{@code
 * float[][] expected = JavaRender.of(bundle.effect("eq")).set("band1_gain", -3.5).automate(480, "band1_gain", 6)
 *     .process(input, 48_000);
 * }</pre>
 */
public final class JavaRender {
    private static final Path COPIES = Path.of("target", "plugin-copies");

    private final BundledEffect effect;
    private final List<Consumer<AudioPlugin>> settings = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private float[][] sidechain = {};
    private int latency;

    private record Change(int frame, String id, double plain) {
    }

    private JavaRender(BundledEffect effect) {
        this.effect = effect;
    }

    /** A render with every parameter at its default. */
    public static JavaRender of(BundledEffect effect) {
        return new JavaRender(effect);
    }

    /** Sets a parameter before the first frame. */
    public JavaRender set(String id, double plain) {
        settings.add(plugin -> parameter(plugin, id).set(plain));
        return this;
    }

    /** Loads a preset before the first frame. */
    public JavaRender preset(Preset preset) {
        settings.add(plugin -> plugin.load(plugin.migrate(preset.state())));
        return this;
    }

    /** Changes a parameter at a frame. */
    public JavaRender automate(int frame, String id, double plain) {
        changes.add(new Change(frame, id, plain));
        changes.sort(Comparator.comparingInt(Change::frame));
        return this;
    }

    /** Gives it a side-chain, as many channels as the main bus. */
    public JavaRender sidechain(float[][] key) {
        sidechain = key;
        return this;
    }

    /** The delay of the last render's output in frames. */
    public int latencyFrames() {
        return latency;
    }

    /** Renders in one block; the input stays as it is. The output is as late as the effect makes it. */
    public float[][] process(float[][] input, double sampleRate) {
        int frames = input[0].length;
        float[][] audio = new float[input.length][];
        for (int channel = 0; channel < input.length; channel++) audio[channel] = input[channel].clone();
        try (PluginInstance instance = new PluginLibrary(COPIES).open(effect.descriptor())) {
            AudioPlugin plugin = instance.plugin();
            settings.forEach(setting -> setting.accept(plugin));
            BusLayout layout = new BusLayout(input.length, sidechain.length);
            RunnerSettings runner = RunnerSettings.of(sampleRate, Math.max(1, frames), layout);
            try (ProcessorRunner processor = new ProcessorRunner(plugin, runner)) {
                EventQueue events = new EventQueue(Math.max(1, changes.size()));
                for (Change change : changes) events.add(change.frame, parameter(plugin, change.id), change.plain);
                latency = processor.latencyFrames();
                processor.process(audio, sidechain, frames, events, new TransportState());
            }
            return audio;
        } catch (PluginException broken) {
            throw new AssertionError(broken);
        }
    }

    private static Parameter parameter(AudioPlugin plugin, String id) {
        return plugin.parameters().find(id).orElseThrow(() -> new AssertionError("no parameter " + id));
    }
}
