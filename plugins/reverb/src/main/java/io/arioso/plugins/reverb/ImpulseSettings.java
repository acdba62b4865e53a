package io.arioso.plugins.reverb;

import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.Skew;
import io.arioso.sdk.state.PluginState;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The impulse response of the convolution and how it is cut: parameters, and the recording itself, which the state
 * carries. [main-thread]
 */
final class ImpulseSettings {
    private static final String GROUP = "Impulse response";

    final FloatParameter startMs = FloatParameter.milliseconds("ir_start_ms", "Impulse start", 0, 5000, 0)
        .group(GROUP).notAutomatable();
    final FloatParameter length = FloatParameter.percent("ir_length", "Impulse length", 1, 100, 100)
        .skew(Skew.LOGARITHMIC).group(GROUP).notAutomatable();
    final FloatParameter fade = FloatParameter.percent("ir_fade", "Impulse fade", 0, 100, 0)
        .group(GROUP).notAutomatable();
    final BoolParameter reverse = new BoolParameter("ir_reverse", "Impulse reversed", false)
        .group(GROUP).notAutomatable();

    private volatile Recording recording = Recording.NONE;

    /**
     * A recording with its form in the state; identity tells the processor that another one was chosen.
     *
     * @param impulse empty for the built-in one
     */
    private record Recording(Optional<ImpulseResponse> impulse, Optional<ImpulseBlobs> blobs) {
        static final Recording NONE = new Recording(Optional.empty(), Optional.empty());
    }

    /** All of them in display order. */
    List<Parameter> parameters() {
        return List.of(startMs, length, fade, reverse);
    }

    /** The user's impulse response, or the built-in one. */
    ImpulseResponse impulse() {
        return recording.impulse().orElseGet(DefaultImpulse::get);
    }

    /** Something that changes when another impulse response is chosen. [any-thread] */
    Object version() {
        return recording;
    }

    /**
     * Takes a file over.
     *
     * @throws IllegalArgumentException naming the file and what is wrong with it; the old one then stands
     */
    void read(String file) {
        Path path;
        try {
            path = Path.of(file.strip());
        } catch (InvalidPathException noPath) {
            throw new IllegalArgumentException("impulse response: " + noPath.getMessage(), noPath);
        }
        ImpulseResponse read = ImpulseFile.read(path);
        recording = new Recording(Optional.of(read), Optional.of(ImpulseBlobs.pack(read)));
    }

    /** The state with the impulse response added. */
    PluginState addTo(PluginState state) {
        Optional<ImpulseBlobs> blobs = recording.blobs();
        if (blobs.isEmpty()) return state;
        PluginState.Builder whole = state.toBuilder();
        blobs.get().addTo(whole);
        return whole.build();
    }

    /**
     * Reads the impulse response of a state and takes it over after {@code loadTheRest} has accepted the others.
     *
     * @throws IllegalArgumentException if it is damaged; nothing has changed then
     */
    void load(PluginState state, Runnable loadTheRest) {
        Optional<ImpulseBlobs> blobs = ImpulseBlobs.of(state);
        Recording loaded = blobs.isEmpty() ? Recording.NONE : new Recording(blobs.map(ImpulseBlobs::unpack), blobs);
        loadTheRest.run();
        recording = loaded;
    }
}
