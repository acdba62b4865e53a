package io.arioso.bridge.lv2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arioso.bridge.TestBundle;
import io.arioso.bridge.TestHost;
import io.arioso.bridge.bundle.BundledEffect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A render by the LV2 hosts of {@code src/test/c}; the settings are those of {@code lv2host.h}.
 *
 * <pre>{@code
 * float[][] heard = new Lv2Render(bundle, effect).with("set=gain:6").with("block=random:1").process(input, 48_000);
 * }</pre>
 */
final class Lv2Render {
    private static final Path SOUNDS = Path.of("target", "lv2-sounds");
    private static final String[] LILV = {"-I/usr/include/lilv-0", "-I/usr/include/serd-0", "-I/usr/include/sord-0",
        "-I/usr/include/sratom-0", "-llilv-0"};

    private final TestBundle bundle;
    private final BundledEffect effect;
    private final List<String> settings = new ArrayList<>();
    private String said = "";

    Lv2Render(TestBundle bundle, BundledEffect effect) {
        this.bundle = bundle;
        this.effect = effect;
    }

    /** A host of {@code src/test/c} that stands on lilv; the test is skipped where that is missing. */
    static TestHost host(String source) {
        boolean there = Files.exists(Path.of("/usr/include/lilv-0/lilv/lilv.h"));
        if (!there) System.out.println("skipped: LV2 hosts (liblilv-dev is not installed)");
        assumeTrue(there, "liblilv-dev is not installed");
        return TestHost.compiled(source, LILV);
    }

    Lv2Render with(String setting) {
        settings.add(setting);
        return this;
    }

    Lv2Render set(String symbol, String typed) {
        return with("set=" + symbol + ":" + typed);
    }

    Lv2Render sidechain(float[][] key) {
        return with("sidechain=" + write("key", key));
    }

    /** Renders; one channel means the mono plug-in. */
    float[][] process(float[][] input, double sampleRate) {
        Path out = SOUNDS.resolve("out-" + Thread.currentThread().getId() + ".f32");
        List<String> command = new ArrayList<>(List.of("render", bundle.lv2().toString(),
            effect.lv2Uri() + (input.length == 1 ? ":mono" : ""), "in=" + write("in", input), "out=" + out,
            "rate=" + sampleRate));
        command.addAll(settings);
        said = host("lv2host.c").run(command.toArray(String[]::new)).succeeded().out();
        return read(out, input.length);
    }

    /** What the host printed. */
    String said() {
        return said;
    }

    /** The last value of an output port. */
    double output(String symbol) {
        return said.lines().filter(line -> line.startsWith("meter " + symbol + " "))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).findFirst()
            .orElseThrow();
    }

    /** White noise of a seed at -6 dB with a quieter second half. */
    static float[][] noise(int channels, int frames, long seed) {
        Random random = new Random(seed);
        float[][] noise = new float[channels][frames];
        for (float[] channel : noise)
            for (int frame = 0; frame < frames; frame++)
                channel[frame] = (random.nextFloat() - 0.5f) * (frame < frames / 2 ? 1 : 0.1f);
        return noise;
    }

    /** Fails with the first frame that differs in a bit. */
    static void assertSameBits(float[][] expected, float[][] heard, String what) {
        assertEquals(expected.length, heard.length, what);
        for (int channel = 0; channel < expected.length; channel++) {
            int frame = Arrays.mismatch(expected[channel], heard[channel]);
            if (frame >= 0) assertEquals(expected[channel][frame], heard[channel][frame],
                what + ": channel " + channel + ", frame " + frame + " differs");
        }
    }

    static void assertDiffers(float[][] one, float[][] other, String what) {
        assertNotEquals(-1, Arrays.mismatch(one[0], other[0]), what);
    }

    /** Writes planes of little-endian floats. */
    static Path write(String name, float[][] planes) {
        try {
            Files.createDirectories(SOUNDS);
            ByteBuffer bytes = ByteBuffer.allocate(planes.length * planes[0].length * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
            for (float[] plane : planes) for (float sample : plane) bytes.putFloat(sample);
            Path file = SOUNDS.resolve(name + "-" + Thread.currentThread().getId() + ".f32");
            return Files.write(file, bytes.array());
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static float[][] read(Path file, int channels) {
        try {
            FloatBuffer floats = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
            float[][] planes = new float[channels][floats.remaining() / channels];
            for (float[] plane : planes) floats.get(plane);
            return planes;
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
