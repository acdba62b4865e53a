package io.arioso.plugins.limiter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.arioso.sdk.BusLayout;
import io.arioso.testkit.PluginHarness;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Masters made with version 1.0.0 must come out the same, bit for bit; the sums were taken with that version.
 *
 * <p>A ceiling that falls while audio runs is left out: there version 1.0.0 gave other bits for other blocks.
 */
class LimiterGoldenTest {
    private static final int FRAMES = 48_000;

    @ParameterizedTest
    @CsvSource({
        "6e22d7ca, gain=12",
        "c6d92a9d, gain=18 ceiling=-0.3 lookahead_ms=5 auto_release=on",
        "80b5896e, gain=9 true_peak=off release_ms=3 link=0",
        "7ec4bc5c, gain=15 link=50 release_ms=20 lookahead_ms=0.5",
        "33c2e6f5, gain=6 unity_gain=on release_ms=40",
        "a063d0e5, gain=6 lookahead_ms=0"})
    void settingsOfTheFirstVersionKeepTheirBits(String sum, String settings) {
        assertEquals(sum, sum(PluginHarness.of(Limiter::new).set(settings.split(" ")).blocks(256)
            .render(hits(2, FRAMES))), settings);
    }

    @Test
    void automationOfTheFirstVersionKeepsItsBits() {
        float[][] out = PluginHarness.of(Limiter::new).rate(96_000).layout(BusLayout.of(3)).blocks(333, 64)
            .at(3000, "gain", 20).at(9000, "link", 30).at(12_000, "gain", 8).at(20_000, "true_peak", 0)
            .at(25_000, "auto_release", 1).at(30_000, "link", 100).at(35_000, "release_ms", 10)
            .render(hits(3, FRAMES));
        assertEquals("5ffa327d", sum(out));
    }

    /** Noise whose level jumps each 3000 frames and falls again; from java.util.Random, so the same everywhere. */
    private static float[][] hits(int channels, int frames) {
        float[][] audio = new float[channels][frames];
        for (int channel = 0; channel < channels; channel++) {
            Random random = new Random(100 + channel);
            float level = 0;
            float held = 0;
            for (int i = 0; i < frames; i++) {
                level = i % 3000 == 0 ? 0.1f + 0.9f * random.nextFloat() : level * 0.999f;
                held += 0.4f * (2 * random.nextFloat() - 1 - held);
                audio[channel][i] = level * held;
            }
        }
        return audio;
    }

    private static String sum(float[][] audio) {
        CRC32 sum = new CRC32();
        for (float[] channel : audio) {
            for (float sample : channel) {
                int bits = Float.floatToRawIntBits(sample);
                for (int shift = 0; shift < 32; shift += 8) {
                    sum.update(bits >>> shift);
                }
            }
        }
        return Long.toHexString(sum.getValue());
    }
}
