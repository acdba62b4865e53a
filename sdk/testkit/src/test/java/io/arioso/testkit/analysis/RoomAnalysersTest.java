package io.arioso.testkit.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.testkit.signal.Signals;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The analysers of rooms against signals whose measure is known on paper. */
class RoomAnalysersTest {
    private static final double RATE = 48_000;

    private static float[] gaussian(int frames, long seed) {
        Random random = new Random(seed);
        float[] noise = new float[frames];
        for (int frame = 0; frame < frames; frame++) noise[frame] = (float) (0.1 * random.nextGaussian());
        return noise;
    }

    @Test
    void gaussianNoiseHasADensityOfOne() {
        double mean = 0;
        double[] curve = EchoDensity.curve(gaussian(96_000, 1), 1.9, RATE);
        for (double density : curve) mean += density / curve.length;
        assertEquals(1, mean, 0.02);
    }

    @Test
    void fewEchoesAreNotDenseUntilNoiseSetsIn() {
        float[] response = new float[24_000];
        for (int echo = 0; echo < 4800; echo += 480) response[echo] = 1;
        System.arraycopy(gaussian(19_200, 2), 0, response, 4800, 19_200);
        assertTrue(EchoDensity.at(response, 2400, RATE) < 0.1);
        assertEquals(0.1, EchoDensity.sustainedFrom(response, 0.6, 0.4, RATE), 0.012);
    }

    @Test
    void anOctaveKeepsItsOwnToneAndLosesTheNext() {
        float[] inside = OctaveBand.of(Signals.sine(48_000, 1000, RATE, 0.5), 1000, RATE);
        float[] outside = OctaveBand.of(Signals.sine(48_000, 2000, RATE, 0.5), 1000, RATE);
        double level = 20 * StrictMath.log10(0.5 / Math.sqrt(2));
        assertEquals(level, BandEnergy.loudestWindowDb(inside, 12_000, 36_000, 4800), 0.05);
        assertTrue(BandEnergy.loudestWindowDb(outside, 12_000, 36_000, 4800) < -60);
    }

    @Test
    void correlationIsTheShareThatTwoChannelsHaveInCommon() {
        float[] common = gaussian(96_000, 3);
        float[] left = gaussian(96_000, 4);
        float[] right = gaussian(96_000, 5);
        for (int frame = 0; frame < common.length; frame++) {
            left[frame] += common[frame];
            right[frame] -= common[frame];
        }
        assertEquals(-0.5, BandCorrelation.of(left, right, 0, 96_000), 0.02);
        assertEquals(-0.5, BandCorrelation.octave(left, right, 0, 96_000, 4000, RATE), 0.05);
    }

    @Test
    void theSpectrumOfDecayingNoiseDeviatesByWhatStatisticsSay() {
        float[] tail = gaussian(262_144, 6);
        for (int frame = 0; frame < tail.length; frame++)
            tail[frame] *= (float) StrictMath.exp(-6.9078 * frame / (2 * RATE));
        // The standard deviation of ten times the logarithm of an exponential variable: 10 pi / (ln 10 sqrt 6).
        assertEquals(5.57, LateSpectrum.of(tail, RATE).sigmaDb(), 0.15);
    }
}
