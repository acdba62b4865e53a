package io.arioso.dsp.stereo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VelvetNoiseTest {
    private static final double RATE = 48_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 480, 1000, 4096, 9000})
    void equalsTheNaiveSumOfPulsesForAnyBlockSplit(int block) {
        VelvetNoise velvet = new VelvetNoise(RATE, 0.03, 1500, 15, 1);
        float[] in = noise(9000, 2);
        float[] out = new float[9000];
        for (int at = 0; at < 9000; at += block) {
            velvet.process(in, at, out, at, Math.min(block, 9000 - at));
        }
        assertArrayEquals(naive(velvet, in), out);
    }

    @Test
    void skippedFramesAreRemembered() {
        VelvetNoise velvet = new VelvetNoise(RATE, 0.03, 1500, 15, 1);
        float[] in = noise(9000, 2);
        float[] out = new float[9000];
        velvet.process(in, 0, out, 0, 1000);
        velvet.skip(in, 1000, 7000);
        velvet.process(in, 8000, out, 8000, 1000);
        float[] expected = naive(velvet, in);
        assertArrayEquals(Arrays.copyOfRange(expected, 8000, 9000), Arrays.copyOfRange(out, 8000, 9000));
    }

    @Test
    void holdsOnePulseOfFallingHeightInEachSlotWithUnitEnergyInAll() {
        VelvetNoise velvet = new VelvetNoise(RATE, 0.03, 1500, 15, 77);
        assertEquals(45, velvet.pulses());
        double energy = 0;
        int negative = 0;
        for (int i = 0; i < 45; i++) {
            assertTrue(velvet.delayFrames(i) >= 32 * i && velvet.delayFrames(i) <= 32 * (i + 1));
            double fallDb = -20 * StrictMath.log10(Math.abs(velvet.gain(i) / velvet.gain(0)));
            double share = (velvet.delayFrames(i) - velvet.delayFrames(0)) / (0.03 * RATE);
            assertEquals(15 * share, fallDb, 0.02, "pulse " + i);
            energy += (double) velvet.gain(i) * velvet.gain(i);
            negative += velvet.gain(i) < 0 ? 1 : 0;
        }
        assertEquals(1, energy, 1e-6);
        assertTrue(negative > 9 && negative < 36, negative + " of 45 are negative");
    }

    @Test
    void pulsesKeepTheirPlaceInTimeAtEverySampleRate() {
        VelvetNoise one = new VelvetNoise(48_000, 0.03, 1500, 15, 3);
        VelvetNoise four = new VelvetNoise(192_000, 0.03, 1500, 15, 3);
        for (int i = 0; i < one.pulses(); i++) {
            assertEquals(one.delayFrames(i), four.delayFrames(i) / 4);
            assertEquals(one.gain(i), four.gain(i));
        }
    }

    @Test
    void resetForgetsTheSound() {
        VelvetNoise velvet = new VelvetNoise(RATE, 0.03, 1500, 15, 1);
        float[] in = noise(3000, 2);
        velvet.process(in, 0, new float[3000], 0, 3000);
        velvet.reset();
        float[] out = new float[3000];
        velvet.process(in, 0, out, 0, 3000);
        assertArrayEquals(naive(velvet, in), out);
    }

    @Test
    void wrongShapesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new VelvetNoise(RATE, 0, 1500, 15, 1));
        assertThrows(IllegalArgumentException.class, () -> new VelvetNoise(RATE, 0.03, 50_000, 15, 1));
        assertThrows(IllegalArgumentException.class, () -> new VelvetNoise(RATE, 0.03, 1500, -1, 1));
    }

    private static float[] naive(VelvetNoise velvet, float[] in) {
        float[] out = new float[in.length];
        for (int i = 0; i < in.length; i++) {
            float sum = 0;
            for (int pulse = 0; pulse < velvet.pulses(); pulse++) {
                int at = i - velvet.delayFrames(pulse);
                sum = sum + velvet.gain(pulse) * (at < 0 ? 0 : in[at]);
            }
            out[i] = sum;
        }
        return out;
    }

    private static float[] noise(int frames, long seed) {
        Random random = new Random(seed);
        float[] noise = new float[frames];
        for (int i = 0; i < frames; i++) {
            noise[i] = random.nextFloat() - 0.5f;
        }
        return noise;
    }
}
