package io.arioso.testkit.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.testkit.signal.Signals;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each analyser against a signal whose measure is known on paper. */
class AnalysersTest {
    private static final double RATE = 48_000;

    private static float[] sum(float[]... parts) {
        float[] sum = new float[parts[0].length];
        for (float[] part : parts) for (int frame = 0; frame < sum.length; frame++) sum[frame] += part[frame];
        return sum;
    }

    private static float[] onePole(int frames, double share) {
        float[] response = new float[frames];
        double state = 0;
        for (int frame = 0; frame < frames; frame++) {
            state += share * ((frame == 0 ? 1 : 0) - state);
            response[frame] = (float) state;
        }
        return response;
    }

    @ParameterizedTest
    @CsvSource({"997, 0.01", "997, 0.0001", "61.7, 0.1", "5003, 0.00001"})
    void distortionOfKnownHarmonicsIsTheirRatio(double hertz, double share) {
        int frames = 48_000;
        float[] signal = sum(Signals.sine(frames, hertz, RATE, 0.5), Signals.sine(frames, 2 * hertz, RATE, 0.5 * share),
            Signals.sine(frames, 3 * hertz, RATE, 0.5 * share), Signals.dc(frames, 0.1));
        double expected = 20 * StrictMath.log10(share * Math.sqrt(2));
        ThdPlusNoise measured = ThdPlusNoise.of(signal, hertz, RATE);
        assertEquals(expected, measured.db(), 0.1);
        assertEquals(0.5, measured.amplitude(), 1e-4);
    }

    @Test
    void noiseBesideASineIsMeasuredByItsPower() {
        float[] signal = sum(Signals.sine(96_000, 997, RATE, 0.5), Signals.white(96_000, 4, 0.001));
        double expected = 20 * StrictMath.log10(0.001 / Math.sqrt(3) / (0.5 / Math.sqrt(2)));
        assertEquals(expected, ThdPlusNoise.of(signal, 997, RATE).db(), 0.1);
    }

    @ParameterizedTest
    @CsvSource({"0", "20", "1000", "7640", "20000", "24000"})
    void theResponseOfAOnePoleIsThatOfTheFormula(double hertz) {
        double share = 0.1;
        FrequencyResponse response = FrequencyResponse.of(onePole(2000, share), RATE);
        // H = a / (1 - b z^-1), b = 1 - a.
        double pole = 1 - share;
        double turn = 2 * Math.PI * hertz / RATE;
        double real = 1 - pole * StrictMath.cos(turn);
        double imaginary = pole * StrictMath.sin(turn);
        double power = real * real + imaginary * imaginary;
        assertEquals(10 * StrictMath.log10(share * share / power), response.magnitudeDb(hertz), 1e-5);
        assertEquals(-StrictMath.atan2(imaginary, real), response.phase(hertz), 1e-6);
        assertEquals((pole * StrictMath.cos(turn) - pole * pole) / power, response.groupDelayFrames(hertz), 1e-5);
        int bin = (int) Math.rint(hertz / RATE * 4096);
        double[] bins = response.magnitudesDb(4096);
        assertEquals(response.magnitudeDb(bin * RATE / 4096), bins[bin], 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0.5", "37, -1", "4799, 0.01"})
    void aKnownDelayIsFoundWhateverLevelAndSign(int delay, float factor) {
        float[] input = Signals.white(20_000, 9, 0.5);
        float[] output = new float[input.length];
        for (int frame = delay; frame < output.length; frame++) output[frame] = factor * input[frame - delay];
        assertEquals(delay, LatencyMeasurement.frames(input, output, 4800));
    }

    @ParameterizedTest
    @CsvSource({"0.5", "2", "6"})
    void theDecayOfAnExponentialIsItsTime(double seconds) {
        float[] response = new float[(int) (1.5 * seconds * RATE)];
        double step = StrictMath.exp(StrictMath.log(1e-3) / (seconds * RATE));
        double level = 1;
        for (int frame = 0; frame < response.length; frame++, level *= step)
            response[frame] = (float) (frame % 2 == 0 ? level : -level);
        assertEquals(seconds, DecayTime.t30Seconds(response, RATE), 1e-3 * seconds);
        assertEquals(seconds, DecayTime.t20Seconds(response, RATE), 1e-3 * seconds);
        assertEquals(seconds, DecayTime.earlySeconds(response, RATE), 1e-3 * seconds);
    }

    @Test
    void aResponseThatDoesNotDecayIsRefused() {
        assertEquals("impulse response: it is silent", assertThrows(IllegalArgumentException.class,
            () -> DecayTime.t30Seconds(new float[100], RATE)).getMessage());
        float[] truncated = Arrays.copyOf(Signals.dc(100, 1), 100);
        assertEquals("impulse response: it does not fall to -35.0 dB", assertThrows(IllegalArgumentException.class,
            () -> DecayTime.t30Seconds(truncated, RATE)).getMessage());
    }

    @ParameterizedTest
    @CsvSource({"-40", "-60", "-80"})
    void aToneAtNoHarmonicIsFoundAtItsLevel(double db) {
        int frames = 65_536;
        double level = StrictMath.pow(10, db / 20);
        // 5,000 Hz folds its seventh harmonic, 35 kHz, to 13 kHz.
        float[] signal = sum(Signals.sine(frames, 5000, RATE, 0.5), Signals.sine(frames, 10_000, RATE, 0.1),
            Signals.sine(frames, 13_000, RATE, 0.5 * level));
        double expected = 10 * StrictMath.log10(level * level / (1 + 0.04 + level * level));
        assertEquals(expected, Aliasing.db(signal, 5000, RATE), 0.1);
    }

    @Test
    void harmonicsAloneAreNoAliasing() {
        float[] signal = sum(Signals.sine(65_536, 1234.5, RATE, 0.5), Signals.sine(65_536, 3703.5, RATE, 0.2));
        assertTrue(Aliasing.db(signal, 1234.5, RATE) < -100);
    }

    @Test
    void theBandAboveAFrequencyKeepsWhatIsThereAndLosesTheRest() {
        float[] low = BandEnergy.above(Signals.sine(48_000, 1000, RATE, 0.5), 4000, RATE);
        float[] high = BandEnergy.above(Signals.sine(48_000, 8000, RATE, 0.5), 4000, RATE);
        assertTrue(BandEnergy.loudestWindowDb(low, 1000, 47_000, 480) < -110);
        assertEquals(20 * StrictMath.log10(0.5 / Math.sqrt(2)), BandEnergy.loudestWindowDb(high, 1000, 47_000, 480),
            0.01);
    }

    @Test
    void aResidualNamesTheFirstSampleThatDiffersAndThePeak() {
        float[][] expected = Signals.both(Signals.dc(100, 0.5));
        float[][] actual = Signals.both(Signals.dc(100, 0.5));
        assertTrue(Residual.between(expected, actual).sameBits());
        actual[1][40] = 0.25f;
        actual[0][60] = 0.375f;
        Residual residual = Residual.between(expected, actual);
        assertEquals("frame 40, channel 1 is 0.25 instead of 0.5; the residual peaks at -12.0 dBFS",
            residual.describe());
        assertEquals(20 * StrictMath.log10(Math.sqrt((0.0625 + 0.015625) / 200)), residual.rmsDb(), 1e-9);
    }

    @Test
    void twoZerosOfDifferentSignAreDifferentBits() {
        Residual residual = Residual.between(new float[][] {{0f}}, new float[][] {{-0f}});
        assertEquals(0, residual.firstFrame());
        assertEquals(Double.NEGATIVE_INFINITY, residual.peakDb());
    }
}
