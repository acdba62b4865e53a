package io.arioso.dsp.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bits of version 1.0.0 of the equaliser: whoever changes them changes the sound of finished songs. */
class EqualizerGoldenTest {
    private static final FilterShape[] SHAPES = FilterShape.values();
    private static final BandChannel[] PLACES = BandChannel.values();

    @ParameterizedTest
    @CsvSource({"44100, 1, cf32af2961b57363", "48000, 2, 66e69e5e5adc180", "96000, 2, 5777350c20299c5b",
            "48000, 5, d1023de65c5ace4e"})
    void bandsThatComeMoveAndGoSoundAsEver(double rate, int channels, String hash) {
        ParametricEqualizer equalizer = new ParametricEqualizer(rate, channels);
        float[][] audio = EqualizerSignals.noise(channels, 40_000, 77);
        for (int i = 0; i < 8; i++) {
            equalizer.setBand(2 * i, SHAPES[i], 60 * (1 << i), 2.0 * i - 7, 0.5 + 0.3 * i, 6 * (1 + i % 4),
                    PLACES[i % 5]);
        }
        equalizer.reset();
        equalizer.process(audio, 0, 10_001);
        equalizer.setAutoGain(true);
        for (int i = 0; i < 8; i++) {
            equalizer.setBand(2 * i, SHAPES[(i + 5) % 11], 9000 / (i + 1), 5 - i, 0.7, 12, PLACES[(i + i / 3) % 5]);
        }
        equalizer.process(audio, 10_001, 20_050);
        equalizer.setGainScale(0.5);
        equalizer.setOutputDb(-3);
        equalizer.setBandOff(4);
        equalizer.process(audio, 20_050, 40_000);
        assertEquals(hash, Long.toHexString(hash(audio)));
    }

    @Test
    void thirtyTwoBandsAtRestSoundAsEver() {
        ParametricEqualizer equalizer = new ParametricEqualizer(48_000, 2);
        for (int i = 0; i < ParametricEqualizer.BANDS; i++) {
            equalizer.setBand(i, FilterShape.BELL, 30 + 500.0 * i, i % 2 == 0 ? 3 : -2, 1, 12,
                    BandChannel.STEREO);
        }
        equalizer.reset();
        float[][] audio = EqualizerSignals.process(equalizer, EqualizerSignals.noise(2, 9600, 5));
        assertEquals("9d4990643e5406f4", Long.toHexString(hash(audio)));
    }

    /** FNV-1a over the bits of all samples. */
    private static long hash(float[][] audio) {
        long hash = 0xcbf29ce484222325L;
        for (float[] channel : audio) {
            for (float sample : channel) {
                hash = (hash ^ Float.floatToRawIntBits(sample)) * 0x100000001b3L;
            }
        }
        return hash;
    }
}
