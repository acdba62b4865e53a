package io.arioso.host.audiofile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Missing, empty and truncated files (rule A1): the readable part with a warning, or one sentence. */
class TruncatedFileTest {
    private static final int FRAMES = 6000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = FileType.class, names = {"WAV", "RF64", "BW64", "W64", "AIFF", "AIFC", "FLAC"})
    void aFileCutAnywhereIsReadAsFarAsItGoes(FileType type) throws IOException {
        byte[] whole = TestAudio.toneFile(type, SampleFormat.INT16, 2, FRAMES);
        double[][] expected = TestAudio.readAll(TestAudio.open(whole));
        Random random = new Random(7);
        for (int cut = 0; cut < 4096 + 200; cut++) {
            int length = cut < 4096 ? cut : random.nextInt(whole.length);
            checkCut(type, Arrays.copyOf(whole, length), expected);
        }
    }

    private static void checkCut(FileType type, byte[] cut, double[][] expected) throws IOException {
        String where = type + " cut to " + cut.length + " bytes";
        try (AudioReader reader = TestAudio.open(cut)) {
            double[][] got = TestAudio.readAll(reader);
            assertEquals(reader.info().frames(), got[0].length, where);
            assertTrue(got[0].length < FRAMES, where);
            assertTrue(reader.info().warnings().stream().anyMatch(text -> text.endsWith("truncated")),
                    () -> where + ": " + reader.info().warnings());
            for (int i = 0; i < got[0].length; i++) {
                assertEquals(expected[1][i], got[1][i], where);
            }
        } catch (AudioFileException e) {
            assertTrue(e.getMessage().startsWith("memory: "), where + ": " + e.getMessage());
            assertTrue(cut.length < 1300, where + ": " + e.getMessage());
        }
        if (cut.length % 5 != 0) {
            return;
        }
        // A pipe cannot know; it must end or say a sentence.
        try (AudioReader reader = TestAudio.openPipe(cut)) {
            TestAudio.readAll(reader);
        } catch (AudioFileException e) {
            assertTrue(e.getMessage().startsWith("pipe: "), where + ": " + e.getMessage());
        }
    }

    @Test
    void theWarningNamesWhatWasPromisedAndWhatIsThere() throws IOException {
        byte[] whole = TestAudio.toneFile(FileType.WAV, SampleFormat.INT16, 2, FRAMES);
        try (AudioReader reader = TestAudio.open(Arrays.copyOf(whole, whole.length - 4 * 4800))) {
            assertEquals("memory: header promises 6,000 frames, file holds 1,200: truncated",
                    reader.info().warnings().get(0));
        }
    }

    @Test
    void missingEmptyAndForeignFilesAreRefusedWithASentence() throws IOException {
        assertThrows(IOException.class, () -> AudioFiles.open(folder.resolve("missing.wav")));
        assertEquals("folder: is a folder", refusal(Files.createDirectory(folder.resolve("folder"))));
        assertEquals("empty.wav: is empty", refusal(Files.createFile(folder.resolve("empty.wav"))));
        assertEquals("text.wav: is not an audio file of a known kind (it starts with 68 65 6c 6c 6f)",
                refusal(Files.writeString(folder.resolve("text.wav"), "hello")));
        assertEquals("big.wav: is a WAV in big-endian order (RIFX), which is not read",
                refusal(Files.writeString(folder.resolve("big.wav"), "RIFX....WAVE")));
    }

    private static String refusal(Path file) {
        return assertThrows(AudioFileException.class, () -> AudioFiles.open(file)).getMessage();
    }

    @Test
    void aFileThatShrinksWhileItIsReadEndsWithASentence() throws IOException {
        Path file = folder.resolve("shrinks.wav");
        Files.write(file, TestAudio.toneFile(FileType.WAV, SampleFormat.FLOAT32, 2, 100_000));
        try (AudioReader reader = AudioFiles.open(file)) {
            reader.read(new float[2][10], 0, 10);
            Files.write(file, new byte[100]);
            AudioFileException e = assertThrows(AudioFileException.class, () -> {
                while (reader.read(new float[2][1000], 0, 1000) > 0) {
                    assertTrue(reader.position() <= 100_000);
                }
            });
            assertTrue(e.getMessage().contains("shorter"), e.getMessage());
        }
    }
}
