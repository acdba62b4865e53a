package io.arioso.plugins.reverb;

import io.arioso.dsp.delay.DelayLine;
import java.util.Arrays;

/** Whole frames of delay; a change fades over 40 ms from the old tap to the new one. */
final class PreDelay {
    private static final double FADE_SECONDS = 0.040;

    private final DelayLine[] lines;
    private final float[] from;
    private final float[] to;
    private final int longest;
    private final int fadeFrames;
    private int wanted;
    private int current;
    private int next;
    private int faded;

    PreDelay(double sampleRate, int channels, int maxFrames) {
        longest = (int) Math.ceil(Reverb.MAX_PREDELAY_MS / 1000 * sampleRate);
        lines = new DelayLine[channels];
        Arrays.setAll(lines, channel -> new DelayLine(longest + maxFrames));
        from = new float[maxFrames];
        to = new float[maxFrames];
        fadeFrames = (int) Math.max(1, Math.rint(FADE_SECONDS * sampleRate));
    }

    /** Says how many frames to delay by; more than {@link Reverb#MAX_PREDELAY_MS} is taken as that. */
    void set(double frames) {
        wanted = (int) Math.min(longest, Math.rint(frames));
    }

    int frames() {
        return wanted;
    }

    void reset() {
        for (DelayLine line : lines) {
            line.reset();
        }
        current = wanted;
        next = wanted;
        faded = 0;
    }

    void process(float[][] planes, int frames) {
        for (int channel = 0; channel < lines.length; channel++) {
            lines[channel].write(planes[channel], 0, frames);
        }
        int done = 0;
        while (done < frames) {
            if (current == next && next != wanted) {
                next = wanted;
                faded = 0;
            }
            boolean fading = current != next;
            int stretch = fading ? Math.min(frames - done, fadeFrames - faded) : frames - done;
            for (int channel = 0; channel < lines.length; channel++) {
                read(lines[channel], planes[channel], done, stretch, frames - done);
            }
            if (fading) {
                faded += stretch;
                current = faded == fadeFrames ? next : current;
            }
            done += stretch;
        }
    }

    private void read(DelayLine line, float[] plane, int at, int frames, int behind) {
        if (current == next) {
            line.read(current + behind, plane, at, frames);
            return;
        }
        line.read(current + behind, from, 0, frames);
        line.read(next + behind, to, 0, frames);
        float scale = 1f / fadeFrames;
        for (int i = 0; i < frames; i++) {
            float share = (faded + i + 1) * scale;
            plane[at + i] = from[i] + (to[i] - from[i]) * (share * share * share * (10 - share * (15 - 6 * share)));
        }
    }
}
