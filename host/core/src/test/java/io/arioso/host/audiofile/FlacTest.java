package io.arioso.host.audiofile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What is special about FLAC: its libraries' habits, seeking without a table, damage in the middle. */
class FlacTest {
    private static final int FRAMES = 300_000;

    private static byte[] noise(int channels, int frames) throws IOException {
        return TestAudio.file(new AudioSpec(FileType.FLAC, SampleFormat.INT24, channels, 96_000),
                TestAudio.exact(SampleFormat.INT24, channels, frames, 31));
    }

    @Test
    void nothingIsPrintedForNoiseSilenceAndSquares() throws IOException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream catcher = new PrintStream(printed)) {
            System.setOut(catcher);
            System.setErr(catcher);
            double[][] square = new double[2][20_000];
            for (int i = 0; i < 20_000; i++) {
                square[0][i] = i / 50 % 2 == 0 ? 0.75 : -1;
                square[1][i] = i % 2 == 0 ? -1 : 0.75;
            }
            AudioSpec spec = new AudioSpec(FileType.FLAC, SampleFormat.INT24, 2, 96_000);
            for (double[][] samples : new double[][][] {square, new double[2][20_000],
                TestAudio.exact(SampleFormat.INT24, 2, 20_000, 32)}) {
                byte[] file = TestAudio.file(spec, samples);
                TestAudio.assertSameBits(samples, TestAudio.readAll(TestAudio.open(file)), "FLAC");
            }
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertEquals("", printed.toString());
    }

    @Test
    void digitalSilenceTakesNextToNoRoom() throws IOException {
        AudioSpec spec = new AudioSpec(FileType.FLAC, SampleFormat.INT24, 2, 48_000);
        byte[] file = TestAudio.file(spec, new double[2][48_000]);
        assertTrue(file.length < 2000, file.length + " bytes");
    }

    @Test
    void anyFrameIsFoundInALongFileWithoutASeekTable() throws IOException {
        double[][] samples = TestAudio.exact(SampleFormat.INT24, 2, FRAMES, 31);
        try (AudioReader reader = TestAudio.open(noise(2, FRAMES))) {
            for (int frame : new int[] {FRAMES - 1, 0, 150_000, 4096 * 40, 4096 * 40 - 1, 299_000, 5}) {
                reader.seek(frame);
                double[][] got = new double[2][1];
                assertEquals(1, reader.read(got, 0, 1));
                assertEquals(samples[1][frame], got[1][0], "frame " + frame);
            }
        }
    }

    @Test
    void damageInTheMiddleEndsTheReadingInsteadOfShiftingTheRest() throws IOException {
        byte[] file = noise(2, FRAMES);
        file[file.length / 2] ^= 1;
        try (AudioReader reader = TestAudio.open(file)) {
            assertEquals(FRAMES, reader.info().frames());
            AudioFileException e = assertThrows(AudioFileException.class, () -> TestAudio.readAll(reader));
            assertTrue(e.getMessage().startsWith("memory: damaged at frame 14"), e.getMessage());
        }
    }

    @Test
    void tagsBehindTheAudioDoNotLookLikeTruncation() throws IOException {
        byte[] file = noise(1, 5000);
        byte[] tagged = Arrays.copyOf(file, file.length + 128);
        try (AudioReader reader = TestAudio.open(tagged)) {
            assertEquals(5000, reader.info().frames());
            assertEquals(0, reader.info().warnings().size());
            assertEquals(5000, TestAudio.readAll(reader)[0].length);
        }
    }
}
