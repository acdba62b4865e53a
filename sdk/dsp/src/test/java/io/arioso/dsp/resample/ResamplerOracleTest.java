package io.arioso.dsp.resample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An independent resampler must make the same signal of the same input. */
class ResamplerOracleTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"44100, 48000", "48000, 44100", "48000, 96000", "96000, 44100", "192000, 44100"})
    void soxAtVeryHighQualityAgrees(int in, int out) throws Exception {
        assumeTrue(soxRuns(), "skipped: the program sox is not installed");
        float[] input = tones(in, Math.min(in, out));
        float[] theirs = sox(input, in, out);
        float[] ours = ResamplerTest.resample(in, out, input);
        assertEquals(theirs.length, ours.length, 1);
        double power = 0;
        double difference = 0;
        for (int i = ours.length / 4; i < ours.length * 3 / 4; i++) {
            power += (double) ours[i] * ours[i];
            difference += ((double) ours[i] - theirs[i]) * ((double) ours[i] - theirs[i]);
        }
        double db = 10 * Math.log10(difference / power);
        // sox lets the top of its pass band droop by some 0.0001 dB, hence no tones there.
        assertTrue(db < -130, in + " to " + out + ": difference " + db + " dB");
    }

    private static float[] tones(int rate, int lowerRate) {
        Random random = new Random(17);
        double[] frequency = new double[24];
        double[] phase = new double[24];
        for (int tone = 0; tone < 24; tone++) {
            frequency[tone] = (0.005 + 0.3 * random.nextDouble()) * lowerRate / rate;
            phase[tone] = 6.28 * random.nextDouble();
        }
        float[] out = new float[rate / 2];
        for (int i = 0; i < out.length; i++) {
            double sum = 0;
            for (int tone = 0; tone < 24; tone++) {
                sum += Math.sin(2 * Math.PI * frequency[tone] * i + phase[tone]);
            }
            out[i] = (float) (sum / 30);
        }
        return out;
    }

    private float[] sox(float[] input, int in, int out) throws IOException, InterruptedException {
        Path from = folder.resolve("in.f32");
        Path to = folder.resolve("out.f32");
        ByteBuffer bytes = ByteBuffer.allocate(4 * input.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(input);
        Files.write(from, bytes.array());
        run("sox", "-D", "-r", "" + in, "-c", "1", from.toString(), "-r", "" + out, to.toString(),
                "rate", "-v", "" + out);
        ByteBuffer read = ByteBuffer.wrap(Files.readAllBytes(to)).order(ByteOrder.LITTLE_ENDIAN);
        float[] output = new float[read.remaining() / 4];
        read.asFloatBuffer().get(output);
        return output;
    }

    private static boolean soxRuns() throws InterruptedException {
        try {
            run("sox", "--version");
            return true;
        } catch (IOException absent) {
            return false;
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }
}
