package io.arioso.dsp.meter;

import java.util.function.IntConsumer;

/** The test programmes of EBU Tech 3341 and 3342: a 1 kHz tone in steps of level, phase running on through them. */
final class ToneProgramme {
    private static final int FREQUENCY_HZ = 1_000;

    private final int sampleRate;
    private final float[] cycle;
    private final float[][] buffer;
    private final Sink sink;
    private long position;

    /** Where the tone goes. */
    interface Sink {
        void process(float[][] audio, int at, int frames);
    }

    ToneProgramme(int sampleRate, int channels, Sink sink) {
        this.sampleRate = sampleRate;
        this.sink = sink;
        this.buffer = new float[channels][sampleRate / 100];
        // The shortest whole number of periods that is a whole number of frames: 441 frames at 44.1 kHz.
        int frames = sampleRate / greatestCommonDivisor(sampleRate, FREQUENCY_HZ);
        this.cycle = new float[frames];
        for (int i = 0; i < frames; i++) {
            cycle[i] = (float) StrictMath.sin(2 * StrictMath.PI * FREQUENCY_HZ * i / sampleRate);
        }
    }

    /** Plays one step; one level in dBFS peak for all channels, or one for each. */
    ToneProgramme tone(double seconds, double... levelsDb) {
        return tone(seconds, frame -> { }, levelsDb);
    }

    ToneProgramme silence(double seconds) {
        return tone(seconds, Double.NEGATIVE_INFINITY);
    }

    /** Plays one step and calls {@code after} after every 10 ms with the frames played of it. */
    ToneProgramme tone(double seconds, IntConsumer after, double... levelsDb) {
        int frames = (int) Math.round(seconds * sampleRate);
        for (int done = 0; done < frames; ) {
            int n = Math.min(buffer[0].length, frames - done);
            for (int channel = 0; channel < buffer.length; channel++) {
                fill(buffer[channel], n, (float) StrictMath.pow(10, levelsDb[channel % levelsDb.length] / 20));
            }
            sink.process(buffer, 0, n);
            position += n;
            done += n;
            after.accept(done);
        }
        return this;
    }

    private void fill(float[] out, int frames, float gain) {
        int at = (int) (position % cycle.length);
        for (int i = 0; i < frames; i++) {
            out[i] = gain * cycle[at];
            at = at + 1 == cycle.length ? 0 : at + 1;
        }
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
