package io.arioso.runtime;

import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.SmoothRow;
import io.arioso.sdk.parameter.LiveValue;

/**
 * What is heard of an effect: its output mixed with the dry signal, or on request only the difference between the dry
 * signal and that mix. An effect that declares neither passes untouched.
 */
final class DryWet {
    private static final double FADE_MS = 10;

    private final SmoothRow mix;
    private final LiveValue delta;
    private final int fadeLength;
    private int difference;

    /** Binds the effect's mix and delta parameters, if it has them. [main-thread] */
    DryWet(AudioPlugin plugin, ProcessSetup setup) {
        mix = plugin.mix().map(parameter -> setup.smooth(parameter, percent -> percent / 100))
            .map(smoother -> new SmoothRow(smoother, setup.maxFrames())).orElse(null);
        delta = plugin.delta().map(setup::live).orElse(null);
        fadeLength = Math.max(1, (int) Math.rint(FADE_MS / 1000 * setup.sampleRate()));
        reset();
    }

    /** Jumps to where the delta switch stands; the mix is moved by its binding. */
    void reset() {
        difference = deltaOn() ? fadeLength : 0;
    }

    /** Lets a block pass that is dry already. */
    void skip(int frames) {
        if (mix != null) mix.next(frames);
        difference = deltaOn() ? fadeLength : 0;
    }

    /** Works on a block in place. */
    void process(float[][] wet, DryPath dry, int frames) {
        if (mix != null) mix(wet, dry.block(), frames);
        if (deltaOn() || difference > 0) subtract(wet, dry.block(), frames);
    }

    private void mix(float[][] wet, float[][] dry, int frames) {
        if (mix.restsAt(1)) {
            mix.next(frames);
            return;
        }
        float[] shares = mix.next(frames);
        for (int channel = 0; channel < wet.length; channel++) {
            float[] out = wet[channel];
            float[] in = dry[channel];
            for (int frame = 0; frame < frames; frame++)
                out[frame] = in[frame] + (out[frame] - in[frame]) * shares[frame];
        }
    }

    /** Fades from the mix to what it lacks of the dry signal, or back. */
    private void subtract(float[][] mixed, float[][] dry, int frames) {
        int direction = deltaOn() ? 1 : -1;
        for (int channel = 0; channel < mixed.length; channel++) {
            float[] out = mixed[channel];
            float[] in = dry[channel];
            for (int frame = 0; frame < frames; frame++) {
                int at = Math.max(0, Math.min(fadeLength, difference + direction * (frame + 1)));
                float removed = in[frame] - out[frame];
                if (at == fadeLength) out[frame] = removed;
                else if (at > 0) out[frame] += (removed - out[frame]) * ((float) at / fadeLength);
            }
        }
        difference = Math.max(0, Math.min(fadeLength, difference + direction * frames));
    }

    private boolean deltaOn() {
        return delta != null && delta.on();
    }
}
