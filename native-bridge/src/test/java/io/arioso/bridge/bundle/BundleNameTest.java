package io.arioso.bridge.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.host.plugin.PluginDescriptor;
import io.arioso.sdk.PluginCategory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleNameTest {

    private static BundledEffect effect(String vendor, String name) {
        PluginDescriptor plugin = new PluginDescriptor("com.example." + name.length(), name, vendor, "1.0.0",
            PluginCategory.OTHER, "", "com.example.X", Path.of("x.jar"), "0".repeat(64));
        return new BundledEffect(plugin, List.of("audio-effect"), "Fx", "0".repeat(32), "urn:x", false, 0, 0, List.of());
    }

    @ParameterizedTest
    @CsvSource({"Example, Gain, Example Gain", "Arioso, Arioso EQ, Arioso EQ", "Ex/ample, Gain: one, Ex ample Gain one",
        "Söhne & Co., ../../x, Söhne & Co. .. .. x", "日本, 音, 日本 音"})
    void oneEffectGivesMakerAndName(String vendor, String name, String expected) {
        assertEquals(expected, BundleName.of(List.of(effect(vendor, name))));
    }

    @Test
    void severalEffectsGiveTheirMakerIfThereIsOne() {
        assertEquals("Example", BundleName.of(List.of(effect("Example", "A"), effect("Example", "Bc"))));
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
            () -> BundleName.of(List.of(effect("Example", "A"), effect("Other", "Bc"))));
        assertTrue(refusal.getMessage().contains("--name"), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a\\b", " a", "a ", "a.", "-a", "a\nb", "a:b"})
    void aNameThatNoFileCanHaveIsRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> BundleName.checked(name));
    }
}
