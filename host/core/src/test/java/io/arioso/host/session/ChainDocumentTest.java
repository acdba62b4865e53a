package io.arioso.host.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.host.document.DocumentException;
import io.arioso.host.document.Golden;
import io.arioso.sdk.state.PluginState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainDocumentTest {
    @TempDir
    private Path folder;

    @Test
    void chainOfVersion1OpensForEverAndIsWrittenAsItWas() throws IOException {
        byte[] golden = Golden.bytes("chain-1-master.json");
        ChainDocument chain = ChainDocument.parse("master.json", golden);
        assertEquals("Master", chain.name());
        assertEquals(OptionalDouble.of(-14), chain.targetLufs());
        assertEquals("io.arioso.eq", chain.slots().get(0).plugin());
        assertEquals("Air", chain.slots().get(0).preset());
        assertEquals("1.0.0", chain.slots().get(1).pluginVersion());
        assertArrayEquals(golden, chain.toBytes());
    }

    @Test
    void newSlotsAreWrittenAsTheOnesThatWereRead() throws IOException {
        ChainDocument golden = ChainDocument.parse("master.json", Golden.bytes("chain-1-master.json"));
        List<SavedSlot> slots = new ArrayList<>();
        for (SavedSlot slot : golden.slots())
            slots.add(SavedSlot.of(slot.plugin(), slot.pluginVersion(), slot.preset(), slot.state()));
        assertArrayEquals(golden.toBytes(), ChainDocument.of("Master", slots, OptionalDouble.of(-14)).toBytes());
    }

    @Test
    void unknownPlugInKeepsItsCharactersThroughAHundredSaves() throws IOException {
        String golden = new String(Golden.bytes("chain-1-unknown-plugin.json"), StandardCharsets.UTF_8);
        String slot = golden.substring(golden.indexOf("{\"plugin\":\"com"), golden.indexOf("} } },") + 5);
        Path file = folder.resolve("chain.json");
        ChainDocument.parse("golden", golden.getBytes(StandardCharsets.UTF_8)).write(file);
        for (int save = 0; save < 100; save++) {
            ChainDocument chain = ChainDocument.read(file);
            assertThrows(DocumentException.class, chain.slots().get(0)::state, "it must not be understood");
            SavedSlot moved = chain.slots().get(1).withState("1.0." + save, "",
                PluginState.builder("1.0." + save).value("ceiling", -save).build());
            List<SavedSlot> slots = save % 2 == 0 ? List.of(chain.slots().get(0), moved) : List.of(chain.slots().get(0),
                moved, moved);
            chain.withSlots(slots).withTarget(OptionalDouble.of(-save)).write(file);
            String written = new String(chain.withSlots(slots).toBytes(), StandardCharsets.UTF_8);
            assertTrue(written.contains("    " + slot + ",\n"), "save " + save + ": " + written);
            assertTrue(written.contains("\"view\": {\"zoom\": 1.250}"), written);
        }
    }

    @Test
    void changedSlotKeepsTheMembersThatThisVersionDoesNotKnow() throws IOException {
        String text = "{\"format\": \"arioso-chain\", \"formatVersion\": 1, \"slots\": [{\"plugin\": \"a\","
            + " \"colour\": \"#F0F\", \"state\": {\"version\": \"1\", \"later\": 1.0}}]}";
        SavedSlot slot = ChainDocument.parse("c", text.getBytes(StandardCharsets.UTF_8)).slots().get(0);
        SavedSlot changed = slot.withState("2", "P", PluginState.builder("2").value("x", 1.0).build())
            .withState("2", "P", PluginState.builder("2").value("x", 2.0).build());
        String written = new String(ChainDocument.of("", List.of(changed), OptionalDouble.empty()).toBytes(),
            StandardCharsets.UTF_8);
        assertTrue(written.contains("\"colour\": \"#F0F\""), written);
        assertTrue(written.contains("\"later\": 1.0"), written);
        assertTrue(written.contains("\"x\": 2\n"), written);
    }

    @Test
    void chainOfANewerMajorVersionIsRefusedWithTheReason() throws IOException {
        String future = new String(Golden.bytes("chain-1-master.json"), StandardCharsets.UTF_8)
            .replace("\"formatVersion\": 1", "\"formatVersion\": 2");
        DocumentException refused = assertThrows(DocumentException.class,
            () -> ChainDocument.parse("c.json", future.getBytes(StandardCharsets.UTF_8)));
        assertTrue(refused.getMessage().endsWith("was written by a newer Arioso (format 2); this one reads 1"));
    }

    @Test
    void namesInADocumentNeverLeadToAFile() throws IOException {
        String hostile = "{\"format\": \"arioso-chain\", \"formatVersion\": 1, \"slots\": ["
            + "{\"plugin\": \"/home/mallory/evil.jar\"}, {\"plugin\": \"../../evil\"}]}";
        ChainDocument chain = ChainDocument.parse("c.json", hostile.getBytes(StandardCharsets.UTF_8));
        FakePlugins plugins = new FakePlugins();
        ChainBuilder builder = new ChainBuilder(plugins,
            new io.arioso.host.preset.PresetStore(List.of(folder)));
        assertThrows(ChainException.class, () -> builder.build(chain));
    }
}
