package io.arioso.host.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.arioso.sdk.state.PluginState;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StateJsonTest {
    private static byte[] bytes(PluginState state) {
        JsonWriter out = new JsonWriter();
        StateJson.write(out, state, Fields.NONE);
        return out.toBytes();
    }

    private static PluginState read(String text) throws DocumentException {
        return StateJson.read(Json.parse("state.json", text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void stateIsWrittenSortedWithShortNumbers() {
        PluginState state = PluginState.builder("1.0.0").value("type", "bell").value("on", true).value("gain", -3.0)
            .value("floor", Double.NEGATIVE_INFINITY).blob("ir", new byte[] {1, 2}).build();
        assertEquals("""
            {
              "version": "1.0.0",
              "values": {
                "floor": "-inf",
                "gain": -3,
                "on": true,
                "type": "bell"
              },
              "blobs": {
                "ir": "AQI="
              }
            }
            """, new String(bytes(state), StandardCharsets.UTF_8));
    }

    @Test
    void everyStateComesBackAndEqualStatesAreEqualBytes() throws DocumentException {
        for (int seed = 0; seed < 500; seed++) {
            PluginState state = random(new Random(seed), true);
            byte[] bytes = bytes(state);
            assertEquals(state, StateJson.read(Json.parse("state", bytes)), "seed " + seed);
            assertArrayEquals(bytes, bytes(random(new Random(seed), false)), "seed " + seed);
        }
    }

    @Test
    void textsThatLookLikeInfinitiesStayTexts() throws DocumentException {
        PluginState state = PluginState.builder("1.0.0").value("a", "inf").value("b", "-inf")
            .value("c", Double.POSITIVE_INFINITY).build();
        assertEquals(state, StateJson.read(Json.parse("state", bytes(state))));
    }

    @Test
    void wrongKindsAreRefusedWithTheirPlace() throws DocumentException {
        assertThrows(DocumentException.class, () -> read("{\"values\": {}}"));
        assertThrows(DocumentException.class, () -> read("{\"version\": \"1\", \"values\": {\"a\": null}}"));
        assertThrows(DocumentException.class, () -> read("{\"version\": \"1\", \"values\": {\"a\": [1]}}"));
        assertThrows(DocumentException.class, () -> read("{\"version\": \"1\", \"values\": {\"a\": 1e999}}"));
        assertThrows(DocumentException.class, () -> read("{\"version\": \"1\", \"blobs\": {\"a\": \"%\"}}"));
        assertEquals(PluginState.builder("1").build(), read("{\"version\": \"1\"}"));
    }

    /** The same state for the same seed, whatever the order in which it is put together. */
    private static PluginState random(Random random, boolean forward) {
        PluginState.Builder state = PluginState.builder("1." + random.nextInt(9) + ".0");
        double[] numbers = random.doubles(4, -1e6, 1e6).toArray();
        byte[] blob = new byte[random.nextInt(50)];
        random.nextBytes(blob);
        for (int step = 0; step < 4; step++) {
            int index = forward ? step : 3 - step;
            state.value("n" + index, numbers[index]).value("t" + index, "text " + numbers[index])
                .value("f" + index, index > 1);
        }
        return state.blob("blob", blob).build();
    }
}
