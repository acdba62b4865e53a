package io.arioso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.host.document.JsonValue;
import io.arioso.host.preset.Preset;
import io.arioso.sdk.state.StateValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchVerbTest {
    @TempDir
    private Path root;
    private TestWorld world;

    @BeforeEach
    void makeFiles() throws IOException {
        world = new TestWorld(root);
        world.sine("song.wav", 2, -20);
        world.sine("record.wav", 1, -12);
    }

    private TestWorld.Result match(String... more) {
        String[] args = new String[4 + more.length];
        System.arraycopy(new String[] {"match", "song.wav", "--reference", "record.wav"}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        return world.run(args);
    }

    @Test
    void presetFileHoldsWhatTheEffectHasSetAndNothingElse() throws IOException {
        TestWorld.Result result = match("--bands", "3", "-o", "like it.json", "--json");
        assertEquals(0, result.code(), result.err());
        Preset preset = Preset.read(world.folder.resolve("like it.json"));
        assertEquals("io.arioso.eq", preset.plugin());
        assertEquals("like it", preset.name());
        assertEquals("The tone of record.wav for song.wav.", preset.description());
        assertEquals(2, preset.state().values().size());
        assertEquals(new StateValue.Number(300), preset.state().values().get("band1_frequency"));
        assertEquals(8, ((StateValue.Number) preset.state().values().get("output")).value(), 0.1);
        JsonValue json = result.json();
        assertEquals("arioso-match", json.get("schema").text());
        assertEquals(0.5, json.get("remainingDb").number());
        assertTrue(json.get("file").text().endsWith("like it.json"));
    }

    @Test
    void presetOfThatNameCanBeUsedInAChain() throws IOException {
        assertEquals(0, match("--name", "Like it").code());
        TestWorld.Result shown = world.run("chain", "show", "eq:preset=\"Like it\"");
        assertTrue(shown.out().contains("band1_frequency  800 Hz"), shown.out() + shown.err());
    }

    @Test
    void nothingIsReplacedWithoutForce() throws IOException {
        assertEquals(0, match("--name", "A").code());
        assertEquals(5, match("--name", "A").code());
        assertEquals(0, match("--name", "A", "--force").code());
        Files.writeString(world.folder.resolve("a.json"), "mine");
        assertEquals(5, match("-o", "a.json").code());
        assertEquals("mine", Files.readString(world.folder.resolve("a.json")));
        assertEquals(0, match("-o", "a.json", "--force").code());
    }

    @Test
    void filesWithoutAToneAreRefusedByName() throws IOException {
        world.sine("silent.wav", 2, Double.NEGATIVE_INFINITY);
        world.sine("short.wav", 0.5, -12);
        TestWorld.Result missing = world.run("match", "song.wav", "--reference", "none.wav", "--name", "A");
        assertEquals(3, missing.code());
        assertTrue(missing.err().contains("none.wav: there is no such file"), missing.err());
        TestWorld.Result silent = world.run("match", "silent.wav", "--reference", "record.wav", "--name", "A");
        assertEquals(3, silent.code());
        assertTrue(silent.err().contains("silent.wav: is silent"), silent.err());
        TestWorld.Result brief = world.run("match", "song.wav", "--reference", "short.wav", "--name", "A");
        assertEquals(3, brief.code());
        assertTrue(brief.err().contains("0.5 s is too short"), brief.err());
        assertFalse(Files.exists(root.resolve("home/data/arioso/presets/io.arioso.eq")));
    }

    @Test
    void mistypedCommandsAreExplained() throws IOException {
        assertEquals(2, match().code());
        assertEquals(2, match("--name", "A", "-o", "a.json").code());
        assertEquals(2, match("--name", " ").code());
        TestWorld.Result many = match("--name", "A", "--bands", "17");
        assertEquals(2, many.code());
        assertTrue(many.err().contains("--bands: 17 is outside 1..16"), many.err());
        TestWorld.Result limiter = match("--name", "A", "--effect", "limiter");
        assertEquals(4, limiter.code());
        assertTrue(limiter.err().contains("io.arioso.limiter cannot match a reference"), limiter.err());
    }
}
