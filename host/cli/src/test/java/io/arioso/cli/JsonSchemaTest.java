package io.arioso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.host.document.DocumentException;
import io.arioso.host.document.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs read: no verb's JSON has a member at its top that the manual does not name. */
class JsonSchemaTest {
    private static final Path MANUAL = Path.of("..", "docs", "command-line.md");

    @TempDir
    private Path root;

    @Test
    void manualNamesEverySchemaAndItsMembers() throws IOException {
        TestWorld world = new TestWorld(root);
        world.sine("mix.wav", 0.5, -12);
        world.sine("long.wav", 1, -12);
        world.effect(world.folder.resolve("my-effect.jar"));
        assertEquals(0, world.run("preset", "save", "Air", "eq:output=1", "--json").code());
        List<List<String>> commands = List.of(List.of("render", "mix.wav", "-o", "a.wav", "--chain", "eq"),
            List.of("render", "mix.wav", "-o", "b.wav", "-n"), List.of("analyze", "mix.wav"),
            List.of("compare", "mix.wav", "mix.wav"),
            List.of("match", "long.wav", "--reference", "long.wav", "-o", "tone.json"), List.of("plugins"),
                    List.of("info", "eq"),
            List.of("info", "mix.wav"), List.of("info", "my-effect.jar"), List.of("preset", "list"),
            List.of("preset", "show", "eq", "Air"),
            List.of("preset", "save", "B", "eq"), List.of("chain", "show", "eq"),
            List.of("validate", "my-effect.jar", "--rule", "X2"), List.of("doctor"),
            List.of("bundle", "my-effect.jar", "-o", "plug-ins"), List.of("bridge", "install"),
            List.of("bridge", "list"), List.of("bridge", "doctor"), List.of("bridge", "uninstall"),
            List.of("demo", "-o", "demo", "--seconds", "1"));
        String manual = Files.readString(MANUAL);
        for (List<String> command : commands) {
            List<String> typed = new ArrayList<>(command);
            typed.add("--json");
            TestWorld.Result result = world.run(typed.toArray(String[]::new));
            assertEquals(0, result.code(), typed + result.err());
            check(result.json(), manual, command);
        }
    }

    private static void check(JsonValue json, String manual, List<String> command) throws DocumentException {
        String schema = json.get("schema").text();
        String line = manual.lines().filter(row -> row.startsWith("| `" + schema + "`")).findFirst()
            .orElseThrow(() -> new AssertionError("the manual does not speak of " + schema));
        Set<String> told = new TreeSet<>(List.of(line.split("[^A-Za-z0-9]+")));
        Set<String> written = new TreeSet<>(json.members().keySet());
        written.removeAll(List.of("schema", "schemaVersion", "arioso"));
        assertTrue(told.containsAll(written), command + " writes " + written + ", the manual says " + told);
    }
}
