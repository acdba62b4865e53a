package io.arioso.host.audiofile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** NaN, infinities, denormals and values beyond full scale (rule A6). */
class SampleValueTest {

    @ParameterizedTest
    @EnumSource(value = SampleFormat.class, names = {"INT8", "INT16", "INT24", "INT32"})
    void integersRoundToNearestEvenAndHoldFullScale(SampleFormat format) throws IOException {
        double scale = 1L << format.bits() - 1;
        double[] given = {0.5, 1.5, 2.5, -0.5, -1.5, 0.49, -0.51, scale, scale - 0.4, -scale, scale + 1, -scale - 1,
                1e38, -1e38, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, -0.0, Double.MIN_VALUE};
        double[] expected = {0, 2, 2, 0, -2, 0, -1, scale - 1, scale - 1, -scale, scale - 1, -scale,
                scale - 1, -scale, scale - 1, -scale, 0, 0, 0};
        double[][] samples = new double[1][given.length];
        for (int i = 0; i < given.length; i++) {
            samples[0][i] = given[i] / scale;
        }
        MemorySink sink = new MemorySink();
        try (AudioWriter writer = AudioCreator.write(sink, new AudioSpec(FileType.WAV, format, 1, 48_000))) {
            writer.write(samples, 0, given.length);
            writer.commit();
            assertEquals(6, writer.clippedSamples());
            assertEquals(3, writer.nonFiniteSamples());
        }
        double[] back = TestAudio.readAll(TestAudio.open(sink.bytes()))[0];
        for (int i = 0; i < back.length; i++) {
            back[i] *= scale;
        }
        assertArrayEquals(expected, back);
    }

    @Test
    void floatingPointKeepsWhatIsNotANumberAndCountsIt() throws IOException {
        float[][] samples = {
            {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e38f, Float.MIN_VALUE, -0f}};
        for (SampleFormat format : new SampleFormat[] {SampleFormat.FLOAT32, SampleFormat.FLOAT64}) {
            MemorySink sink = new MemorySink();
            try (AudioWriter writer = AudioCreator.write(sink, new AudioSpec(FileType.WAV, format, 1, 48_000))) {
                writer.write(samples, 0, 6);
                writer.commit();
                assertEquals(0, writer.clippedSamples());
                assertEquals(3, writer.nonFiniteSamples());
            }
            assertArrayEquals(samples[0], TestAudio.readAllFloats(TestAudio.open(sink.bytes()))[0]);
        }
    }
}
