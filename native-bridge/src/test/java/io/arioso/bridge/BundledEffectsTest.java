package io.arioso.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.bridge.effects.MadeOnce;
import io.arioso.bridge.effects.Misbehaving;
import io.arioso.bridge.effects.Probe;
import io.arioso.sdk.BusLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledEffectsTest {
    private static final long WARM_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    @TempDir
    Path folder;

    private BundledEffects effects(Class<?> effect) {
        return Opened.effects(TestBundle.jar(effect), folder, WARM_UP_NANOS);
    }

    private static BridgedPlugin attached(BridgedPlugin plugin) {
        plugin.attach(new FakeHost(false));
        return plugin;
    }

    @Test
    void anEffectThatIsNotThereIsRefusedWithTheNamesOfThoseThatAre() {
        IOException refused = assertThrows(IOException.class,
            () -> effects(Probe.class).open("io.arioso.none", EventValues.PLAIN_BY_KEY));
        assertEquals("there is no effect io.arioso.none in the bundle; there are [io.arioso.test.probe]",
            refused.getMessage());
    }

    @Test
    void aCacheThatCannotBeWrittenHindersNobody() throws IOException {
        Files.writeString(folder.resolve("copies"), "a file where the folder should be");
        BridgedPlugin plugin = effects(Probe.class).open("io.arioso.test.probe", EventValues.PLAIN_BY_KEY);
        assertEquals("Probe", plugin.descriptor().name());
        plugin.close();
    }

    @Test
    void warmingUpLeavesTheInstanceAsItWas() throws IOException {
        BundledEffects effects = effects(Probe.class);
        BridgedPlugin plugin = attached(effects.open("io.arioso.test.probe", EventValues.PLAIN_BY_KEY));
        byte[] before = plugin.saveState();
        int changes = plugin.changes();
        FakeShim shim = new FakeShim(plugin, BusLayout.STEREO, 64).activate(false);
        assertArrayEquals(before, plugin.saveState());
        assertEquals(changes, plugin.changes());
        assertEquals(-60, plugin.plain(plugin.parameters().get(8)), "its meter has not moved");
        float[][] live = FakeShim.noise(2, 64, 1);
        shim.process(live, 0, 64, 0, List.of());
        float[][] offline = FakeShim.noise(2, 64, 1);
        shim.activate(true).process(offline, 0, 64, 0, List.of());
        assertArrayEquals(offline[0], live[0]);
    }

    @Test
    void anEffectThatCannotBeWarmedUpPlaysAllTheSame() throws IOException {
        String id = Opened.descriptor(TestBundle.jar(MadeOnce.class)).id();
        BridgedPlugin plugin = attached(effects(MadeOnce.class).open(id, EventValues.PLAIN_BY_KEY));
        float[][] audio = FakeShim.noise(2, 64, 1);
        new FakeShim(plugin, BusLayout.STEREO, 64).activate(false).process(audio, 0, 64, 0, List.of());
        assertEquals("", plugin.faultText());
        BridgedPlugin wild =
            attached(effects(Misbehaving.class).open("io.arioso.test.misbehaving", EventValues.PLAIN_BY_KEY));
        new FakeShim(wild, BusLayout.STEREO, 64).activate(false).process(audio, 0, 64, 0, List.of());
        assertEquals("", wild.faultText());
    }

    @Test
    void anEffectThatExitsWhenPreparedIsRefusedAndTheProcessGoesOn() throws IOException {
        BridgedPlugin plugin =
            attached(effects(Misbehaving.class).open("io.arioso.test.misbehaving", EventValues.PLAIN_BY_KEY));
        plugin.setPlain(plugin.parameters().get(1), Misbehaving.Fault.PREPARE_EXITS.ordinal());
        IllegalStateException refused = assertThrows(IllegalStateException.class,
            () -> new FakeShim(plugin, BusLayout.STEREO, 64).activate(false));
        assertEquals("an effect may not end the program that it runs in", refused.getMessage());
        plugin.setPlain(plugin.parameters().get(1), 0);
        float[][] audio = FakeShim.noise(2, 64, 1);
        float[] dry = audio[0].clone();
        new FakeShim(plugin, BusLayout.STEREO, 64).activate(false).process(audio, 0, 64, 0, List.of());
        assertEquals(dry[5] * 0.5f, audio[0][5]);
    }

    @Test
    void instancesOfOneEffectShareNothingThatSounds() throws IOException {
        BundledEffects effects = effects(Probe.class);
        BridgedPlugin first = attached(effects.open("io.arioso.test.probe", EventValues.PLAIN_BY_KEY));
        BridgedPlugin second = attached(effects.open("io.arioso.test.probe", EventValues.PLAIN_BY_KEY));
        first.setPlain(first.parameters().get(1), -20);
        assertEquals(0, second.plain(second.parameters().get(1)));
        first.close();
        second.setPlain(second.parameters().get(1), 6);
        assertTrue(new String(second.saveState()).contains("\"gain\": 6"));
    }
}
