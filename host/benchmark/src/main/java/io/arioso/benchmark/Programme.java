package io.arioso.benchmark;

import io.arioso.host.demo.DemoSong;

/**
 * The material of every benchmark: the demo song over and over, at a level that changes every 16 s, peak at -0.3 dBFS.
 *
 * <p>Quiet and loud sections, so that no effect is measured at its cheapest or dearest alone. The same bits everywhere.
 */
final class Programme {
    /** Frames per second. */
    static final int SAMPLE_RATE = DemoSong.SAMPLE_RATE;

    private static final int SECTION = SAMPLE_RATE * 16;
    private static final float[] SECTION_GAINS = {1f, 0.5f, 0.25f, 0.7f};
    private static final float PEAK = 0.966f;

    /** The song is rendered once for all programmes, which takes about a second. */
    private static final class Song {
        private static final float[][] AUDIO = render();

        private static float[][] render() {
            float[][] song = DemoSong.mix(new DemoSong(DemoSong.SECONDS).stems());
            float peak = 0;
            for (float[] channel : song) for (float sample : channel) peak = Math.max(peak, Math.abs(sample));
            for (float[] channel : song) for (int i = 0; i < channel.length; i++) channel[i] *= PEAK / peak;
            return song;
        }
    }

    private Programme() {
    }

    /** Copies frames {@code from} to {@code from + frames} of the endless programme to the start of the arrays. */
    static void copy(long from, float[][] out, int frames) {
        float[][] song = Song.AUDIO;
        int songFrames = song[0].length;
        int done = 0;
        while (done < frames) {
            long frame = from + done;
            int inSong = (int) (frame % songFrames);
            int inSection = (int) (frame % SECTION);
            int length = Math.min(frames - done, Math.min(songFrames - inSong, SECTION - inSection));
            float gain = SECTION_GAINS[(int) (frame / SECTION % SECTION_GAINS.length)];
            for (int channel = 0; channel < out.length; channel++)
                for (int i = 0; i < length; i++) out[channel][done + i] = song[channel][inSong + i] * gain;
            done += length;
        }
    }

    /** The first seconds, raised by decibels. */
    static float[][] first(double seconds, double gainDb) {
        float[][] audio = new float[2][(int) Math.rint(seconds * SAMPLE_RATE)];
        copy(0, audio, audio[0].length);
        raise(audio, gainDb);
        return audio;
    }

    /** Multiplies by a gain in decibels. */
    private static void raise(float[][] audio, double gainDb) {
        float gain = (float) Math.pow(10, gainDb / 20);
        for (float[] channel : audio) for (int i = 0; i < channel.length; i++) channel[i] *= gain;
    }
}
