package io.arioso.dsp.reverb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoomReverbTest {
    private static final double RATE = 48_000;

    private static float[][] noise(int frames) {
        Random random = new Random(6);
        float[][] noise = new float[2][frames];
        for (float[] channel : noise) {
            for (int i = 0; i < frames; i++) {
                channel[i] = i / 3000 % 3 == 1 ? 0 : random.nextFloat() - 0.5f;
            }
        }
        return noise;
    }

    /** Renders with settings that move every 5000 frames, in stretches drawn with a seed. */
    private static float[][] render(RoomShape shape, int longestStretch) {
        RoomReverb room = new RoomReverb(RATE, 2, shape, 9);
        Random cuts = new Random(longestStretch);
        float[][] audio = noise(40_000);
        int at = 0;
        while (at < audio[0].length) {
            if (at % 5000 == 0) {
                move(room, at / 5000);
            }
            int stretch = Math.min(1 + cuts.nextInt(longestStretch), 5000 - at % 5000);
            float[][] part = {new float[stretch], new float[stretch]};
            for (int channel = 0; channel < 2; channel++) {
                System.arraycopy(audio[channel], at, part[channel], 0, stretch);
            }
            room.process(part, stretch);
            for (int channel = 0; channel < 2; channel++) {
                System.arraycopy(part[channel], 0, audio[channel], at, stretch);
            }
            at += stretch;
        }
        return audio;
    }

    private static void move(RoomReverb room, int time) {
        room.setDecay(0.2 + time % 3);
        room.setDecayFactor(time % RoomReverb.BANDS, 0.3 + 0.2 * time);
        room.setEarly(0.1 * time);
        room.setDistance(1 - 0.1 * time);
        room.setDiffusion(0.12 * time);
        room.setModulation(0.5 + time, 0.1 * time);
        room.setFrozen(time == 5);
    }

    @ParameterizedTest
    @EnumSource(RoomShape.class)
    void anySplitGivesTheSameBitsWhileEverythingMoves(RoomShape shape) {
        float[][] whole = render(shape, 5000);
        for (int longest : new int[] {1, 63, 700}) {
            float[][] cut = render(shape, longest);
            for (int channel = 0; channel < 2; channel++) {
                assertArrayEquals(whole[channel], cut[channel], "stretches up to " + longest);
            }
        }
    }

    @Test
    void resetIsAsNew() {
        RoomReverb room = new RoomReverb(RATE, 2, RoomShape.HALL, 30);
        float[][] first = noise(20_000);
        room.process(first, 20_000);
        room.reset();
        float[][] second = noise(20_000);
        room.process(second, 20_000);
        assertArrayEquals(first[0], second[0]);
        assertArrayEquals(first[1], second[1]);
    }

    @Test
    void silenceEndsInExactZerosAndStaysThere() {
        RoomReverb room = new RoomReverb(RATE, 2, RoomShape.ROOM, 8);
        room.setDecay(0.3);
        room.reset();
        room.process(noise(48_000), 48_000);
        float[][] silence = new float[2][48_000];
        double loudest = 1;
        int seconds = 0;
        while (loudest > 0 && seconds < 10) {
            silence = new float[2][48_000];
            room.process(silence, 48_000);
            loudest = 0;
            for (float[] channel : silence) {
                for (float sample : channel) {
                    loudest = Math.max(loudest, Math.abs(sample));
                    assertTrue(sample == 0 || Math.abs(sample) >= Float.MIN_NORMAL, "denormal " + sample);
                }
            }
            seconds++;
        }
        assertEquals(0, loudest, "after " + seconds + " s");
    }

    @Test
    void afterItsSleepItSoundsAsIfNew() {
        RoomReverb slept = new RoomReverb(RATE, 2, RoomShape.ROOM, 8);
        slept.setDecay(0.2);
        slept.reset();
        float[][] silence = new float[2][5 * 48_000];
        silence[0][0] = 1;
        slept.process(silence, 5 * 48_000);
        RoomReverb young = new RoomReverb(RATE, 2, RoomShape.ROOM, 8);
        young.setDecay(0.2);
        young.reset();
        // Both stand at the start of a cell.
        slept.process(new float[2][256 - 5 * 48_000 % 256], 256 - 5 * 48_000 % 256);
        float[][] one = noise(10_000);
        float[][] other = noise(10_000);
        slept.process(one, 10_000);
        young.process(other, 10_000);
        for (int i = 0; i < 10_000; i++) {
            assertEquals(other[0][i], one[0][i], 1e-6, "frame " + i);
        }
    }

    @Test
    void whatItCannotBeIsRefusedByName() {
        assertEquals("reverb size: 4.0 m is outside 5.0..120.0 m", assertThrows(IllegalArgumentException.class,
            () -> new RoomReverb(RATE, 2, RoomShape.HALL, 4)).getMessage());
        assertEquals("reverb: 48000.0 Hz and 3 channels instead of more than 0 Hz and 1 or 2 channels",
            assertThrows(IllegalArgumentException.class,
                () -> new RoomReverb(RATE, 3, RoomShape.HALL, 30)).getMessage());
    }
}
