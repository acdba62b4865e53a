package io.arioso.host.audiofile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written comes back bit for bit: every type, format and number of channels. */
class RoundTripTest {
    private static final long SEED = 20_261_122;

    @TempDir
    Path folder;

    static List<Arguments> everyTypeFormatAndUsualWidth() {
        return everyTypeFormatAndWidth().stream().filter(arguments -> (int) arguments.get()[2] <= 6).toList();
    }

    static List<Arguments> everyTypeFormatAndWidth() {
        List<Arguments> result = new ArrayList<>();
        for (FileType type : TestAudio.OWN_TYPES) {
            for (SampleFormat format : SampleFormat.values()) {
                for (int channels : new int[] {1, 2, 6, 256}) {
                    boolean flac = type == FileType.FLAC;
                    boolean flacFits = channels <= 8 && (format == SampleFormat.INT16 || format == SampleFormat.INT24);
                    if (!flac || flacFits) {
                        result.add(Arguments.of(type, format, channels));
                    }
                }
            }
        }
        return result;
    }

    @ParameterizedTest
    @MethodSource("everyTypeFormatAndWidth")
    void doublesComeBackBitForBit(FileType type, SampleFormat format, int channels) throws IOException {
        double[][] samples = TestAudio.exact(format, channels, 1201, SEED);
        MemorySink sink = new MemorySink();
        try (AudioWriter writer = AudioCreator.write(sink, new AudioSpec(type, format, channels, 44_100))) {
            writer.write(samples, 0, 1);
            writer.write(samples, 1, 0);
            writer.write(samples, 1, 1200);
            writer.commit();
            assertEquals(1201, writer.framesWritten());
            assertEquals(0, writer.clippedSamples());
        }
        try (AudioReader reader = TestAudio.open(sink.bytes())) {
            AudioInfo info = reader.info();
            FileType expected = type == FileType.AIFF && format.isFloat() ? FileType.AIFC : type;
            assertEquals(new AudioInfo(expected, format, channels, 44_100, 1201, List.of(), List.of()), info);
            TestAudio.assertSameBits(samples, TestAudio.readAll(reader), "seed " + SEED);
            assertEquals(1201, reader.position());
        }
    }

    @ParameterizedTest
    @MethodSource("everyTypeFormatAndWidth")
    void floatsComeBackBitForBitWhereAFloatHoldsTheFormat(FileType type, SampleFormat format, int channels)
            throws IOException {
        double[][] exact = TestAudio.exact(format == SampleFormat.FLOAT64 || format == SampleFormat.INT32
                ? SampleFormat.INT24 : format, channels, 701, SEED + 1);
        float[][] samples = TestAudio.floats(exact);
        MemorySink sink = new MemorySink();
        try (AudioWriter writer = AudioCreator.write(sink, new AudioSpec(type, format, channels, 96_000))) {
            writer.write(samples, 0, 701);
            writer.commit();
        }
        float[][] back = TestAudio.readAllFloats(TestAudio.open(sink.bytes()));
        for (int channel = 0; channel < channels; channel++) {
            for (int i = 0; i < 701; i++) {
                assertEquals(Float.floatToRawIntBits(samples[channel][i]), Float.floatToRawIntBits(back[channel][i]),
                        "seed " + SEED + " channel " + channel + " frame " + i);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyTypeFormatAndWidth")
    void pipesCarryTheSameSamplesWithoutAKnownLength(FileType type, SampleFormat format, int channels)
            throws IOException {
        double[][] samples = TestAudio.exact(format, channels, 333, SEED + 2);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AudioWriter writer = AudioFiles.stream(out, new AudioSpec(type, format, channels, 44_100))) {
            writer.write(samples, 0, 333);
            writer.commit();
        }
        try (AudioReader reader = TestAudio.openPipe(out.toByteArray())) {
            assertEquals(-1, reader.info().frames());
            TestAudio.assertSameBits(samples, TestAudio.readAll(reader), "seed " + SEED);
        }
        try (AudioReader reader = TestAudio.open(out.toByteArray())) {
            assertEquals(333, reader.info().frames(), "a pipe's output saved as a file");
            assertEquals(1, reader.info().warnings().size());
            TestAudio.assertSameBits(samples, TestAudio.readAll(reader), "seed " + SEED);
        }
    }

    @ParameterizedTest
    @MethodSource("everyTypeFormatAndUsualWidth")
    void seekingGivesTheSameFramesAsReadingOn(FileType type, SampleFormat format, int channels) throws IOException {
        double[][] samples = TestAudio.exact(format, channels, 5000, SEED + 3);
        MemorySink sink = new MemorySink();
        try (AudioWriter writer = AudioCreator.write(sink, new AudioSpec(type, format, channels, 44_100))) {
            writer.write(samples, 0, 5000);
            writer.commit();
        }
        try (AudioReader reader = TestAudio.open(sink.bytes())) {
            for (int frame : new int[] {4999, 0, 1, 4096, 4095, 17, 2500, 2501, 4999, 0}) {
                reader.seek(frame);
                assertEquals(frame, reader.position());
                double[][] block = new double[channels][2];
                int count = reader.read(block, 0, 2);
                assertEquals(Math.min(2, 5000 - frame), count, "at frame " + frame);
                for (int i = 0; i < count; i++) {
                    assertEquals(Double.doubleToRawLongBits(samples[channels - 1][frame + i]),
                            Double.doubleToRawLongBits(block[channels - 1][i]), "at frame " + frame);
                }
            }
            reader.seek(5000);
            assertEquals(-1, reader.read(new double[channels][1], 0, 1));
            reader.seek(1_000_000);
            assertEquals(-1, reader.read(new double[channels][1], 0, 1));
            assertThrows(IllegalArgumentException.class, () -> reader.seek(-1));
        }
    }

    @ParameterizedTest
    @EnumSource(value = FileType.class, names = {"WAV", "RF64", "BW64", "W64", "AIFF", "AIFC", "FLAC"})
    void filesOnDiskComeBackBitForBit(FileType type) throws IOException {
        double[][] samples = TestAudio.exact(SampleFormat.INT24, 2, 100_000, SEED + 4);
        Path file = folder.resolve("x." + type.extension());
        try (AudioWriter writer = AudioFiles.create(file, new AudioSpec(type, SampleFormat.INT24, 2, 44_100), false)) {
            writer.write(samples, 0, 100_000);
            writer.commit();
        }
        try (AudioReader reader = AudioFiles.open(file)) {
            assertEquals(List.of(), reader.info().warnings());
            TestAudio.assertSameBits(samples, TestAudio.readAll(reader), "seed " + SEED);
        }
    }

    @Test
    void lengthsAroundABlockOfFlacComeBack() throws IOException {
        for (int frames : new int[] {1, 15, 16, 4095, 4096, 4097, 8192, 8193}) {
            double[][] samples = TestAudio.exact(SampleFormat.INT16, 1, frames, SEED + frames);
            byte[] file = TestAudio.file(new AudioSpec(FileType.FLAC, SampleFormat.INT16, 1, 44_100), samples);
            TestAudio.assertSameBits(samples, TestAudio.readAll(TestAudio.open(file)), frames + " frames");
        }
    }

    @Test
    void anEmptyFileOfEachTypeHasNoFramesAndNoWarnings() throws IOException {
        for (FileType type : TestAudio.OWN_TYPES) {
            byte[] file = TestAudio.toneFile(type, SampleFormat.INT16, 2, 0);
            try (AudioReader reader = TestAudio.open(file)) {
                assertEquals(0, reader.info().frames(), type.name());
                assertEquals(-1, reader.read(new float[2][8], 0, 8), type.name());
            }
        }
    }

    @Test
    void aiffKeepsFractionalSampleRatesAndRiffRefusesThem() throws IOException {
        for (double rate : new double[] {1, 44_099.5, 47_952.047952047955, 1e7, 22_254.545454545456}) {
            byte[] file = TestAudio.file(new AudioSpec(FileType.AIFF, SampleFormat.INT16, 1, rate), new double[1][4]);
            assertEquals(rate, TestAudio.open(file).info().sampleRate());
        }
        for (FileType type : List.of(FileType.WAV, FileType.W64, FileType.FLAC)) {
            AudioSpec spec = new AudioSpec(type, SampleFormat.INT16, 1, 44_099.5);
            AudioFileException e = assertThrows(AudioFileException.class,
                    () -> AudioCreator.write(new MemorySink(), spec));
            assertTrue(e.getMessage().contains("44099.5"), e.getMessage());
        }
    }
}
