package io.arioso.dsp.reverb;

import io.arioso.dsp.delay.DelayLine;
import java.util.Arrays;

/** The first 24 reflections of each source; a changed distance fades from one pattern to the other. */
final class EarlyReflections {
    private static final double FADE_SECONDS = 0.040;

    private final ShoeboxRoom room;
    private final int channels;
    private final int cellFrames;
    private final DelayLine[] lines;
    private final float[][] taps;
    private final float[][] other;
    private final float[] shares;
    private final int fadeCells;
    private EarlyTaps current;
    private EarlyTaps next;
    private double distance = 0.5;
    private boolean stale;
    private int cellsDone = -1;

    EarlyReflections(double sampleRate, int cellFrames, int channels, ShoeboxRoom room) {
        this.room = room;
        this.channels = channels;
        this.cellFrames = cellFrames;
        lines = new DelayLine[channels];
        Arrays.setAll(lines, channel -> new DelayLine(room.longestFrames() + cellFrames));
        taps = new float[EarlyTaps.TOGETHER][cellFrames];
        other = new float[channels][cellFrames];
        shares = new float[cellFrames];
        fadeCells = (int) Math.ceil(FADE_SECONDS * sampleRate / cellFrames);
        current = new EarlyTaps(channels);
        next = new EarlyTaps(channels);
    }

    /** How long the input is remembered, in frames. */
    int memoryFrames() {
        return lines[0].frames();
    }

    /** Sets the distance of the sources, 0..1. */
    void setDistance(double newDistance) {
        stale |= newDistance != distance;
        distance = newDistance;
    }

    void reset() {
        for (DelayLine line : lines) {
            line.reset();
        }
        current.find(room, distance);
        stale = false;
        cellsDone = -1;
    }

    /** Begins the next cell. */
    void step() {
        if (cellsDone >= 0 && ++cellsDone >= fadeCells) {
            EarlyTaps old = current;
            current = next;
            next = old;
            cellsDone = -1;
        }
        if (cellsDone < 0 && stale) {
            next.find(room, distance);
            stale = false;
            cellsDone = 0;
        }
    }

    /** Writes the reflections of frames {@code offset} and on of the cell. */
    void process(float[][] input, float[][] output, int offset, int frames) {
        for (int channel = 0; channel < channels; channel++) {
            lines[channel].write(input[channel], 0, frames);
        }
        render(current, output, frames);
        if (cellsDone >= 0) {
            render(next, other, frames);
            float scale = 1f / (fadeCells * cellFrames);
            for (int i = 0; i < frames; i++) {
                float t = (cellsDone * cellFrames + offset + i + 1) * scale;
                shares[i] = t * t * (3 - 2 * t);
            }
            for (int channel = 0; channel < channels; channel++) {
                blend(output[channel], other[channel], shares, frames);
            }
        }
    }

    private void render(EarlyTaps pattern, float[][] output, int frames) {
        for (int channel = 0; channel < channels; channel++) {
            float[] sum = output[channel];
            Arrays.fill(sum, 0, frames, 0);
            for (int tap = 0; tap < pattern.count(channel); tap += EarlyTaps.TOGETHER) {
                for (int k = 0; k < EarlyTaps.TOGETHER; k++) {
                    DelayLine line = lines[pattern.input(channel, tap + k)];
                    line.read(pattern.delay(channel, tap + k) + frames, taps[k], 0, frames);
                }
                add(sum, taps[0], pattern.gain(channel, tap), taps[1], pattern.gain(channel, tap + 1), taps[2],
                    pattern.gain(channel, tap + 2), taps[3], pattern.gain(channel, tap + 3), frames);
            }
        }
    }

    private static void add(float[] sum, float[] a, float gainA, float[] b, float gainB, float[] c, float gainC, float[] d,
            float gainD, int frames) {
        for (int i = 0; i < frames; i++) {
            sum[i] += (a[i] * gainA + b[i] * gainB) + (c[i] * gainC + d[i] * gainD);
        }
    }

    private static void blend(float[] old, float[] young, float[] shares, int frames) {
        for (int i = 0; i < frames; i++) {
            old[i] += (young[i] - old[i]) * shares[i];
        }
    }
}
