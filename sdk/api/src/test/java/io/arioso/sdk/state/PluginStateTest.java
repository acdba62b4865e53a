package io.arioso.sdk.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class PluginStateTest {
    @Test
    void statesAreEqualWhateverTheOrderOfTheirValues() {
        PluginState one = PluginState.builder("1.0.0").value("b", 2).value("a", "x").blob("z", new byte[] {1}).build();
        PluginState other =
            PluginState.builder("1.0.0").blob("z", new byte[] {1}).value("a", "x").value("b", 2.0).build();
        assertEquals(one, other);
        assertEquals(one.hashCode(), other.hashCode());
        assertEquals(List.of("a", "b"), List.copyOf(one.values().keySet()));
    }

    @Test
    void everyPartCounts() {
        PluginState state = PluginState.builder("1.0.0").value("a", true).blob("z", new byte[] {1}).build();
        assertNotEquals(state, state.toBuilder().version("1.0.1").build());
        assertNotEquals(state, state.toBuilder().value("a", false).build());
        assertNotEquals(state, state.toBuilder().value("a", 1).build());
        assertNotEquals(state, state.toBuilder().blob("z", new byte[] {2}).build());
        assertNotEquals(state, state.toBuilder().remove("a").build());
        assertEquals(state, state.toBuilder().build());
    }

    @Test
    void theTwoZerosAreOneAndNotANumberIsNone() {
        assertEquals(new StateValue.Number(0), new StateValue.Number(-0.0));
        assertEquals(0, Double.doubleToRawLongBits(new StateValue.Number(-0.0).value()));
        assertThrows(IllegalArgumentException.class, () -> new StateValue.Number(Double.NaN));
    }

    @Test
    void blobsAreCopiedOnTheWayInAndOut() {
        byte[] bytes = {1, 2};
        PluginState state = PluginState.builder("1.0.0").blob("z", bytes).build();
        bytes[0] = 9;
        state.blob("z")[1] = 9;
        assertArrayEquals(new byte[] {1, 2}, state.blob("z"));
    }

    @Test
    void aMissingBlobIsAnsweredWithThoseThatExist() {
        PluginState state = PluginState.builder("1.0.0").blob("z", new byte[0]).build();
        assertEquals("state has no blob \"y\"; it has [z]",
            assertThrows(IllegalArgumentException.class, () -> state.blob("y")).getMessage());
    }

    @Test
    void aStateDoesNotChangeWithItsBuilder() {
        PluginState.Builder builder = PluginState.builder("1.0.0").value("a", 1);
        PluginState state = builder.build();
        builder.value("b", 2).version("2.0.0");
        assertEquals("PluginState[1.0.0, {a=1.0}, blobs []]", state.toString());
        assertThrows(UnsupportedOperationException.class, () -> state.values().clear());
    }
}
