package io.arioso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.cli.TestWorld.Result;
import io.arioso.host.document.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs preset and chain. */
class PresetVerbsTest {
    @TempDir
    private Path root;
    private TestWorld world;

    @BeforeEach
    void createWorld() throws IOException {
        world = new TestWorld(root);
    }

    @Test
    void savedPresetIsListedShownAndUsed() throws IOException {
        Result saved = world.run("preset", "save", "Vocal Air", "eq:output=2,5dB", "--description", "Shine", "--tag",
            "vocal");
        assertEquals(0, saved.code(), saved.err());
        assertTrue(Files.exists(root.resolve("home/data/arioso/presets/io.arioso.eq/vocal-air.json")));
        assertTrue(world.run("preset", "list").out().contains("io.arioso.eq  Vocal Air  user  Shine"));
        JsonValue listed = world.run("preset", "list", "eq", "--json").json().get("presets").elements().get(0);
        assertEquals("Vocal Air", listed.get("name").text());
        assertEquals("[\"vocal\"]", listed.get("tags").source());
        assertTrue(world.run("preset", "show", "eq", "vocal air").out().contains("  output           2.5\n"));
        assertEquals(2.5, world.run("preset", "show", "eq", "vocal-air", "--json").json().get("state").get("values")
            .get("output").number());
        assertTrue(world.run("chain", "show", "eq:preset=\"Vocal Air\"").out().contains("from preset \"Vocal Air\""));
    }

    @Test
    void presetsAreOverwrittenOnlyByForce() {
        assertEquals(0, world.run("preset", "save", "A", "eq:output=1").code());
        Result again = world.run("preset", "save", "a", "eq:output=2");
        assertEquals(5, again.code());
        assertTrue(again.err().contains("there is already a preset \"a\" of io.arioso.eq"), again.err());
        assertEquals(0, world.run("preset", "save", "a", "eq:output=2", "--force", "--json").code());
    }

    @Test
    void presetFaultsAreTold() throws IOException {
        assertEquals(2, world.run("preset").code());
        assertEquals(2, world.run("preset", "save", "A", "eq | limiter").code());
        assertEquals(2, world.run("preset", "save", " ", "eq").code());
        assertEquals(4, world.run("preset", "save", "A", "tape").code());
        Result missing = world.run("preset", "show", "eq", "Warm");
        assertEquals(4, missing.code());
        assertTrue(missing.err().contains("there is no preset \"Warm\" of io.arioso.eq; it has none"), missing.err());
        Path broken = root.resolve("home/data/arioso/presets/io.arioso.eq/broken.json");
        Files.createDirectories(broken.getParent());
        Files.writeString(broken, "{");
        Result list = world.run("preset", "list");
        assertEquals(0, list.code());
        assertTrue(list.err().contains("broken.json, line 1"), list.err());
    }

    @Test
    void chainShowSaysWhatATextMeans() throws IOException {
        String out = world.run("chain", "show", "eq:hp=40Hz | limiter:ceiling=-1,5").out();
        assertTrue(out.contains("io.arioso.eq 1.0.0\n  band1_frequency  40 Hz  Band 1 frequency\n"), out);
        assertTrue(out.endsWith("as text: eq:band1_frequency=40Hz | limiter:ceiling=-1.5dBTP\n"), out);
        JsonValue json = world.run("chain", "show", "eq | limiter", "--json").json();
        assertEquals("arioso-chain-show", json.get("schema").text());
        List<JsonValue> slots = json.get("slots").elements();
        assertEquals("io.arioso.eq", slots.get(0).get("id").text());
        assertEquals("io.arioso.limiter", slots.get(1).get("id").text());
    }

    @Test
    void chainFileWithAMissingPlugInIsShownAsFarAsItGoes() throws IOException {
        Files.writeString(world.folder.resolve("c.json"), """
            {"format": "arioso-chain", "formatVersion": 1, "name": "Old", "slots": [
              {"plugin": "com.example.tape", "pluginVersion": "2.0.0"}, {"plugin": "io.arioso.eq"}]}
            """);
        Result result = world.run("chain", "show", "c.json");
        assertEquals(4, result.code());
        assertEquals("Old\ncom.example.tape 2.0.0\nio.arioso.eq \n", result.out());
        assertTrue(result.err().contains("slot 1 (com.example.tape): there is no plug-in"), result.err());
    }
}
