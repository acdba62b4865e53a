package io.arioso.host.preset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.host.document.DocumentException;
import io.arioso.host.document.Golden;
import io.arioso.sdk.state.PluginState;
import io.arioso.sdk.state.StateValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresetTest {
    @Test
    void presetOfVersion1OpensForEverAndIsWrittenAsItWas() throws IOException {
        byte[] golden = Golden.bytes("preset-1-air.json");
        Preset air = Preset.parse("air.json", golden);
        assertEquals("io.arioso.eq", air.plugin());
        assertEquals("Air", air.name());
        assertEquals("Öffnet die Höhen – ohne Schärfe.", air.description());
        assertEquals(List.of("bright", "master"), air.tags());
        assertEquals("1.0.0", air.state().version());
        assertEquals(new StateValue.Number(Double.NEGATIVE_INFINITY), air.state().values().get("floor"));
        assertArrayEquals(new byte[] {0, 1, 2, -1}, air.state().blob("curve"));
        assertArrayEquals(golden, air.toBytes());
    }

    @Test
    void membersOfANewerMinorVersionAreWrittenBackCharacterByCharacter() throws IOException {
        Preset preset = Preset.parse("p.json", Golden.bytes("preset-1-newer-minor.json"));
        Preset changed = preset.withState(PluginState.builder("1.4.0").value("gain", 6.0).build());
        String written = new String(changed.toBytes(), StandardCharsets.UTF_8);
        assertTrue(written.contains("\"gain\": 6"), written);
        assertTrue(written.contains("\"snapshots\": { \"a\": [1.50, 2e3, -0.0],\n      \"b\": \"\\u00e9\" }"), written);
        assertTrue(written.contains("\"rating\": 4.50"), written);
        assertTrue(written.contains("\"origin\": {\"author\" : \"someone\",   \"links\": [ ]}"), written);
    }

    @Test
    void presetOfANewerMajorVersionIsRefusedWithTheReason() throws IOException {
        String future = new String(Golden.bytes("preset-1-air.json"), StandardCharsets.UTF_8)
            .replace("\"formatVersion\": 1", "\"formatVersion\": 3");
        DocumentException refused = assertThrows(DocumentException.class,
            () -> Preset.parse("air.json", future.getBytes(StandardCharsets.UTF_8)));
        assertEquals("air.json, line 3, column 20: was written by a newer Arioso (format 3); this one reads 1",
            refused.getMessage());
    }

    @Test
    void anotherKindOfDocumentIsRefusedByName() throws IOException {
        DocumentException refused = assertThrows(DocumentException.class,
            () -> Preset.parse("x.json", Golden.bytes("chain-1-master.json")));
        assertTrue(refused.getMessage().contains("expected the format \"arioso-preset\", found \"arioso-chain\""));
    }

    @Test
    void equalPresetsHaveEqualBytes() {
        PluginState one = PluginState.builder("1.0.0").value("a", 1.0).value("b", 2.0).build();
        PluginState two = PluginState.builder("1.0.0").value("b", 2.0).value("a", 1.0).build();
        assertArrayEquals(Preset.of("p", "N", one).toBytes(), Preset.of("p", "N ", two).toBytes());
        assertThrows(IllegalArgumentException.class, () -> Preset.of("p", " ", one));
    }
}
