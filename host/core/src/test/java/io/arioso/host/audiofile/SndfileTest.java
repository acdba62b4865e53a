package io.arioso.host.audiofile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Formats that an installed libsndfile reads and writes. */
class SndfileTest {
    @TempDir
    Path folder;

    private static void assumeInstalled() {
        boolean installed;
        try {
            installed = Sndfile.load("probe", FileType.CAF) != null;
        } catch (AudioFileException e) {
            installed = false;
        }
        assumeTrue(installed, "skipped: libsndfile is not installed");
    }

    @ParameterizedTest
    @EnumSource(SampleFormat.class)
    void cafComesBackBitForBit(SampleFormat format) throws IOException {
        assumeInstalled();
        double[][] samples = format.isFloat() ? TestAudio.tone(2, 10_000) : TestAudio.exact(format, 2, 10_000, 21);
        if (format == SampleFormat.FLOAT32) {
            float[][] rounded = TestAudio.floats(samples);
            for (int i = 0; i < 10_000; i++) {
                samples[0][i] = rounded[0][i];
                samples[1][i] = rounded[1][i];
            }
        }
        Path file = folder.resolve("x.caf");
        write(file, new AudioSpec(FileType.CAF, format, 2, 44_100), samples);
        try (AudioReader reader = AudioFiles.open(file)) {
            assertEquals(FileType.CAF, reader.info().type());
            assertEquals(format, reader.info().format());
            assertEquals(10_000, reader.info().frames());
            TestAudio.assertSameBits(samples, TestAudio.readAll(reader), format.name());
            reader.seek(9_999);
            double[][] last = new double[2][1];
            assertEquals(1, reader.read(last, 0, 1));
            assertEquals(samples[1][9_999], last[1][0]);
        }
    }

    private static void write(Path file, AudioSpec spec, double[][] samples) throws IOException {
        try (AudioWriter writer = AudioFiles.create(file, spec, false)) {
            writer.write(samples, 0, samples[0].length);
            writer.commit();
        }
    }

    @ParameterizedTest
    @CsvSource({"OGG, 44100", "OPUS, 48000", "MP3, 44100"})
    void lossyFormatsComeBackAsTheSameTone(FileType type, int rate) throws IOException {
        assumeInstalled();
        double[][] samples = TestAudio.tone(2, 50_000);
        samples[0][3] = Double.NaN;
        samples[0][4] = 7;
        Path file = folder.resolve("x." + type.extension());
        try (AudioWriter writer = AudioFiles.create(file, new AudioSpec(type, SampleFormat.FLOAT32, 2, rate), false)) {
            writer.write(samples, 0, 50_000);
            writer.commit();
            assertEquals(1, writer.nonFiniteSamples());
            assertEquals(1, writer.clippedSamples());
        }
        try (AudioReader reader = AudioFiles.open(file)) {
            assertEquals(type, reader.info().type());
            assertEquals(rate, reader.info().sampleRate());
            double[][] got = TestAudio.readAll(reader);
            assertEquals(50_000, got[0].length, 3000);
            double power = 0;
            for (int i = 10_000; i < 40_000; i++) {
                power += got[1][i] * got[1][i] / 30_000;
            }
            assertEquals(0.125, power, 0.01, "the power of a tone of amplitude 0.5");
        }
    }

    @Test
    void whatTheLibraryCannotDoIsSaidAndLeavesNothing() throws IOException {
        assumeInstalled();
        Path file = folder.resolve("x.opus");
        AudioFileException e = assertThrows(AudioFileException.class,
                () -> AudioFiles.create(file, new AudioSpec(FileType.OPUS, SampleFormat.INT16, 2, 44_101), false));
        assertTrue(e.getMessage().startsWith("x.opus: "), e.getMessage());
        Path broken = Files.write(folder.resolve("broken.ogg"), "OggS and nothing more".getBytes());
        e = assertThrows(AudioFileException.class, () -> AudioFiles.open(broken));
        assertTrue(e.getMessage().startsWith("broken.ogg: cannot be read as OGG"), e.getMessage());
        try (var entries = Files.list(folder)) {
            assertEquals(1, entries.count());
        }
    }

    @Test
    void pipesCannotCarryTheseFormats() {
        byte[] ogg = "OggS and nothing more, but longer than the magic bytes".getBytes();
        assertThrows(AudioFileException.class, () -> AudioFiles.open(new ByteArrayInputStream(ogg), "pipe"));
        assertThrows(AudioFileException.class, () -> AudioFiles.stream(new ByteArrayOutputStream(),
                new AudioSpec(FileType.OGG, SampleFormat.FLOAT32, 2, 44_100)));
    }

    @Test
    void aMissingLibraryIsNamedTogetherWithTheCure() {
        AudioFileException e = assertThrows(AudioFileException.class,
                () -> Sndfile.load("song.mp3", FileType.MP3, "no-such-library-anywhere"));
        assertTrue(e.getMessage().startsWith("song.mp3: MP3 needs libsndfile, which is not installed (Debian: apt-get"),
                e.getMessage());
    }

    /** Opens one file in a fresh process. */
    static final class OpenOne {
        private OpenOne() {
        }

        public static void main(String[] arguments) throws IOException {
            try (AudioReader reader = AudioFiles.open(Path.of(arguments[0]))) {
                System.out.println("frames " + reader.info().frames());
            }
        }
    }

    @Test
    void openingAWavLoadsNeitherJnaNorTheFlacLibraries() throws Exception {
        Path file = folder.resolve("x.wav");
        write(file, new AudioSpec(FileType.WAV, SampleFormat.INT16, 2, 44_100), TestAudio.tone(2, 100));
        Path log = folder.resolve("log.txt");
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load", "-cp", System.getProperty("java.class.path"), OpenOne.class.getName(),
                file.toString()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertTrue(child.waitFor(30, TimeUnit.SECONDS));
        String loaded = Files.readString(log);
        assertTrue(loaded.contains("frames 100"), loaded);
        for (String name : new String[] {"com.sun.jna", "org.jflac", "javaflacencoder"}) {
            assertTrue(!loaded.contains(name), name);
        }
    }
}
