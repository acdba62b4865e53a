package io.arioso.bridge.lv2;

import static io.arioso.bridge.lv2.Lv2Render.assertSameBits;
import static io.arioso.bridge.lv2.Lv2Render.noise;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arioso.bridge.JavaRender;
import io.arioso.bridge.TestBundle;
import io.arioso.bridge.TestHost;
import io.arioso.bridge.bundle.BundledEffect;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hosts of other people: lv2apply, and jalv on a JACK server without a sound card. */
class Lv2HostsIT {
    private static final int RATE = 48_000;
    private static final int HEADER = 44;
    private static final String SERVER = "arioso-test-" + ProcessHandle.current().pid();

    @TempDir
    Path folder;

    /**
     * lv2apply runs one frame at a time, passes no feature, and leaves the output as late as the plug-in makes it: it
     * changes no bit. It counts the side-chain's ports as inputs, so those effects get a file of four channels.
     */
    @ParameterizedTest
    @CsvSource({"eq,output,-1.1", "compressor,threshold,-33.3", "limiter,gain,9.9", "delay,mix,55.5",
        "reverb,mix,12.3", "widener,output,-1.1"})
    void whatLv2applyWritesIsWhatJavaRenders(String name, String symbol, String typed) throws IOException {
        TestHost host = TestHost.installed("lv2apply").withEnvironment("LV2_PATH", path());
        BundledEffect effect = TestBundle.arioso().effect(name);
        float[][] input = noise(2, 12_000, 1);
        float[][] key = new float[2][12_000];
        Path in = folder.resolve("in.wav");
        Path out = folder.resolve("out.wav");
        writeWave(in, effect.sidechain() ? new float[][] {input[0], input[1], key[0], key[1]} : input);
        host.run("-i", in.toString(), "-o", out.toString(), "-c", symbol, typed, effect.lv2Uri()).succeeded();
        JavaRender java = JavaRender.of(effect).set(symbol, Double.parseDouble(typed));
        if (effect.sidechain()) java.sidechain(key);
        assertSameBits(java.process(input, RATE), readWave(out, 2), name);
    }

    @Test
    void jalvRunsItAndTurnsItsControls() throws IOException, InterruptedException {
        TestHost.installed("jalv");
        TestHost.installed("jackd");
        BundledEffect effect = TestBundle.arioso().effect("limiter");
        new Lv2Render(TestBundle.arioso(), effect).set("gain", "3.5").with("save=" + folder)
            .process(noise(2, 64, 1), RATE);
        Process jack = start(folder.resolve("jack.txt"), "jackd", "-r", "-n", SERVER, "-d", "dummy", "-r", "48000",
            "-p", "256");
        try {
            Thread.sleep(1500);
            boolean runs = jack.isAlive();
            if (!runs) System.out.println("skipped: jalv (jackd does not run here with its dummy driver)");
            assumeTrue(runs, "jackd does not run here");
            String said = talkToJalv(effect);
            assertTrue(said.contains("gain = 3.5"), "the loaded state: " + said);
            assertTrue(said.contains("gain = 6.5"), "the control: " + said);
            assertTrue(said.contains("meter_loudness_in = "), "the meters: " + said);
            assertTrue(said.contains("#preset_codec-safe (Codec Safe)"), "the presets: " + said);
        } finally {
            jack.destroy();
            jack.waitFor(5, TimeUnit.SECONDS);
        }
    }

    private String talkToJalv(BundledEffect effect) throws IOException, InterruptedException {
        Path said = folder.resolve("jalv.txt");
        Process jalv = start(said, "jalv", "-l", folder.toString(), effect.lv2Uri());
        for (String line : new String[] {"controls", "presets", "gain = 6.5", "controls", "monitors"}) {
            Thread.sleep(1000);
            jalv.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            jalv.getOutputStream().flush();
        }
        Thread.sleep(500);
        jalv.getOutputStream().close();
        jalv.destroy();
        assertTrue(jalv.waitFor(20, TimeUnit.SECONDS), "jalv does not end");
        return Files.readString(said);
    }

    private Process start(Path output, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(Map.of("LV2_PATH", path(), "JACK_NO_AUDIO_RESERVATION", "1",
            "JACK_DEFAULT_SERVER", SERVER));
        return builder.start();
    }

    private static String path() {
        return TestBundle.arioso().folder() + ":/usr/lib/lv2";
    }

    private static void writeWave(Path file, float[][] planes) throws IOException {
        int channels = planes.length;
        int bytes = planes[0].length * channels * Float.BYTES;
        ByteBuffer wave = ByteBuffer.allocate(HEADER + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wave.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - 8 + bytes);
        wave.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 3);
        wave.putShort((short) channels).putInt(RATE).putInt(RATE * channels * Float.BYTES);
        wave.putShort((short) (channels * Float.BYTES)).putShort((short) Float.SIZE);
        wave.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        for (int frame = 0; frame < planes[0].length; frame++) for (float[] plane : planes) wave.putFloat(plane[frame]);
        Files.write(file, wave.array());
    }

    private static float[][] readWave(Path file, int channels) throws IOException {
        ByteBuffer wave = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int at = 12;
        while (wave.getInt(at) != 0x61746164) at += 8 + wave.getInt(at + 4); // "data"
        int frames = wave.getInt(at + 4) / Float.BYTES / channels;
        float[][] planes = new float[channels][frames];
        for (int i = 0; i < frames * channels; i++)
            planes[i % channels][i / channels] = wave.getFloat(at + 8 + i * Float.BYTES);
        return planes;
    }
}
