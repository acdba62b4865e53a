package io.arioso.bridge.daw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.arioso.bridge.JavaRender;
import io.arioso.bridge.TestBundle;
import io.arioso.bridge.bundle.BundledEffect;
import io.arioso.bridge.bundle.BundledEffect.BundledPreset;
import io.arioso.host.preset.Preset;
import io.arioso.sdk.state.StateValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Ardour 7 inserts each effect as LV2 and as VST3, loads a factory preset, automates, saves, loads again and exports:
 * what comes out is Java's render bit for bit, as late as the effect makes it and moved back by Ardour.
 */
class ArdourDawIT {
    private static final int RATE = 48_000;
    private static final int FRAMES = 3 * RATE;
    /** On Ardour's grid of automation points, which has 25 frames. */
    private static final int FIRST_MOVE = 50_025;
    private static final int SECOND_MOVE = 96_025;

    @TempDir
    static Path folder;

    @BeforeAll
    static void theBundlesLieWhereArdourLooks() throws IOException {
        Path vst3 = link(TestBundle.arioso().vst3(), ".vst3");
        link(TestBundle.arioso().lv2(), ".lv2");
        new ArdourSession(folder.resolve("scan"), folder.resolve("home")).scan(vst3);
    }

    private static Path link(Path bundle, String place) throws IOException {
        Path searched = Files.createDirectories(folder.resolve("home").resolve(place));
        return Files.createSymbolicLink(searched.resolve(bundle.getFileName()), bundle);
    }

    @ParameterizedTest
    @CsvSource({"LV2, eq", "LV2, delay", "VST3, compressor"
        })
    void anExportWithPresetAndAutomationIsJavasRender(String type, String name) throws IOException {
        TestBundle bundle = TestBundle.arioso();
        BundledEffect effect = bundle.effect(name);
        BundledPreset listed = effect.presets().get(1);
        Preset preset = Preset.read(bundle.table().resources()
            .resolve(Path.of("presets", effect.descriptor().id(), listed.loadKey() + ".json")));
        float[][] song = Waves.song(FRAMES);

        ArdourSession session = new ArdourSession(folder.resolve(type + " " + name), folder.resolve("home"));
        session.make(type, effect.descriptor().name(), listed.name(), "",
            "Mix@0=100;Mix@" + FIRST_MOVE + "=50;Mix@" + SECOND_MOVE + "=75", song);
        assertPresetIsLoaded(preset, session.reload());
        float[][] exported = session.export();

        JavaRender render = JavaRender.of(effect).preset(preset).set("mix", 100)
            .automate(FIRST_MOVE, "mix", 50).automate(SECOND_MOVE, "mix", 75);
        assertSameBits(render, song, exported);
    }

    private static void assertPresetIsLoaded(Preset preset, Map<String, Double> values) {
        preset.state().values().forEach((id, value) -> {
            if (id.equals("output") && value instanceof StateValue.Number number)
                assertEquals(number.value(), values.get("Output"), 1e-3, () -> "Output after loading: " + values);
        });
    }

    /** Ardour moves the output back by the effect's latency and exports as many frames as the song has. */
    private static void assertSameBits(JavaRender render, float[][] song, float[][] exported) {
        render.process(song, RATE);
        int latency = render.latencyFrames();
        float[][] longer = {Arrays.copyOf(song[0], FRAMES + latency), Arrays.copyOf(song[1], FRAMES + latency)};
        float[][] expected = render.process(longer, RATE);
        assertEquals(FRAMES, exported[0].length, "frames of the export");
        int different = 0;
        int first = -1;
        int last = -1;
        double furthest = 0;
        for (int frame = 0; frame < FRAMES; frame++)
            for (int channel = 0; channel < 2; channel++)
                if (expected[channel][frame + latency] != exported[channel][frame]) {
                    different++;
                    if (first < 0) first = frame;
                    last = frame;
                    furthest = Math.max(furthest, Math.abs(expected[channel][frame + latency] - exported[channel][frame]));
                }
        assertEquals(0, different, "samples that differ, from frame " + first + " to " + last + ", by up to " + furthest
            + "; latency " + latency);
    }
}
