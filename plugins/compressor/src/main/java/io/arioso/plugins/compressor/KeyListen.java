package io.arioso.plugins.compressor;

import io.arioso.dsp.dynamics.LookaheadDelay;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.LiveValue;

/** Lets the key be heard instead of the output, as late as the output; switching fades for 20 ms. */
final class KeyListen {
    private static final double FADE_SECONDS = 0.02;

    private final LiveValue listen;
    private final LookaheadDelay[] delays;
    private final float[][] late;
    private final int fadeFrames;
    private int fadeAt;
    private boolean fresh = true;

    KeyListen(KeySection section, ProcessSetup setup, int latencyFrames, int keyChannels) {
        listen = setup.live(section.listen);
        delays = new LookaheadDelay[keyChannels];
        for (int i = 0; i < keyChannels; i++) {
            delays[i] = new LookaheadDelay(latencyFrames);
        }
        late = new float[keyChannels][Chunk.FRAMES];
        fadeFrames = Math.max(1, (int) StrictMath.rint(FADE_SECONDS * setup.sampleRate()));
    }

    /** Fades towards the key, or back to what is in {@code audio}. */
    void process(float[][] key, float[][] audio, int from, int frames) {
        if (fadeAt == 0 && !listen.on() && delays[0].delayFrames() == 0) {
            fresh = false;
            return;
        }
        for (int channel = 0; channel < delays.length; channel++) {
            System.arraycopy(key[channel], 0, late[channel], 0, frames);
            delays[channel].process(late[channel], 0, frames);
        }
        if (fresh) {
            fadeAt = listen.on() ? fadeFrames : 0;
            fresh = false;
        }
        int direction = listen.on() ? 1 : -1;
        if (fadeAt > 0 || direction > 0) {
            for (int channel = 0; channel < audio.length; channel++) {
                fade(late[channel], audio[channel], from, frames, direction);
            }
            fadeAt = Math.max(0, Math.min(fadeFrames, fadeAt + direction * frames));
        }
    }

    private void fade(float[] heard, float[] samples, int from, int frames, int direction) {
        for (int i = 0; i < frames; i++) {
            int at = Math.max(0, Math.min(fadeFrames, fadeAt + direction * (i + 1)));
            float share = (float) at / fadeFrames;
            float sample = samples[from + i];
            samples[from + i] = sample + (heard[i] - sample) * share;
        }
    }

    void reset() {
        for (LookaheadDelay delay : delays) {
            delay.reset();
        }
        fresh = true;
    }
}
