package io.arioso.dsp.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arioso.dsp.Allocation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgrammeMeterTest {

    @Test void anySplitGivesTheSameReport() {
        long seed = 42;
        Random random = new Random(seed);
        float[][] audio = Music.stereo(seed, 44_100, 8);
        audio[1][1_000] = Float.NaN;
        audio[0][2_000] = 1.5f;
        ProgrammeMeter whole = new ProgrammeMeter(44_100, 2);
        whole.process(audio, 0, audio[0].length);
        ProgrammeMeter split = new ProgrammeMeter(44_100, 2);
        for (int at = 0; at < audio[0].length; ) {
            int n = Math.min(random.nextInt(5_000), audio[0].length - at);
            split.process(audio, at, n);
            at += n;
        }
        assertEquals(whole.report(), split.report(), "seed " + seed);
        assertEquals(samplesAtFullScale(audio), whole.report().clippedSamples());
        assertEquals(1, whole.report().nonFiniteSamples());
        assertEquals(audio[0].length, whole.report().frames());
        split.reset();
        split.process(audio, 0, audio[0].length);
        assertEquals(whole.report(), split.report(), "after reset");
    }

    @Test void reportOfASineIsThatOfTheBook() {
        ProgrammeMeter meter = new ProgrammeMeter(48_000, 2);
        new ToneProgramme(48_000, 2, meter::process).tone(5, -23);
        ProgrammeReport report = meter.report();
        assertEquals(-23, report.integratedLufs(), 0.02);
        assertEquals(-23, report.maxMomentaryLufs(), 0.02);
        assertEquals(-23, report.maxShortTermLufs(), 0.02);
        assertEquals(-23, report.truePeakDbtp(), 0.01);
        assertEquals(-23, report.samplePeakDbfs(), 0.01);
        assertEquals(-26.01, report.channels().get(1).rmsDbfs(), 0.01);
        assertEquals(1, report.correlation(), 1e-9);
        assertEquals(0, report.dcOffset(), 1e-6);
        assertEquals(0, report.peakToLoudnessRatioLu(), 0.02);
    }

    @Test void emptyAndSilentProgrammesHaveAReportWithoutNaN() {
        ProgrammeMeter meter = new ProgrammeMeter(48_000, 2);
        ProgrammeReport empty = meter.report();
        assertEquals(Double.NEGATIVE_INFINITY, empty.integratedLufs());
        assertEquals(Double.NEGATIVE_INFINITY, empty.truePeakDbtp());
        assertEquals(0, empty.peakToLoudnessRatioLu());
        assertEquals(0, empty.correlation());
        meter.process(new float[2][48_000], 0, 48_000);
        assertEquals(Double.NEGATIVE_INFINITY, meter.report().channels().get(0).rmsDbfs());
        assertEquals(1, new ProgrammeMeter(48_000, 1).report().correlation());
        assertThrows(IllegalArgumentException.class, () -> meter.process(new float[1][10], 0, 10));
    }

    @Test void measuringAllocatesNothing() {
        float[][] audio = Music.stereo(1, 48_000, 1);
        ProgrammeMeter meter = new ProgrammeMeter(48_000, 2);
        meter.process(audio, 0, 48_000);
        assertEquals(0, Allocation.bytes(() -> {
            for (int at = 0; at + 64 <= 48_000; at += 64) {
                meter.process(audio, at, 64);
                meter.loudness().integratedLufs();
            }
        }));
    }

    @Test void agreesWithFfmpeg(@TempDir Path folder) throws IOException, InterruptedException {
        float[][] audio = Music.stereo(2026, 48_000, 40);
        Path wave = folder.resolve("music.wav");
        Files.write(wave, floatWave(audio, 48_000));
        String said = ffmpegSummary(wave);
        assumeTrue(!said.isEmpty(), "ffmpeg is not installed: no comparison with its ebur128 filter");
        ProgrammeMeter meter = new ProgrammeMeter(48_000, 2);
        meter.process(audio, 0, audio[0].length);
        ProgrammeReport report = meter.report();
        // It prints one decimal.
        assertEquals(number(said, "I:\\s+(\\S+) LUFS"), report.integratedLufs(), 0.06, said);
        assertEquals(number(said, "LRA:\\s+(\\S+) LU"), report.loudnessRangeLu(), 0.1, said);
        assertEquals(number(said, "Peak:\\s+(\\S+) dBFS"), report.truePeakDbtp(), 0.15, said);
    }

    private static int samplesAtFullScale(float[][] audio) {
        int found = 0;
        for (float[] channel : audio) {
            for (float x : channel) {
                found += Math.abs(x) >= 1 ? 1 : 0;
            }
        }
        return found;
    }

    private static String ffmpegSummary(Path wave) throws IOException, InterruptedException {
        Process ffmpeg;
        try {
            ffmpeg = new ProcessBuilder("ffmpeg", "-hide_banner", "-nostats", "-nostdin", "-i", wave.toString(),
                    "-af", "ebur128=peak=true", "-f", "null", "-").redirectErrorStream(true).start();
        } catch (IOException notInstalled) {
            return "";
        }
        String output = new String(ffmpeg.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, ffmpeg.waitFor(), output);
        int summary = output.lastIndexOf("Summary:");
        assertTrue(summary >= 0, output);
        return output.substring(summary);
    }

    private static double number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(matcher.find(), text);
        return Double.parseDouble(matcher.group(1));
    }

    private static byte[] floatWave(float[][] audio, int rate) {
        int bytes = audio[0].length * audio.length * 4;
        ByteBuffer wave = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wave.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
        wave.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 3);
        wave.putShort((short) audio.length).putInt(rate).putInt(rate * audio.length * 4);
        wave.putShort((short) (audio.length * 4)).putShort((short) 32);
        wave.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        for (int i = 0; i < audio[0].length; i++) {
            for (float[] channel : audio) {
                wave.putFloat(channel[i]);
            }
        }
        return wave.array();
    }
}
