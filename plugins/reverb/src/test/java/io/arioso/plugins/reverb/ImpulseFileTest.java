package io.arioso.plugins.reverb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are impulse responses, and what is said of the others. */
class ImpulseFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1, 16", "1, 24", "1, 32", "3, 32", "3, 64"})
    void everyFormatGivesTheSameSamples(int tag, int bits) throws IOException {
        float[] left = WaveBytes.decay(1, 5_000);
        float[] right = WaveBytes.decay(2, 5_000);
        ImpulseResponse read = read(WaveBytes.of(tag, bits, 44_100, left, right));
        assertEquals(44_100, read.sampleRate());
        assertEquals("hall.wav", read.name());
        assertArrayEquals(left, read.copy(0, 0, 5_000));
        assertArrayEquals(right, read.copy(1, 0, 5_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-b 16 x.wav", "-b 24 x.wav", "-b 32 x.wav", "-e float -b 32 x.wav",
        "-e float -b 64 x.wav", "-b 16 x.aiff", "-b 24 x.aiff", "-b 32 x.aiff", "-b 16 x.aifc"})
    void filesOfAnotherProgramAreRead(String options) throws Exception {
        float[][] channels = {WaveBytes.decay(1, 3_001), WaveBytes.decay(2, 3_001), WaveBytes.decay(3, 3_001),
            WaveBytes.decay(4, 3_001)};
        Path source = WaveBytes.write(folder.resolve("source.wav"), 88_200, channels);
        String[] words = options.split(" ");
        Path made = folder.resolve(words[words.length - 1]);
        words[words.length - 1] = made.toString();
        String[] command = new String[words.length + 3];
        command[0] = "sox";
        command[1] = "-D";
        command[2] = source.toString();
        System.arraycopy(words, 0, command, 3, words.length);
        assumeTrue(runs(command), "skipped: the program sox is not installed");
        ImpulseResponse read = ImpulseFile.read(made);
        assertEquals(88_200, read.sampleRate());
        for (int channel = 0; channel < 4; channel++) {
            assertArrayEquals(channels[channel], read.copy(channel, 0, 3_001), "channel " + channel);
        }
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            assertTrue(process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0, said);
            return true;
        } catch (IOException absent) {
            return false;
        }
    }

    @Test
    void loudAndFineFloatsAreKeptToTheirPeaks24Bits() throws IOException {
        float[] samples = {0.1f, 700f, -350.00001f, 1e-4f};
        ImpulseResponse read = read(WaveBytes.of(WaveBytes.FLOAT, 32, 48_000, samples));
        float[] kept = read.copy(0, 0, 4);
        for (int i = 0; i < 4; i++) {
            assertEquals(samples[i] / 700, kept[i], 1.5 / (1 << 23), "sample " + i);
        }
    }

    @Test
    void partsThatAreNotNeededArePassedOver() throws IOException {
        byte[] plain = WaveBytes.of(WaveBytes.PCM, 16, 48_000, WaveBytes.decay(1, 100));
        byte[] list = {'L', 'I', 'S', 'T', 3, 0, 0, 0, 'a', 'b', 'c', 0};
        byte[] with = new byte[plain.length + list.length];
        System.arraycopy(plain, 0, with, 0, 36);
        System.arraycopy(list, 0, with, 36, list.length);
        System.arraycopy(plain, 36, with, 36 + list.length, plain.length - 36);
        assertArrayEquals(WaveBytes.decay(1, 100), read(with).copy(0, 0, 100));
    }

    @Test
    void everyBadFileGivesOneClearMessage() throws IOException {
        float[] fine = WaveBytes.decay(1, 100);
        refused("is empty: it has no bytes", new byte[0]);
        refused("is no WAV or AIFF file", "An impulse response, honestly.".getBytes());
        refused("is no WAV or AIFF file", new byte[5]);
        refused("is empty: it has no frames", WaveBytes.file(1, 16, 48_000, 2, new byte[0]));
        refused("lasts 60.0 s, longer than 20 s", WaveBytes.of(1, 16, 48_000, new float[60 * 48_000]));
        refused("8 channels; it takes 1 (mono), 2 (left, right) or 4 (LL, LR, RL, RR)",
            WaveBytes.of(1, 16, 48_000, fine, fine, fine, fine, fine, fine, fine, fine));
        refused("is silent: all 1000 frames are zero", WaveBytes.of(1, 24, 48_000, new float[1000]));
        refused("sample 1 of channel 1 is NaN, no finite number",
            WaveBytes.of(3, 32, 48_000, new float[] {1, Float.NaN}));
        refused("sample rate 100 Hz is outside 8000..384000 Hz", WaveBytes.of(1, 16, 100, fine));
        refused("integer samples of 8 bits; it takes integers of 16, 24 or 32 and floats of 32 or 64",
            WaveBytes.file(1, 8, 48_000, 1, new byte[100]));
        refused("is encoded as WAV format 2; it takes PCM (1) and float (3)",
            WaveBytes.file(2, 16, 48_000, 1, new byte[100]));
        byte[] whole = WaveBytes.of(1, 16, 48_000, fine);
        refused("is cut short: its part \"data\" has 200 bytes, the file 100 after it", Arrays.copyOf(whole, 144));
        refused("is damaged: it has no samples", Arrays.copyOf(whole, 36));
        refused("is damaged: 15 bytes of samples are no whole frames of 2",
            WaveBytes.file(1, 16, 48_000, 1, new byte[15]));
    }

    @Test
    void missingFilesAndFoldersAreNamed() {
        Path absent = folder.resolve("absent.wav");
        assertEquals("impulse response " + absent + ": there is no such file", refusal(absent));
        assertEquals("impulse response " + folder + ": is a folder, no file", refusal(folder));
    }

    /** Every flipped byte of the header either gives an impulse response or a message; never another failure. */
    @Test
    void damagedHeadersNeverFailOtherwise() throws IOException {
        byte[] whole = WaveBytes.of(1, 24, 48_000, WaveBytes.decay(1, 50), WaveBytes.decay(2, 50));
        for (int at = 0; at < 44; at++) {
            for (int value : new int[] {0, 1, 0x7F, 0x80, 0xFF}) {
                byte[] damaged = whole.clone();
                damaged[at] = (byte) value;
                Path file = Files.write(folder.resolve("hall.wav"), damaged);
                try {
                    ImpulseFile.read(file);
                } catch (IllegalArgumentException refused) {
                    assertTrue(refused.getMessage().startsWith("impulse response " + file + ": "),
                        refused.getMessage());
                }
            }
        }
    }

    private ImpulseResponse read(byte[] bytes) throws IOException {
        return ImpulseFile.read(Files.write(folder.resolve("hall.wav"), bytes));
    }

    private void refused(String reason, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("hall.wav"), bytes);
        String message = refusal(file);
        assertEquals("impulse response " + file + ": " + reason, message);
        assertFalse(message.contains("\n"), message);
    }

    private static String refusal(Path file) {
        return assertThrows(IllegalArgumentException.class, () -> ImpulseFile.read(file)).getMessage();
    }
}
