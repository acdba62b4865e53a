package io.arioso.host.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.state.PluginState;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetStoreTest {
    private static final String EQ = "io.arioso.eq";

    @TempDir
    private Path folder;
    private Path factory;
    private PresetStore store;

    @BeforeEach
    void createStore() {
        factory = folder.resolve("factory");
        store = new PresetStore(List.of(folder.resolve("user"), factory));
    }

    private static Preset preset(String name, double gain) {
        return Preset.of(EQ, name, PluginState.builder("1.0.0").value("gain", gain).build());
    }

    private static double gain(Preset preset) {
        return ((io.arioso.sdk.state.StateValue.Number) preset.state().values().get("gain")).value();
    }

    @Test
    void savedPresetIsFoundByNameOrFileNameWhateverItsCase() throws Exception {
        Path file = store.save(preset("Vocal Air", 3), false);
        assertEquals(folder.resolve("user").resolve(EQ).resolve("vocal-air.json"), file);
        for (String name : List.of("Vocal Air", "vocal air", " VOCAL AIR ", "vocal-air", "Vocal-Air"))
            assertEquals(3, gain(store.find(EQ, name)), name);
        PresetException missing = assertThrows(PresetException.class, () -> store.find(EQ, "vocal"));
        assertEquals("there is no preset \"vocal\" of io.arioso.eq; there are Vocal Air", missing.getMessage());
    }

    @Test
    void usersPresetHidesTheFactoryPresetOfItsName() throws Exception {
        preset("Air", 1).write(factory.resolve(EQ).resolve("air.json"));
        preset("Warm", 2).write(factory.resolve(EQ).resolve("warm.json"));
        store.save(preset("AIR", 5), false);
        assertEquals(5, gain(store.find(EQ, "Air")));
        assertEquals(2, store.list(EQ).size());
        assertTrue(store.list(EQ).get(0).byUser());
        assertFalse(store.list(EQ).get(1).byUser());
        assertEquals(List.of(EQ), store.plugins());
    }

    @Test
    void existingPresetIsOverwrittenOnlyWhenAskedTo() throws Exception {
        store.save(preset("Air", 1), false);
        assertThrows(FileAlreadyExistsException.class, () -> store.save(preset("air", 2), false));
        assertEquals(1, gain(store.find(EQ, "Air")));
        store.save(preset("air", 2), true);
        assertEquals(2, gain(store.find(EQ, "Air")));
    }

    @Test
    void differentNamesOfOneSlugGetDifferentFiles() throws Exception {
        store.save(preset("Air!", 1), false);
        Path second = store.save(preset("Air?", 2), false);
        assertEquals("air-2.json", second.getFileName().toString());
        assertEquals(1, gain(store.find(EQ, "Air!")));
        assertEquals(2, gain(store.find(EQ, "Air?")));
    }

    @Test
    void brokenPresetIsListedWithItsReasonAndStopsNoOther() throws Exception {
        store.save(preset("Air", 1), false);
        Files.writeString(folder.resolve("user").resolve(EQ).resolve("broken.json"), "{");
        List<PresetStore.Entry> entries = store.list(EQ);
        assertEquals(2, entries.size());
        assertTrue(entries.get(1).preset().isEmpty());
        assertTrue(entries.get(1).fault().contains("line 1, column 2"), entries.get(1).fault());
        assertTrue(assertThrows(PresetException.class, () -> store.find(EQ, "broken")).getMessage().contains("line 1"));
    }

    @Test
    void plugInIdsDoNotLeadOutOfTheFolder() {
        for (String id : List.of("..", "../x", "a/b", "", "a\\b", "/etc"))
            assertThrows(IllegalArgumentException.class, () -> store.list(id), id);
    }

    @Test
    void userFolderFollowsTheEnvironment() {
        Path home = Path.of("/home/ann");
        assertEquals(Path.of("/home/ann/.local/share/arioso/presets"), PresetStore.userFolder(Map.of(), home));
        assertEquals(Path.of("/data/arioso/presets"), PresetStore.userFolder(Map.of("XDG_DATA_HOME", "/data"), home));
    }

    @Test
    void missingFoldersHoldNothing() throws IOException {
        assertEquals(List.of(), store.list(EQ));
        assertEquals(List.of(), store.plugins());
    }
}
