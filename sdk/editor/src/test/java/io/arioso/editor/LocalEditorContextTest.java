package io.arioso.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.state.PluginState;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalEditorContextTest {
    private final TestEffects.Kinds plugin = new TestEffects.Kinds();
    private final LocalEditorContext context = new LocalEditorContext(plugin);

    @Test
    void anEditReachesThePlugin() {
        context.parameter("gain").set(-6);
        assertEquals(-6, plugin.gain.plain());
    }

    @Test
    void automationIsSeenAfterARefresh() {
        plugin.gain.set(4);
        context.refresh();
        assertEquals(4, context.parameter("gain").plain());
    }

    @Test
    void metersAreSeenAfterARefresh() {
        plugin.reduction.publish(3.5);
        context.refresh();
        assertEquals(3.5, context.findMeter("gain_reduction").orElseThrow().value());
    }

    @Test
    void aPresetIsModifiedOnceAParameterMovesAndNoLongerWhenItIsLoadedAgain() {
        context.offerPresets(presets());
        context.presets().load("Loud");
        assertEquals(12, context.parameter("gain").plain());
        assertFalse(context.presets().modifiedProperty().get());
        context.parameter("gain").set(11);
        context.refresh();
        assertTrue(context.presets().modifiedProperty().get());
        context.presets().load("Loud");
        assertFalse(context.presets().modifiedProperty().get());
    }

    @Test
    void presetsGoRoundInBothDirections() {
        context.offerPresets(presets());
        context.presets().step(1);
        assertEquals("Default", context.presets().currentProperty().get());
        context.presets().step(-1);
        assertEquals("Loud", context.presets().currentProperty().get());
        context.presets().step(1);
        assertEquals("Default", context.presets().currentProperty().get());
    }

    @Test
    void presetsThatDoNotExistAreIgnored() {
        context.offerPresets(presets());
        context.presets().load("Missing");
        assertEquals("", context.presets().currentProperty().get());
        new LocalEditorContext(plugin).presets().step(1);
    }

    @Test
    void anUnknownParameterIsNamed() {
        IllegalArgumentException unknown = assertThrows(IllegalArgumentException.class,
            () -> context.parameter("gian"));
        assertTrue(unknown.getMessage().contains("gian"), unknown.getMessage());
    }

    @Test
    void itSaysWhoTheEffectIs() {
        assertEquals("Kinds 1.2.3 by Test", context.name() + " " + context.version() + " by " + context.vendor());
    }

    private Map<String, PluginState> presets() {
        Map<String, PluginState> presets = new LinkedHashMap<>();
        presets.put("Default", plugin.save());
        presets.put("Loud", plugin.save().toBuilder().value("gain", 12).build());
        return presets;
    }
}
