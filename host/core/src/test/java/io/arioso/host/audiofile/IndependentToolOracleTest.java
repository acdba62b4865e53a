package io.arioso.host.audiofile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Others read what we write, and we read what others write: Java Sound, ffmpeg, sox, flac. */
class IndependentToolOracleTest {
    private static final int FRAMES = 10_000;

    @TempDir
    Path folder;

    /** Runs a tool; the test is skipped when it is not installed. */
    private byte[] run(String... command) throws IOException, InterruptedException {
        boolean installed = List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(path -> Files.isExecutable(Path.of(path, command[0])));
        assumeTrue(installed, "skipped: " + command[0] + " is not installed");
        Path out = Files.createTempFile(folder, "out", ".raw");
        Path errors = Files.createTempFile(folder, "err", ".txt");
        Process process = new ProcessBuilder(command).redirectOutput(out.toFile())
                .redirectError(errors.toFile()).start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), command[0] + " hangs");
        assertEquals(0, process.exitValue(), () -> String.join(" ", command) + ": " + text(errors));
        return Files.readAllBytes(out);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    static List<Arguments> writtenFiles() {
        List<Arguments> result = new ArrayList<>();
        for (FileType type : TestAudio.OWN_TYPES) {
            for (SampleFormat format : SampleFormat.values()) {
                boolean flacFits = format == SampleFormat.INT16 || format == SampleFormat.INT24;
                // ffmpeg does not know BW64.
                if (type != FileType.BW64 && (type != FileType.FLAC || flacFits)) {
                    result.add(Arguments.of(type, format, 2));
                }
            }
            if (type != FileType.BW64) {
                result.add(Arguments.of(type, SampleFormat.INT24, 6));
            }
        }
        return result;
    }

    private Path write(FileType type, SampleFormat format, int channels, double[][] samples) throws IOException {
        Path file = folder.resolve("x." + type.extension());
        try (AudioWriter writer = AudioFiles.create(file, new AudioSpec(type, format, channels, 48_000), true)) {
            writer.write(samples, 0, samples[0].length);
            writer.commit();
        }
        return file;
    }

    private static double[][] finite(SampleFormat format, int channels) {
        return format.isFloat() ? TestAudio.tone(channels, 500) : TestAudio.exact(format, channels, 500, 11);
    }

    @ParameterizedTest
    @MethodSource("writtenFiles")
    void ffmpegReadsWhatWeWriteBitForBit(FileType type, SampleFormat format, int channels) throws Exception {
        double[][] samples = finite(format, channels);
        Path file = write(type, format, channels, samples);
        byte[] raw = run("ffmpeg", "-v", "error", "-i", file.toString(), "-f", "f64le", "-c:a", "pcm_f64le", "-");
        ByteBuffer got = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(500 * channels * 8, raw.length);
        for (int i = 0; i < 500; i++) {
            for (int channel = 0; channel < channels; channel++) {
                double expected = format == SampleFormat.FLOAT32 ? (float) samples[channel][i] : samples[channel][i];
                assertEquals(expected, got.getDouble(), "channel " + channel + " frame " + i);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"wav, pcm_u8, INT8", "wav, pcm_s16le, INT16", "wav, pcm_s24le, INT24", "wav, pcm_s32le, INT32",
        "wav, pcm_f32le, FLOAT32", "wav, pcm_f64le, FLOAT64", "w64, pcm_s24le, INT24", "w64, pcm_f32le, FLOAT32",
        "aiff, pcm_s16be, INT16", "aiff, pcm_s24be, INT24", "aiff, pcm_f32be, FLOAT32", "aiff, pcm_s16le, INT16",
        "flac, flac, INT24"})
    void weReadWhatFfmpegWritesBitForBit(String extension, String codec, SampleFormat format) throws Exception {
        Path file = folder.resolve("theirs." + extension);
        run("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "anoisesrc=d=0.2:a=0.9:r=48000:seed=3", "-ac", "2",
                "-c:a", codec, file.toString());
        byte[] raw = run("ffmpeg", "-v", "error", "-i", file.toString(), "-f", "f64le", "-c:a", "pcm_f64le", "-");
        ByteBuffer expected = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        try (AudioReader reader = AudioFiles.open(file)) {
            assertEquals(format, reader.info().format());
            assertEquals(List.of(), reader.info().warnings());
            double[][] got = TestAudio.readAll(reader);
            assertEquals(9600, got[0].length);
            for (int i = 0; i < 9600; i++) {
                assertEquals(expected.getDouble(), got[0][i], "frame " + i);
                assertEquals(expected.getDouble(), got[1][i], "frame " + i);
            }
        }
    }

    @Test
    void aPipeFromFfmpegIsReadToItsEnd() throws Exception {
        byte[] wav = run("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=d=0.5:r=44100", "-f", "wav", "-");
        byte[] flac = run("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=d=0.5:r=44100", "-f", "flac", "-");
        try (AudioReader one = AudioFiles.open(new ByteArrayInputStream(wav), "pipe");
                AudioReader other = AudioFiles.open(new ByteArrayInputStream(flac), "pipe")) {
            assertEquals(-1, one.info().frames());
            double[][] samples = TestAudio.readAll(one);
            assertEquals(22_050, samples[0].length);
            TestAudio.assertSameBits(samples, TestAudio.readAll(other), "FLAC and WAV of one tone");
        }
    }

    @Test
    @Timeout(20)
    void aNamedPipeIsReadAsAPipe() throws Exception {
        double[][] samples = TestAudio.exact(SampleFormat.INT24, 2, FRAMES, 16);
        Path file = write(FileType.WAV, SampleFormat.INT24, 2, samples);
        Path pipe = folder.resolve("pipe");
        run("mkfifo", pipe.toString());
        Process feeder = new ProcessBuilder("sh", "-c", "cat \"$0\" > \"$1\"", file.toString(), pipe.toString()).start();
        try (AudioReader reader = AudioFiles.open(pipe)) {
            assertFalse(reader.seekable());
            TestAudio.assertSameBits(samples, TestAudio.readAll(reader), "named pipe");
        } finally {
            feeder.destroyForcibly();
        }
    }

    @Test
    void soxReadsOurFilesAndOurPipe() throws Exception {
        double[][] samples = TestAudio.exact(SampleFormat.INT24, 2, FRAMES, 12);
        byte[] reference = null;
        for (FileType type : List.of(FileType.WAV, FileType.W64, FileType.AIFF, FileType.AIFC, FileType.FLAC)) {
            Path file = write(type, SampleFormat.INT24, 2, samples);
            byte[] raw = run("sox", "-V1", file.toString(), "-t", "raw", "-e", "signed", "-b", "24", "-");
            reference = reference == null ? raw : reference;
            assertEquals(FRAMES * 6, raw.length, type.name());
            assertArrayEquals(reference, raw, type.name());
        }
        Path pipe = folder.resolve("pipe.wav");
        AudioSpec spec = new AudioSpec(FileType.WAV, SampleFormat.INT24, 2, 48_000);
        try (var out = Files.newOutputStream(pipe); AudioWriter writer = AudioFiles.stream(out, spec)) {
            writer.write(samples, 0, FRAMES);
            writer.commit();
        }
        assertArrayEquals(reference, run("ffmpeg", "-v", "error", "-i", pipe.toString(), "-f", "s24le", "-"));
    }

    @ParameterizedTest
    @CsvSource({"INT16, 2", "INT24, 2", "INT24, 1", "INT24, 8"})
    void theFlacToolAcceptsLengthAndChecksum(SampleFormat format, int channels) throws Exception {
        for (double[][] samples : List.of(TestAudio.exact(format, channels, FRAMES, 13),
                TestAudio.tone(channels, FRAMES), new double[channels][FRAMES],
                TestAudio.exact(format, channels, 8192, 14))) {
            Path file = write(FileType.FLAC, format, channels, samples);
            byte[] raw = run("flac", "-d", "-s", "-w", "-c", "--force-raw-format", "--endian=little", "--sign=signed",
                    file.toString());
            assertEquals((long) samples[0].length * channels * format.bytes(), raw.length);
        }
    }

    @ParameterizedTest
    @CsvSource({"WAV, INT16, 1", "WAV, INT24, 2", "WAV, INT24, 6", "WAV, INT8, 2", "AIFF, INT16, 2", "AIFF, INT24, 1"})
    void javaSoundReadsWhatWeWrite(FileType type, SampleFormat format, int channels) throws Exception {
        double[][] samples = TestAudio.exact(format, channels, FRAMES, 15);
        Path file = write(type, format, channels, samples);
        try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
            assertEquals(FRAMES, in.getFrameLength());
            assertEquals(channels, in.getFormat().getChannels());
            assertEquals(48_000, in.getFormat().getSampleRate());
            assertEquals(format.bits(), in.getFormat().getSampleSizeInBits());
            byte[] raw = in.readAllBytes();
            ByteLayout order = format == SampleFormat.INT8 ? ByteLayout.OFFSET_8_BIT
                    : in.getFormat().isBigEndian() ? ByteLayout.BIG_ENDIAN : ByteLayout.LITTLE_ENDIAN;
            order.swap(raw, 0, raw.length, format.bytes());
            double[][] got = new double[channels][FRAMES];
            for (int channel = 0; channel < channels; channel++) {
                SampleCodec.of(format).decode(raw, channel * format.bytes(), channels * format.bytes(), got[channel], 0,
                        FRAMES);
            }
            TestAudio.assertSameBits(samples, got, "Java Sound");
        }
    }
}
