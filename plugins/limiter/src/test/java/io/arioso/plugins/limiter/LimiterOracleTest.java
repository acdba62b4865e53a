package io.arioso.plugins.limiter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arioso.testkit.PluginHarness;
import io.arioso.testkit.signal.Signals;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Meters that know nothing of Arioso must read what the limiter promises. */
class LimiterOracleTest {
    private static final int RATE = 48_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"style=transparent", "style=punchy detection=4x", "style=bus",
        "style=loud dither=shaped_strong", "style=safe multiband=on mid_side=on"})
    void ffmpegAndSoxReadNoTruePeakMoreThanATenthAboveTheCeiling(String settings) throws Exception {
        assumeTrue(runs("ffmpeg", "-version"), "skipped: the program ffmpeg is not installed");
        assumeTrue(runs("sox", "--version"), "skipped: the program sox is not installed");
        float[][] audio = Measured.render(hotSignals(), ("gain=3 " + settings).split(" "));
        double over = decibels(ffmpeg(audio, "lavfi.r128.true_peak")) + 1;
        assertTrue(over <= 0.1, "ffmpeg: " + over + " dB above the ceiling");
        String stats = run("sox", "-t", "f32", "-r", "" + RATE, "-c", "2", written(audio).toString(), "-n",
            "rate", "-v", "" + 8 * RATE, "stats");
        over = last(stats, "Pk lev dB\\s+(\\S+)") + 1;
        assertTrue(over <= 0.1, "sox: " + over + " dB above the ceiling");
    }

    /** All hot signals in one programme, with silence between them. */
    private static float[][] hotSignals() {
        float[][] all = new float[2][0];
        for (float[][] signal : Measured.hotSignals().values()) {
            for (int channel = 0; channel < 2; channel++) {
                all[channel] = Signals.join(all[channel], signal[channel], Signals.silence(RATE / 10));
            }
        }
        return all;
    }

    @Test
    void ffmpegReadsTheTargetLoudnessThatTheAssistantReached() throws Exception {
        assumeTrue(runs("ffmpeg", "-version"), "skipped: the program ffmpeg is not installed");
        float[][] song = LimiterTest.song();
        double low = 0;
        double high = 30;
        for (int pass = 0; pass < 9; pass++) {
            double gain = (low + high) / 2;
            if (LimiterTest.loudness(limited(song, gain)) > -14) {
                high = gain;
            } else {
                low = gain;
            }
        }
        float[][] master = limited(song, Math.rint(50 * (low + high)) / 100);
        assertEquals(-14, ffmpeg(master, "lavfi.r128.I"), 0.1);
        // ffmpeg prints three decimals of the linear peak: 0.891 is -1.00 dB.
        assertEquals(0.891, ffmpeg(master, "lavfi.r128.true_peak"), 0.001);
    }

    private static float[][] limited(float[][] audio, double gainDb) {
        return PluginHarness.of(Limiter::new).blocks(1024).set("ceiling=-1 dBTP", "gain=" + gainDb).render(audio);
    }

    private Path written(float[][] audio) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 * audio[0].length).order(ByteOrder.LITTLE_ENDIAN);
        for (int frame = 0; frame < audio[0].length; frame++) {
            bytes.putFloat(audio[0][frame]).putFloat(audio[1][frame]);
        }
        return Files.write(folder.resolve("limited.f32"), bytes.array());
    }

    private double ffmpeg(float[][] audio, String key) throws IOException, InterruptedException {
        String said = run("ffmpeg", "-hide_banner", "-nostats", "-f", "f32le", "-ar", "" + RATE, "-ac", "2", "-i",
            written(audio).toString(), "-af", "ebur128=peak=true:metadata=1,ametadata=mode=print:file=-",
            "-f", "null", "-");
        return last(said, Pattern.quote(key) + "=(\\S+)");
    }

    private static double last(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        double value = Double.NaN;
        while (matcher.find()) {
            value = Double.parseDouble(matcher.group(1));
        }
        return value;
    }

    private static double decibels(double gain) {
        return 20 * Math.log10(gain);
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            run(command);
            return true;
        } catch (IOException absent) {
            return false;
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
        return said;
    }
}
