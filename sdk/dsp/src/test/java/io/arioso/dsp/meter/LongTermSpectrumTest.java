package io.arioso.dsp.meter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.dsp.filter.BandChannel;
import io.arioso.dsp.filter.FilterShape;
import io.arioso.dsp.filter.ParametricEqualizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongTermSpectrumTest {

    private static float[][] white(int channels, int frames, long seed) {
        Random random = new Random(seed);
        float[][] audio = new float[channels][frames];
        for (float[] channel : audio) {
            for (int i = 0; i < frames; i++) {
                channel[i] = (float) (0.1 * random.nextGaussian());
            }
        }
        return audio;
    }

    private static double[] levels(double rate, float[][] audio) {
        LongTermSpectrum spectrum = new LongTermSpectrum(rate, audio.length);
        spectrum.process(audio, 0, audio[0].length);
        return spectrum.levelsDb();
    }

    @ParameterizedTest
    @ValueSource(doubles = {44_100, 48_000, 96_000})
    void pinkNoiseReadsTheSameInEveryBand(double rate) {
        float[][] audio = white(2, (int) (40 * rate), 3);
        ParametricEqualizer pink = new ParametricEqualizer(rate, 2);
        pink.setBand(0, FilterShape.FLAT_TILT, 1000, -3.0103, 1, 12, BandChannel.STEREO);
        pink.reset();
        pink.process(audio, 0, audio[0].length);
        double[] db = levels(rate, audio);
        double middle = db[30];
        for (int band = 0; band < 59; band++) {
            // Below 100 Hz the time is too short for noise to be even: 40 s hold some 100 independent values there.
            assertEquals(middle, db[band], LongTermSpectrum.hertz()[band] < 100 ? 1.5 : 0.6,
                    LongTermSpectrum.hertz()[band] + " Hz");
        }
    }

    @Test
    void theLevelOfWhiteNoiseIsItsPowerInTheBand() {
        double[] db = levels(48_000, white(1, 480_000, 8));
        double[] hz = LongTermSpectrum.hertz();
        double width = hz[40] * (StrictMath.pow(2, 1 / 6.0) - StrictMath.pow(2, -1 / 6.0));
        double expected = 10 * StrictMath.log10(0.01 * width / 24_000);
        assertEquals(expected, db[40], 0.3);
    }

    @Test
    void aSineIsFoundInItsBandWithItsPower() {
        float[][] audio = new float[1][96_000];
        double hz = LongTermSpectrum.hertz()[34];
        for (int i = 0; i < audio[0].length; i++) {
            audio[0][i] = (float) (0.5 * StrictMath.sin(2 * StrictMath.PI * hz * i / 48_000));
        }
        double[] db = levels(48_000, audio);
        assertEquals(10 * StrictMath.log10(0.125), db[34], 0.05);
        assertTrue(db[30] < db[34] - 60, "leak of " + db[30]);
    }

    @Test
    void anySplitIntoBlocksReadsTheSame() {
        float[][] audio = white(2, 100_000, 5);
        double[] whole = levels(48_000, audio);
        LongTermSpectrum split = new LongTermSpectrum(48_000, 2);
        Random random = new Random(1);
        for (int at = 0; at < 100_000; ) {
            int n = Math.min(100_000 - at, random.nextInt(5000));
            split.process(audio, at, n);
            at += n;
        }
        assertArrayEquals(whole, split.levelsDb());
        assertEquals(100_000 / 48_000.0, split.seconds());
    }

    @Test
    void silenceShortProgrammesAndDamagedSamplesReadAsSilence() {
        for (double db : levels(48_000, new float[2][48_000])) {
            assertEquals(Double.NEGATIVE_INFINITY, db);
        }
        for (double db : levels(48_000, white(1, 4000, 2))) {
            assertEquals(Double.NEGATIVE_INFINITY, db);
        }
        float[][] damaged = white(1, 96_000, 2);
        damaged[0][5000] = Float.NaN;
        assertTrue(levels(48_000, damaged)[30] > -60);
        assertThrows(IllegalArgumentException.class, () -> new LongTermSpectrum(48_000, 0));
        assertThrows(IllegalArgumentException.class, () -> new LongTermSpectrum(10, 1));
    }
}
