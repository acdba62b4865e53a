package io.arioso.host.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sixteen bars at 128 beats a minute: drums, bass, chords and lead, stereo at 48 kHz, 30 s. Made by arithmetic from a
 * fixed score, so every machine hears the same bits.
 */
public final class DemoSong {
    /** Frames per second. */
    public static final int SAMPLE_RATE = 48_000;
    /** Length of the whole song. */
    public static final double SECONDS = 30;

    static final int STEP_FRAMES = SAMPLE_RATE * 60 / 128 / 4;
    static final int STEPS_A_BAR = 16;
    private static final float HEADROOM = 0.65f;
    static final int[][] CHORDS = {{57, 60, 64}, {53, 57, 60}, {48, 52, 55, 60}, {55, 59, 62}};

    private final int frames;

    /** The first seconds of the song, above 0 and at most {@link #SECONDS}. */
    public DemoSong(double seconds) {
        if (!(seconds > 0 && seconds <= SECONDS))
            throw new IllegalArgumentException("demo length: " + seconds + " s is outside 0.." + SECONDS + " s");
        frames = (int) Math.rint(seconds * SAMPLE_RATE);
    }

    /** The stems by name, each left and right. */
    public Map<String, float[][]> stems() {
        Map<String, float[][]> stems = new LinkedHashMap<>();
        stems.put("drums", new DemoDrums().render(frames));
        stems.put("bass", new DemoBass().render(frames));
        stems.put("chords", new DemoChords().render(frames));
        stems.put("lead", new DemoLead().render(frames));
        for (float[][] stem : stems.values()) for (float[] channel : stem) leaveHeadroom(channel);
        return stems;
    }

    private static void leaveHeadroom(float[] channel) {
        for (int frame = 0; frame < channel.length; frame++) channel[frame] *= HEADROOM;
    }

    /** The sum of the stems. */
    public static float[][] mix(Map<String, float[][]> stems) {
        int frames = stems.values().iterator().next()[0].length;
        float[][] mix = new float[2][frames];
        for (float[][] stem : stems.values())
            for (int channel = 0; channel < 2; channel++)
                for (int frame = 0; frame < frames; frame++) mix[channel][frame] += stem[channel][frame];
        return mix;
    }

    static int[] chordAt(int step) {
        return CHORDS[step / STEPS_A_BAR % CHORDS.length];
    }
}
