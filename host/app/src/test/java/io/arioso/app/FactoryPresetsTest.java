package io.arioso.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.host.preset.Preset;
import io.arioso.host.preset.Slug;
import io.arioso.runtime.ProcessorRunner;
import io.arioso.runtime.RunnerSettings;
import io.arioso.runtime.TransportState;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.event.EventList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every preset that is shipped loads, is written as Arioso itself would write it, and makes a sound. */
class FactoryPresetsTest {
    private static final int FRAMES = 24_000;

    static Stream<Arguments> presets() throws IOException {
        List<Arguments> all = new ArrayList<>();
        for (String effect : FactoryEffects.ids()) {
            Path folder = FactoryEffects.PRESETS.resolve(effect);
            if (!Files.isDirectory(folder)) continue;
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> sorted = files.sorted().toList();
                assertFalse(sorted.isEmpty(), folder + " is empty");
                sorted.forEach(file -> all.add(Arguments.of(file, effect)));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void loadsAndRenders(Path file, String id) throws IOException {
        Preset preset = Preset.read(file);
        assertEquals(Slug.of(preset.name()) + ".json", file.getFileName().toString());
        assertEquals(file.getParent().getFileName().toString(), preset.plugin());
        assertFalse(preset.description().isEmpty());
        assertArrayEquals(Files.readAllBytes(file), preset.toBytes(), "not as Arioso writes it");
        AudioPlugin effect = FactoryEffects.make(id);
        effect.load(preset.state());
        assertEveryValueIsKnown(preset, effect);
        float[][] noise = noise();
        float[][] out = {noise[0].clone(), noise[1].clone()};
        try (ProcessorRunner runner =
                new ProcessorRunner(effect, RunnerSettings.of(48_000, FRAMES, BusLayout.STEREO))) {
            runner.process(out, FRAMES, EventList.NONE, new TransportState());
            assertTrue(runner.faults().isEmpty(), () -> runner.faults().toString());
        }
        assertFalse(Arrays.equals(noise[0], out[0]), "changes nothing");
        for (float[] channel : out) {
            for (float sample : channel) {
                assertTrue(Math.abs(sample) < 4, "reaches " + sample);
            }
        }
    }

    private static void assertEveryValueIsKnown(Preset preset, AudioPlugin effect) {
        preset.state().values().keySet().forEach(effect.parameters()::get);
    }

    /** Loud, then 60 dB softer: what works above a threshold hears the one, what works below it the other. */
    private static float[][] noise() {
        Random random = new Random(1);
        float[][] noise = new float[2][FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            float level = i < FRAMES / 2 ? 1 : 0.001f;
            noise[0][i] = level * (random.nextFloat() - 0.5f);
            noise[1][i] = level * (random.nextFloat() - 0.5f);
        }
        return noise;
    }
}
