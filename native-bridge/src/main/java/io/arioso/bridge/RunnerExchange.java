package io.arioso.bridge;

import io.arioso.runtime.ProcessorRunner;
import io.arioso.sdk.Transport;
import io.arioso.sdk.event.EventList;

/**
 * The processor that plays, and the way for a newer one to take its place while audio runs: both play until the new
 * one's output has arrived, then a crossfade of 15 ms leads over.
 *
 * <p>The bridge's own thread offers and closes, the audio thread takes; neither waits for the other.
 */
final class RunnerExchange implements AutoCloseable {
    private static final double FADE_SECONDS = 0.015;
    private static final int IDLE = 0;
    private static final int OFFERED = 1;
    private static final int FADING = 2;
    private static final int RETIRED = 3;

    private final int fadeFrames;
    private final float[][] copy;
    private volatile ProcessorRunner playing;
    /** The newcomer while {@link #OFFERED} and {@link #FADING}, the one to close when {@link #RETIRED}. */
    private ProcessorRunner other;
    private volatile int stage = IDLE;
    private int fadeAt;

    /** Starts with a processor, which it closes in the end. [main-thread] */
    RunnerExchange(ProcessorRunner first, int channels, int maxFrames, double sampleRate) {
        playing = first;
        copy = new float[channels][maxFrames];
        fadeFrames = Math.max(1, (int) (FADE_SECONDS * sampleRate));
    }

    /** The processor that is heard. [any-thread] */
    ProcessorRunner playing() {
        return playing;
    }

    /** Whether {@link #offer} is possible. [bridge's thread] */
    boolean free() {
        return stage == IDLE;
    }

    /** Lets a processor take over from the next block on; it belongs to the exchange now. [bridge's thread] */
    void offer(ProcessorRunner next) {
        other = next;
        stage = OFFERED;
    }

    /** Puts a processor in the place of one that nobody has heard; the exchange is {@link #free}. [audio-thread] */
    void replace(ProcessorRunner next) {
        ProcessorRunner unheard = playing;
        playing = next;
        unheard.close();
    }

    /** Closes the processor that has played to its end; true if there was one. [bridge's thread] */
    boolean collect() {
        if (stage != RETIRED) return false;
        other.close();
        other = null;
        stage = IDLE;
        return true;
    }

    /** Renders a block in place. [audio-thread] */
    void process(float[][] audio, float[][] sidechain, int frames, EventList events, Transport transport) {
        if (stage == OFFERED) {
            fadeAt = -other.latencyFrames();
            stage = FADING;
        }
        if (stage != FADING) {
            playing.process(audio, sidechain, frames, events, transport);
            return;
        }
        for (int channel = 0; channel < copy.length; channel++)
            System.arraycopy(audio[channel], 0, copy[channel], 0, frames);
        playing.process(audio, sidechain, frames, events, transport);
        other.process(copy, sidechain, frames, events, transport);
        for (int channel = 0; channel < copy.length; channel++) crossfade(audio[channel], copy[channel], frames);
        fadeAt += frames;
        if (fadeAt >= fadeFrames) retire();
    }

    private void crossfade(float[] from, float[] to, int frames) {
        for (int frame = 0; frame < frames; frame++) {
            int at = fadeAt + frame + 1;
            if (at >= fadeFrames) from[frame] = to[frame];
            else if (at > 0) from[frame] += (to[frame] - from[frame]) * ((float) at / fadeFrames);
        }
    }

    private void retire() {
        ProcessorRunner old = playing;
        playing = other;
        other = old;
        stage = RETIRED;
    }

    /** Forgets past sound; a processor that is on its way takes over at once. [audio-thread] */
    void reset() {
        if (stage == OFFERED || stage == FADING) retire();
        playing.reset();
    }

    /** Closes all processors; the audio thread must have stopped. [main-thread] */
    @Override
    public void close() {
        playing.close();
        if (other != null) other.close();
        other = null;
    }
}
