package io.arioso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.arioso.host.document.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every example that a help text shows is run, in a folder with the files that it speaks of. */
class ExamplesTest {
    @TempDir
    private Path root;

    private static List<Verb> verbs() {
        Shell nowhere = Shell.of(InputStream.nullInputStream(), OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(), Map.of());
        List<Verb> verbs = new ArrayList<>(List.of(new RootVerb(nowhere)));
        for (Verbs known : Verbs.values()) {
            Verb verb = known.create(nowhere);
            verbs.add(verb);
            if (verb instanceof VerbGroup group) verbs.addAll(group.members());
        }
        return verbs;
    }

    @TestFactory
    Stream<DynamicTest> everyExampleRuns() {
        return verbs().stream().map(verb -> dynamicTest(verb.getClass().getSimpleName(), () -> runAll(verb)));
    }

    private void runAll(Verb verb) throws IOException {
        TestWorld world = furnished(root.resolve(verb.getClass().getSimpleName()));
        if (verb instanceof CompareVerb) world.sine("master.wav", 0.5, -6);
        if (verb instanceof MatchVerb) world.sine("record.wav", 2, -6);
        assertFalse(verb.examples().isEmpty(), "a help text begins with examples");
        for (Example example : verb.examples()) {
            TestWorld.Result result = world.type(example.command());
            assertEquals(0, result.code(), example.command() + "\n" + result.err() + result.out());
            assertFalse(result.err().contains("warning"), example.command() + "\n" + result.err());
            if (example.command().endsWith("--json"))
                assertTrue(Json.parse(example.command(), result.bytes()).get("schemaVersion").integer() >= 1);
        }
    }

    private static TestWorld furnished(Path root) throws IOException {
        TestWorld world = new TestWorld(root);
        world.sine("mix.wav", 1, -12);
        world.sine("stems/bass.wav", 0.5, -20);
        world.sine("stems/drums.wav", 0.5, -15);
        world.sine("bass.wav", 0.5, -20);
        world.sine("kick.wav", 0.5, -6);
        world.sine("vocal.wav", 0.5, -18);
        world.installMore();
        world.effect(world.folder.resolve("my-effect.jar"));
        Files.writeString(world.folder.resolve("album.json"), """
            {"format": "arioso-chain", "formatVersion": 1, "name": "Album", "slots": [{"plugin": "io.arioso.limiter"}]}
            """);
        Path preset = root.resolve("program/presets/io.arioso.eq/air.json");
        Files.createDirectories(preset.getParent());
        Files.writeString(preset, """
            {"format": "arioso-preset", "formatVersion": 1, "plugin": "io.arioso.eq", "name": "Air",
             "state": {"version": "1.0.0", "values": {"output": 1.5}}}
            """);
        return world;
    }

    @Test
    void helpBeginsWithTheExamplesAndEndsWithTheExitCodes() throws IOException {
        TestWorld world = new TestWorld(root);
        for (Verbs verb : Verbs.values()) {
            TestWorld.Result help = world.run(verb.word(), "--help");
            assertEquals(0, help.code());
            assertEquals("", help.err());
            int examples = help.out().indexOf("Examples:");
            int usage = help.out().indexOf("Usage: arioso " + verb.word());
            int codes = help.out().indexOf("Exit codes:");
            assertTrue(examples > 0 && examples < usage && usage < codes, help.out());
            assertTrue(help.out().contains("130"), help.out());
            assertFalse(help.out().contains("\u001b["), "no colours when nobody watches");
        }
        byte[] root = world.run("--help").bytes();
        String text = new String(root, StandardCharsets.UTF_8);
        for (Verbs verb : Verbs.values()) assertTrue(text.contains("  " + verb.word()), text);
    }
}
