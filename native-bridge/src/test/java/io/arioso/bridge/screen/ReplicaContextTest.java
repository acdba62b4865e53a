package io.arioso.bridge.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.bridge.editor.Tunable;
import io.arioso.editor.EditorParameter;
import io.arioso.host.link.LinkMessage;
import io.arioso.host.link.LinkMessage.Gesture;
import io.arioso.host.link.LinkMessage.LoadPreset;
import io.arioso.host.link.LinkMessage.Open;
import io.arioso.host.link.LinkMessage.Place;
import io.arioso.host.link.LinkMessage.Setting;
import io.arioso.host.link.LinkMessage.Value;
import io.arioso.host.plugin.PluginDescriptor;
import io.arioso.sdk.PluginCategory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicaContextTest {
    private final Open open = new Open(7, new PluginDescriptor("com.example.tunable", "Tunable", "Example", "1.0.0",
        PluginCategory.OTHER, "", Tunable.class.getName(), Path.of("none.jar"), ""), new Place(0, "", 720, 480, 1, true),
        List.of(new Setting("unheard_of", 3), new Setting("gain", 20)), List.of("level"), -1, List.of("Soft", "Hard"));
    private final ArrivedValues arrived = new ArrivedValues(open.parameters());
    private final List<LinkMessage> sent = new ArrayList<>();
    private final ReplicaContext context =
        new ReplicaContext(open, arrived, new Tunable(), null, sent::add, size -> sent.clear());
    private final EditorParameter gain = context.parameter("gain");

    @Test
    void parametersBeginWithTheValuesOfTheEffectAndUnknownOnesAreLeftOut() {
        assertEquals(1, context.parameters().size());
        assertEquals(20, gain.plain());
        assertEquals("level", context.meters().get(0).id());
    }

    @Test
    void anEditGoesOutAsBeginValueEnd() {
        gain.set(35);
        assertEquals(List.of(new Gesture(7, 1, true), new Value(7, 1, 35), new Gesture(7, 1, false)), sent);
    }

    @Test
    void aValueFromOutsideIsShownAtTheNextFrame() {
        arrived.put(1, 44);
        assertEquals(20, gain.plain());
        context.refresh();
        assertEquals(44, gain.plain());
    }

    @Test
    void whatTheUserHoldsIsNotMovedFromOutsideAndStaysWhereItWasLeft() {
        gain.begin();
        arrived.put(1, 44);
        context.refresh();
        assertEquals(20, gain.plain());
        gain.edit(60);
        gain.end();
        context.refresh();
        assertEquals(60, gain.plain());
    }

    @Test
    void aPresetIsAskedForByItsNumberAndShownAsModifiedOnceAValueMoves() {
        context.presets().load("Hard");
        assertEquals(List.of(new LoadPreset(7, 1)), sent);
        arrived.put(1, 80);
        context.presetLoaded(1);
        assertEquals("Hard", context.presets().currentProperty().get());
        assertEquals(80, gain.plain());
        assertFalse(context.presets().modifiedProperty().get());
        arrived.put(1, 81);
        context.refresh();
        assertTrue(context.presets().modifiedProperty().get());
    }
}
