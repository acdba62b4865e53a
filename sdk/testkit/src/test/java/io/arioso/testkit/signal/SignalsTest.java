package io.arioso.testkit.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.testkit.analysis.FrequencyResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalsTest {
    private static final double RATE = 48_000;

    private static double peak(float[] signal) {
        double peak = 0;
        for (float sample : signal) peak = Math.max(peak, Math.abs(sample));
        return peak;
    }

    /** Mean power of the bins from one frequency to another, in decibels. */
    private static double powerDb(float[] signal, double from, double to) {
        double[] bins = FrequencyResponse.of(signal, RATE).magnitudesDb(65_536);
        double sum = 0;
        int count = 0;
        for (int bin = (int) (from / RATE * 65_536); bin < to / RATE * 65_536; bin++, count++)
            sum += StrictMath.pow(10, bins[bin] / 10);
        return 10 * StrictMath.log10(sum / count);
    }

    @Test
    void pinkNoiseFallsThreeDecibelsAnOctave() {
        float[] pink = Signals.pink(65_536, 11, 0.5);
        assertEquals(0.5, peak(pink), 1e-6);
        double first = powerDb(pink, 160, 320);
        for (int octave = 1; octave < 7; octave++) {
            double from = 160 * (1 << octave);
            assertEquals(-10 * StrictMath.log10(2) * octave, powerDb(pink, from, Math.min(24_000, 2 * from)) - first,
                0.6);
        }
    }

    @Test
    void whiteNoiseIsFlatAndEven() {
        float[] white = Signals.white(65_536, 12, 0.5);
        assertEquals(powerDb(white, 100, 6000), powerDb(white, 6000, 24_000), 0.3);
        double squares = 0;
        for (float sample : white) squares += sample * sample;
        assertEquals(0.5 / Math.sqrt(3), Math.sqrt(squares / white.length), 0.002);
        assertTrue(peak(white) <= 0.5);
    }

    @Test
    void theSameSeedGivesTheSameNoiseAndAnotherAnother() {
        assertArrayEquals(Signals.pink(1000, 5, 1), Signals.pink(1000, 5, 1));
        assertNotEquals(Signals.white(10, 5, 1)[0], Signals.white(10, 6, 1)[0]);
        float[][] channels = Signals.whiteChannels(2, 10, 5, 1);
        assertNotEquals(channels[0][0], channels[1][0]);
    }

    @Test
    void lowPassedNoiseHasNothingAbove() {
        float[] noise = Signals.lowPassedNoise(65_536, 3, 5000, RATE, 0.5);
        assertTrue(powerDb(noise, 5100, 24_000) < powerDb(noise, 100, 4900) - 100);
    }

    /**
     * Half-way between the two middle samples the interpolation is 2/π (1 + 1/3 + 1/5 + …) times 2 halves of the train.
     */
    @ParameterizedTest
    @ValueSource(ints = {2, 8, 64, 1000})
    void theWorstTruePeakIsTheSumOfTheSincsMagnitudes(int frames) {
        float[] signal = Signals.worstTruePeak(frames, 0.25);
        double between = 0;
        for (int frame = 0; frame < frames; frame++) {
            double distance = Math.PI * (frame - (frames / 2 - 0.5));
            between += signal[frame] * StrictMath.sin(distance) / distance;
        }
        double expected = 0;
        for (int odd = 1; odd < frames; odd += 2) expected += 4 / Math.PI / odd;
        assertEquals(0.25 * expected, between, 1e-9);
        assertEquals(0.25, peak(signal));
    }

    @Test
    void aSweepPassesTheGeometricMeanHalfWay() {
        int frames = 96_000;
        float[] sweep = Signals.sweep(frames, 100, 10_000, RATE, 1);
        int crossings = 0;
        for (int frame = 47_520; frame < 48_480; frame++) if (sweep[frame - 1] < 0 && sweep[frame] >= 0) crossings++;
        // 1,000 Hz for the 20 ms around the middle.
        assertEquals(20, crossings, 1);
    }

    @Test
    void aMultitoneHasEachToneAtItsLevelAndALowCrest() {
        double[] hertz = {750, 1500, 2250, 3000, 3750, 4500, 5250, 6000};
        float[] tones = Signals.multitone(65_536, RATE, 0.1, hertz);
        FrequencyResponse spectrum = FrequencyResponse.of(tones, RATE);
        for (double tone : hertz)
            assertEquals(20 * StrictMath.log10(0.1 * 65_536 / 2), spectrum.magnitudeDb(tone), 0.01);
        assertTrue(peak(tones) < 0.1 * Math.sqrt(hertz.length) * 1.9, "peak " + peak(tones));
    }

    @Test
    void simpleSignalsAreWhatTheirNamesSay() {
        assertArrayEquals(new float[] {0, 0, 0.5f, 0}, Signals.impulse(4, 2, 0.5));
        assertArrayEquals(new float[] {1, 1, -1, -1, 1}, Signals.square(5, 2, 1));
        assertArrayEquals(new float[] {1, -1, 1}, Signals.square(3, 1, 1));
        assertArrayEquals(new float[] {0, 1, 0, 0, 0, 1, 0, 0}, rounded(Signals.bursts(8, 2, 2, 12_000, RATE, 1)));
        assertArrayEquals(new float[] {1, 1, 0}, Signals.join(Signals.dc(2, 1), Signals.silence(1)));
        assertArrayEquals(new float[] {0, 0.5f, 0, -0.5f}, rounded(Signals.sine(4, 12_000, RATE, 0.5)));
    }

    private static float[] rounded(float[] signal) {
        for (int frame = 0; frame < signal.length; frame++) signal[frame] = Math.round(signal[frame] * 1e6) / 1e6f;
        return signal;
    }
}
