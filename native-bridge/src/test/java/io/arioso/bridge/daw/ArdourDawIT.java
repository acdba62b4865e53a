package io.arioso.bridge.daw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.TreeMap;
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
    /** Ardour 7.3 takes an automation point over with its next cycle. */
    private static final int CYCLE = 1_024;

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
    @CsvSource({"LV2, eq", "LV2, compressor", "LV2, reverb", "LV2, delay", "LV2, limiter", "LV2, widener",
        "VST3, eq", "VST3, compressor", "VST3, reverb", "VST3, delay", "VST3, limiter", "VST3, widener"})
    void anExportWithPresetAndAutomationIsJavasRender(String type, String name) throws IOException {
        TestBundle bundle = TestBundle.arioso();
        BundledEffect effect = bundle.effect(name);
        BundledPreset listed = effect.presets().get(1);
        Preset preset = Preset.read(bundle.table().resources()
            .resolve(Path.of("presets", effect.descriptor().id(), listed.loadKey() + ".json")));
        float[][] song = Waves.song(FRAMES);

        ArdourSession session = new ArdourSession(folder.resolve(type + " " + name), folder.resolve("home"));
        session.make(type, effect.descriptor().name(), listed.name(),
            isReverb(effect) ? "Modulation depth=0" : "",
            "Mix@0=100;Mix@" + FIRST_MOVE + "=50;Mix@" + SECOND_MOVE + "=75", song);
        assertPresetIsLoaded(preset, session.reload());
        float[][] exported = session.export();

        Comparison comparison = new Comparison(effect, preset, song, exported);
        int first = comparison.moveTo(50, FIRST_MOVE);
        int second = comparison.moveTo(75, SECOND_MOVE);
        System.out.printf("Ardour, %s, %s: mix moved at %d instead of %d and at %d instead of %d%n", type, name, first,
            FIRST_MOVE, second, SECOND_MOVE);
        comparison.assertSameBits();
    }

    /** Its modulation runs from the moment Ardour inserts it, not from the song's start. */
    private static boolean isReverb(BundledEffect effect) {
        return effect.descriptor().shortName().equals("reverb");
    }

    private static void assertPresetIsLoaded(Preset preset, Map<String, Double> values) {
        preset.state().values().forEach((id, value) -> {
            if (id.equals("output") && value instanceof StateValue.Number number)
                assertEquals(number.value(), values.get("Output"), 1e-3, () -> "Output after loading: " + values);
        });
    }

    /** An export beside Java's render, with the automation where Ardour has really played it. */
    private static final class Comparison {
        private final BundledEffect effect;
        private final Preset preset;
        private final float[][] song;
        private final float[][] exported;
        private final Map<Integer, Double> moves = new TreeMap<>();
        private int latency;

        Comparison(BundledEffect effect, Preset preset, float[][] song, float[][] exported) {
            this.effect = effect;
            this.preset = preset;
            this.song = song;
            this.exported = exported;
        }

        /** Adds a move of the mix within one cycle of where it should be, where the export then agrees longest. */
        int moveTo(double mix, int wanted) {
            int departure = firstDifference() + latency;
            assertTrue(departure >= wanted - 1 && departure <= wanted + CYCLE,
                "the export departs at frame " + departure + ", not where the mix moves: " + wanted);
            int best = departure;
            int longest = -1;
            for (int frame = Math.max(wanted, departure - 1); frame <= departure; frame++) {
                moves.put(frame, mix);
                int agreed = firstDifference();
                moves.remove(frame);
                if (agreed > longest) best = frame;
                longest = Math.max(longest, agreed);
            }
            moves.put(best, mix);
            return best;
        }

        void assertSameBits() {
            assertEquals(FRAMES, exported[0].length, "frames of the export");
            assertEquals(FRAMES, firstDifference(), "first frame that differs");
        }

        /** Ardour moves the output back by the effect's latency and exports as many frames as the song has. */
        private int firstDifference() {
            JavaRender render = JavaRender.of(effect).preset(preset).set("mix", 100);
            if (isReverb(effect)) render.set("mod_depth", 0);
            moves.forEach((frame, mix) -> render.automate(frame, "mix", mix));
            render.process(new float[2][1], RATE);
            latency = render.latencyFrames();
            float[][] longer = {Arrays.copyOf(song[0], FRAMES + latency), Arrays.copyOf(song[1], FRAMES + latency)};
            float[][] expected = render.process(longer, RATE);
            for (int frame = 0; frame < FRAMES; frame++)
                for (int channel = 0; channel < 2; channel++)
                    if (normal(expected[channel][frame + latency]) != exported[channel][frame]) return frame;
            return FRAMES;
        }

        /** Ardour computes with denormals flushed to zero. */
        private static float normal(float sample) {
            return Math.abs(sample) < Float.MIN_NORMAL ? 0 : sample;
        }
    }
}
