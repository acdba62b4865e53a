package io.arioso.dsp.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DelayFinderTest {
    private static float[] noise(int seed, int frames) {
        Random random = new Random(seed);
        float[] noise = new float[frames];
        for (int frame = 0; frame < frames; frame++) noise[frame] = random.nextFloat() - 0.5f;
        return noise;
    }

    private static float[] delayed(float[] signal, int frames, float gain) {
        float[] delayed = new float[signal.length];
        for (int frame = 0; frame < signal.length; frame++) {
            int from = frame - frames;
            delayed[frame] = from >= 0 && from < signal.length ? gain * signal[from] : 0;
        }
        return delayed;
    }

    @Test
    void lagIsTheDelayWhateverItsSignAndPolarity() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            int frames = 200 + random.nextInt(800);
            int lag = random.nextInt(101) - 50;
            float[] signal = noise(seed, frames);
            float gain = seed % 2 == 0 ? 0.3f : -2;
            assertEquals(lag, DelayFinder.lag(signal, delayed(signal, lag, gain), 50), "seed " + seed);
        }
    }

    @Test
    void lagAgreesWithTheCorrelationByItsDefinition() {
        for (int seed = 0; seed < 20; seed++) {
            float[] first = noise(seed, 100);
            float[] second = noise(seed + 1000, 80);
            assertEquals(naiveLag(first, second, 30), DelayFinder.lag(first, second, 30), "seed " + seed);
        }
    }

    private static int naiveLag(float[] first, float[] second, int maxLag) {
        int best = 0;
        double strongest = 0;
        for (int lag = -maxLag; lag <= maxLag; lag++) {
            double sum = 0;
            for (int frame = 0; frame < first.length; frame++) {
                int other = frame + lag;
                if (other >= 0 && other < second.length) sum += (double) first[frame] * second[other];
            }
            if (Math.abs(sum) > strongest) {
                strongest = Math.abs(sum);
                best = lag;
            }
        }
        return best;
    }

    @Test
    void silenceHasNoLag() {
        assertEquals(0, DelayFinder.lag(new float[64], noise(1, 64), 16));
        assertEquals(0, DelayFinder.lag(new float[0], new float[0], 0));
    }
}
