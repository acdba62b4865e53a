package io.arioso.bridge;

import io.arioso.bridge.bundle.BundleTable;
import io.arioso.bridge.bundle.BundledEffect;
import io.arioso.bridge.bundle.BundledEffect.BundledPreset;
import io.arioso.host.plugin.PluginDescriptor;
import io.arioso.host.plugin.PluginLibrary;
import io.arioso.host.plugin.PluginScanner;
import io.arioso.host.plugin.ScanResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Effects of tests, opened as the shim would open them, but out of a jar without a bundle around it. */
final class Opened {
    private static final long BRIEFLY = 1_000_000;

    private Opened() {
    }

    /** The bridge's effects, with a jar's first effect in them. */
    static BundledEffects effects(Path jar, Path folder, long warmUpNanos, BundledPreset... presets) {
        PluginDescriptor descriptor = descriptor(jar);
        BundledEffect effect = new BundledEffect(descriptor, List.of("audio-effect"), "Fx", "0".repeat(32), "urn:test",
            false, 0, 0, List.of(presets));
        BundleTable table = new BundleTable("Test", "Test", "1.0.0", List.of(effect), folder);
        return new BundledEffects(table, new PluginLibrary(folder.resolve("copies")), warmUpNanos);
    }

    /** One instance of a test's effect class, not much warmed up. */
    static BridgedPlugin of(Class<?> effect, EventValues values, Path folder, BundledPreset... presets) {
        Path jar = TestBundle.jar(effect);
        try {
            return effects(jar, folder, BRIEFLY, presets).open(descriptor(jar).id(), values);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** What a scan says of a jar's first effect. */
    static PluginDescriptor descriptor(Path jar) {
        ScanResult result = PluginScanner.scan(jar).get(0);
        if (result instanceof ScanResult.Available available) return available.plugin();
        throw new AssertionError(result);
    }
}
