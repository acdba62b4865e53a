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

/** The verbs plugins, info, validate and doctor. */
class CatalogVerbsTest {
    @TempDir
    private Path root;
    private TestWorld world;

    @BeforeEach
    void createWorld() throws IOException {
        world = new TestWorld(root);
    }

    @Test
    void pluginsListsWhatIsInstalledAndWhatIsBroken() throws IOException {
        Files.writeString(world.plugins.resolve("broken.jar"), "no jar");
        Result people = world.run("plugins");
        assertEquals(0, people.code());
        assertTrue(people.out().lines().anyMatch(line -> line.startsWith("limiter  1.0.0  limiter")), people.out());
        assertTrue(people.err().contains("broken.jar: "), people.err());
        JsonValue json = world.run("plugins", "--json").json();
        List<JsonValue> plugins = json.get("plugins").elements();
        assertEquals(2, plugins.size());
        assertEquals("io.arioso.eq", plugins.get(0).get("id").text());
        assertEquals(64, plugins.get(0).get("sha256").text().length());
        assertEquals(1, json.get("broken").elements().size());
    }

    @Test
    void noPluginsAtAllNamesTheFolders() throws IOException {
        Files.delete(world.plugins.resolve("eq.jar"));
        Files.delete(world.plugins.resolve("limiter.jar"));
        Result result = world.run("plugins");
        assertEquals(0, result.code());
        assertEquals("", result.out());
        assertTrue(result.err().contains(world.plugins.toString()), result.err());
    }

    @Test
    void infoShowsAnEffectWithRangesAndUnits() throws IOException {
        Result people = world.run("info", "eq");
        assertEquals(0, people.code(), people.err());
        assertTrue(people.out().contains("  band1_frequency  5 Hz .. 80 kHz   20 Hz  Band 1 frequency\n"),
            people.out());
        assertTrue(people.out().contains("hp=FREQUENCY: high-pass"), people.out());
        JsonValue effect = world.run("info", "IO.ARIOSO.EQ", "--json").json().get("plugins").elements().get(0);
        JsonValue cut = effect.get("parameters").elements().stream().filter(p -> p.source().contains("band1_frequency"))
            .findFirst().orElseThrow();
        assertEquals("Hz", cut.get("unit").text());
        assertEquals(80_000, cut.get("maximum").number());
        Result missing = world.run("info", "limitre");
        assertEquals(4, missing.code());
        assertTrue(missing.err().contains("the closest: io.arioso.limiter"), missing.err());
    }

    @Test
    void infoShowsJarsAndAudioFiles() throws IOException {
        world.sine("mix.wav", 0.5, -12);
        assertEquals("mix.wav: WAV, 24 bits, 48000 Hz, 2 channels, 0:00.500 (24000 frames)\n",
            world.run("info", "mix.wav").out());
        assertEquals(24_000, world.run("info", "mix.wav", "--json").json().get("frames").integer());
        world.breaker(world.folder.resolve("b.jar"));
        assertTrue(world.run("info", "b.jar").out().startsWith("Breaker 1.0.0 by Example (com.example.breaker)"));
        Files.writeString(world.folder.resolve("empty.jar"), "");
        assertEquals(4, world.run("info", "empty.jar").code());
        assertEquals(3, world.run("info", "none.jar").code());
        assertEquals(3, world.run("info", "none.wav").code());
    }

    @Test
    void validateKeepsItsWordOnGoodAndBadJars() throws IOException {
        world.effect(world.folder.resolve("good.jar"));
        Result good = world.run("validate", "good.jar", "--rule", "X1,X2,X3");
        assertEquals(0, good.code(), good.out() + good.err());
        assertTrue(good.out().contains("  kept  X1 "), good.out());
        world.breaker(world.folder.resolve("bad.jar"));
        Result bad = world.run("validate", "bad.jar", "--rule", "X1,X2", "--json");
        assertEquals(4, bad.code(), bad.err());
        List<JsonValue> rules = bad.json().get("plugins").elements().get(0).get("rules").elements();
        assertTrue(rules.stream().anyMatch(rule -> rule.source().contains("\"broken\"")), bad.out());
        Files.writeString(world.folder.resolve("none.jar"), "no jar");
        assertEquals(4, world.run("validate", "none.jar").code());
        assertEquals(3, world.run("validate", "missing.jar").code());
        assertEquals(2, world.run("validate", "good.jar", "--rule", "X99").code());
    }

    @Test
    void doctorNamesACureForEveryFault() throws IOException {
        Result well = world.run("doctor");
        assertEquals(0, well.code(), well.out());
        assertTrue(well.out().contains("2 found"), well.out());
        Files.writeString(world.plugins.resolve("broken.jar"), "no jar");
        Path presets = root.resolve("program/presets/io.arioso.eq");
        Files.createDirectories(presets);
        Files.writeString(presets.resolve("bad.json"), "{");
        Result ill = world.run("doctor", "--json");
        assertEquals(1, ill.code());
        List<JsonValue> faults = ill.json().get("findings").elements().stream()
            .filter(finding -> finding.source().contains("\"well\": false")).toList();
        assertEquals(2, faults.size(), ill.out());
        for (JsonValue fault : faults) assertTrue(!fault.get("cure").text().isEmpty());
    }
}
