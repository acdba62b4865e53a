package io.arioso.dsp.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.dsp.fir.KaiserWindow;
import io.arioso.dsp.fir.PolyphaseFilter;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The true-peak signals of EBU Tech 3341 (cases 15 to 23), and sines up to near the Nyquist frequency. */
class TruePeakConformanceTest {
    private static final int FADE_MS = 10;

    @ParameterizedTest
    @CsvSource({
        "15, 4, 0, 0.50", "16, 4, 45, 0.50", "17, 6, 60, 0.50", "18, 8, 67.5, 0.50", "19, 4, 45, 1.41"})
    void cases15To19SinesReadTheirAmplitude(int ebuCase, int divisor, double phaseDegrees, double amplitude) {
        double exactDb = Levels.amplitudeDb(amplitude);
        for (int rate : new int[] {44_100, 48_000, 88_200, 96_000, 192_000}) {
            float[] x = sine(rate, 1.0 / divisor, StrictMath.toRadians(phaseDegrees), amplitude, rate);
            for (TruePeakReader reader : new TruePeakReader[] {TruePeakReader.STANDARD, TruePeakReader.PRECISE}) {
                double errorDb = readDbtp(rate, reader, x) - exactDb;
                String where = "case " + ebuCase + " at " + rate + " Hz, " + reader + ": off by " + errorDb + " dB";
                assertTrue(errorDb <= 0.05 && errorDb >= -0.15, where);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000, 192_000})
    void cases20To23BurstReadsFullScaleWhereverTheSamplesFall(int rate) {
        float[] fine = bandLimitedBurst(rate);
        for (int offset = 0; offset < 4; offset++) {
            float[] x = new float[fine.length / 4];
            for (int i = 0; i < x.length; i++) {
                x[i] = fine[4 * i + offset];
            }
            for (TruePeakReader reader : TruePeakReader.values()) {
                double dbtp = readDbtp(rate, reader, x);
                assertTrue(dbtp <= 0.2 && dbtp >= -0.4,
                        "case " + (20 + offset) + " at " + rate + " Hz, " + reader + ": " + dbtp + " dBTP");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000})
    void sinesNearTheNyquistFrequencyReadWithinATenthOfADecibel(int rate) {
        assertSweep(rate, TruePeakReader.STANDARD, 0.45);
        assertSweep(rate, TruePeakReader.PRECISE, 0.45);
    }

    @ParameterizedTest
    @EnumSource(names = {"STANDARD", "PRECISE"})
    void sinesFarAboveHearingReadWithinATenthOfADecibelAt192(TruePeakReader reader) {
        // Two points per frame are what BS.1770 asks for at 192 kHz; they are sure of sines up to 48 kHz.
        assertSweep(192_000, reader, reader == TruePeakReader.PRECISE ? 0.45 : 0.25);
    }

    private static void assertSweep(int rate, TruePeakReader reader, double highest) {
        long seed = 3341;
        Random random = new Random(seed);
        for (double frequency = 0.1; frequency <= highest + 1e-9; frequency += 0.0125) {
            for (int trial = 0; trial < 3; trial++) {
                double phase = random.nextDouble() * 2 * StrictMath.PI;
                double db = readDbtp(rate, reader, sine(rate, frequency, phase, 1, rate / 10));
                assertEquals(0, db, 0.1, reader + " at " + rate + " Hz, fs * " + frequency + ", phase " + phase);
            }
        }
    }

    private static double readDbtp(int rate, TruePeakReader reader, float[] x) {
        TruePeakDetector detector = new TruePeakDetector(rate, reader);
        detector.process(x, 0, x.length);
        return detector.truePeakDbtp();
    }

    private static float[] sine(int rate, double frequency, double phase, double amplitude, int frames) {
        IntToDoubleFunction wave = i -> amplitude * StrictMath.sin(2 * StrictMath.PI * frequency * i + phase);
        return faded(wave, rate * FADE_MS / 1_000, frames);
    }

    // At four times the rate: fs/6 at half scale, in the middle one period of fs/4 at full scale; then what lies above
    // the final Nyquist frequency is taken away.
    private static float[] bandLimitedBurst(int rate) {
        int frames = rate / 5 * 4;
        double[] angle = new double[frames];
        double[] level = new double[frames];
        int burst = frames / 2 / 24 * 24;
        for (int i = 1; i < frames; i++) {
            boolean loud = i > burst && i <= burst + 16;
            angle[i] = angle[i - 1] + 2 * StrictMath.PI / (loud ? 16 : 24);
            level[i] = i >= burst && i < burst + 16 ? 1 : 0.5;
        }
        float[] raw = faded(i -> level[i] * StrictMath.sin(angle[i]), 4 * rate * FADE_MS / 1_000, frames);
        double[] lowPass = PolyphaseFilter.design(0, 256, 0.125, KaiserWindow.forStopBand(80));
        float[] limited = new float[frames];
        for (int i = 0; i < frames; i++) {
            double sum = 0;
            for (int k = Math.max(0, 127 - i); k < Math.min(256, frames - i + 127); k++) {
                sum += lowPass[k] * raw[i + k - 127];
            }
            limited[i] = (float) sum;
        }
        return limited;
    }

    private static float[] faded(IntToDoubleFunction wave, int fade, int frames) {
        float[] x = new float[frames];
        for (int i = 0; i < frames; i++) {
            double gain = Math.min(1, Math.min(i, frames - 1 - i) / (double) fade);
            x[i] = (float) (gain * wave.applyAsDouble(i));
        }
        return x;
    }
}
