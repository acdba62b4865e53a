package io.arioso.plugins.delay;

import io.arioso.dsp.delay.DelayLine;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.Transport;
import io.arioso.sdk.parameter.LiveValue;

/**
 * Plays the last stretch backwards while the next is recorded; stretches are as long as the time, and each fades over
 * to the next. A new time counts from the next stretch on. Stretches are counted from the last reset.
 */
final class ReverseEchoes implements Echoes {
    private static final double LONGEST_FADE_SHARE = 0.25;

    private final Times times;
    private final LiveValue fadeMs;
    private final double sampleRate;
    private final int capacity;
    private final FeedbackPath path;
    private final Recorder recorder;
    private final DelayLine[] lines;
    private final float[][] read;
    private final float[][] fed;
    private final float[] old = new float[DelayProcessor.STRETCH];
    private int length;
    private int at;
    private int fadeFrames;
    private int oldLength;

    ReverseEchoes(Delay effect, ProcessSetup setup) {
        int channels = setup.layout().channels();
        times = new Times(effect, setup);
        fadeMs = setup.live(effect.fadeMs);
        sampleRate = setup.sampleRate();
        capacity = times.capacityFrames();
        path = new FeedbackPath(effect, setup, channels, false);
        recorder = new Recorder(effect, setup, channels);
        lines = new DelayLine[channels];
        int longest = (int) Math.ceil((2 + 2 * LONGEST_FADE_SHARE) * capacity) + DelayProcessor.STRETCH;
        for (int channel = 0; channel < channels; channel++) {
            lines[channel] = new DelayLine(longest);
        }
        read = new float[channels][DelayProcessor.STRETCH];
        fed = new float[channels][DelayProcessor.STRETCH];
    }

    @Override
    public void follow(Transport song) {
        path.follow();
        times.follow(song);
        if (length == 0) {
            begin();
            fadeFrames = 0;
        }
    }

    private void begin() {
        oldLength = length;
        length = (int) Math.max(1, Math.min(capacity, Math.rint(times.left())));
        double shorter = Math.min(length, oldLength == 0 ? length : oldLength);
        fadeFrames = (int) Math.min(LONGEST_FADE_SHARE * shorter, fadeMs.plain() / 1000 * sampleRate);
        at = 0;
    }

    @Override
    public boolean hasOtherTempo(Transport song) {
        return times.hasOtherTempo(song);
    }

    @Override
    public int limit(int frames) {
        int left = length - at;
        int fading = fadeFrames - at;
        return path.limit(Math.min(frames, fading > 0 ? Math.min(left, fading) : left));
    }

    @Override
    public void process(float[][] input, float[][] output, float[] frozen, int frames) {
        path.next(frames);
        recorder.next(frames);
        for (int channel = 0; channel < lines.length; channel++) {
            float[] echo = read[channel];
            backwards(lines[channel], at, echo, frames);
            if (at < fadeFrames) {
                fadeFromOld(channel, echo, frames);
            }
            System.arraycopy(echo, 0, fed[channel], 0, frames);
            System.arraycopy(echo, 0, output[channel], 0, frames);
        }
        path.process(fed, 0, frames);
        for (int channel = 0; channel < lines.length; channel++) {
            recorder.write(channel, lines[channel], input[channel], fed[channel], read[channel], frozen, 0, frames);
        }
        path.settle(frames);
        at += frames;
        if (at == length) {
            begin();
        }
    }

    /** Frame i is {@code 2 (place + i) + 1} frames old: place by place further back from where the stretch began. */
    private static void backwards(DelayLine line, int place, float[] to, int frames) {
        line.read(2 * place + frames, to, 0, frames);
        for (int low = 0, high = frames - 1; low < high; low++, high--) {
            float swap = to[low];
            to[low] = to[high];
            to[high] = swap;
        }
    }

    private void fadeFromOld(int channel, float[] echo, int frames) {
        backwards(lines[channel], at + oldLength, old, frames);
        for (int i = 0; i < frames; i++) {
            float t = (float) (at + i + 1) / fadeFrames;
            float share = t * t * (3 - 2 * t);
            echo[i] = old[i] + share * (echo[i] - old[i]);
        }
    }

    @Override
    public void reset() {
        for (DelayLine line : lines) {
            line.reset();
        }
        path.reset();
        recorder.reset();
        length = 0;
        at = 0;
        oldLength = 0;
    }

    @Override
    public double periodFrames() {
        return 2.5 * times.left();
    }
}
