package io.arioso.bridge.daw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arioso.bridge.JavaRender;
import io.arioso.bridge.TestBundle;
import io.arioso.bridge.TestHost;
import io.arioso.bridge.bundle.BundledEffect;
import io.arioso.host.preset.Preset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Qtractor loads a session with an effect as CLAP and a state, exports it and saves it: Java's bits, and the same state. */
class QtractorDawIT {
    private static final int RATE = 48_000;
    private static final int FRAMES = 4 * RATE;

    @TempDir
    Path folder;

    @BeforeAll
    static void everythingIsInstalled() {
        for (String command : List.of("qtractor", "jackd", "Xvfb", "openbox", "xdotool", "cc")) {
            boolean there = TestHost.has(command);
            if (!there) System.out.println("skipped: Qtractor, because " + command + " is not installed");
            assumeTrue(there, command + " is not installed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"eq", "compressor"})
    void anExportIsJavasRenderAndTheStateIsKept(String name) throws IOException {
        TestBundle bundle = TestBundle.arioso();
        BundledEffect effect = bundle.effect(name);
        Preset preset = Preset.read(bundle.table().resources()
            .resolve(Path.of("presets", effect.descriptor().id(), effect.presets().get(1).loadKey() + ".json")));
        int index = bundle.table().effects().indexOf(effect);
        float[][] song = Waves.song(FRAMES);

        try (QtractorSession session = new QtractorSession(folder, bundle.clap(), index, effect.descriptor().name(),
                preset.toBytes(), song)) {
            float[][] exported = session.export();
            float[][] expected = JavaRender.of(effect).preset(preset).process(song, RATE);
            for (int channel = 0; channel < 2; channel++)
                assertArrayEquals(expected[channel], exported[channel], name + ", channel " + channel);
            Preset saved = Preset.parse("the saved session", session.savedState());
            preset.state().values().forEach(
                (id, value) -> assertEquals(value, saved.state().values().get(id), "parameter " + id));
        }
    }
}
