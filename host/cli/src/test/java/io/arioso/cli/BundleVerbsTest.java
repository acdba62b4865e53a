package io.arioso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.cli.TestWorld.Result;
import io.arioso.host.daw.DawFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the verbs about DAWs tell the bridge, and what they tell the user; the bridge itself is a fake. */
class BundleVerbsTest {
    @TempDir
    Path root;

    private TestWorld world;

    @BeforeEach
    void furnish() throws IOException {
        world = new TestWorld(root);
        world.effect(world.folder.resolve("gain.jar"));
    }

    @Test
    void anOrderSaysWhatWasTyped() throws IOException {
        Result result = world.run("bundle", "gain.jar", "-o", "out dir", "--name", "My Gain", "--vendor", "Me",
            "--format", "VST3,clap", "--presets", "mine", "--json");
        assertEquals(0, result.code(), result.err());
        assertEquals(List.of(world.folder.resolve("gain.jar")), FakeDawBridge.asked.jars());
        assertEquals("My Gain", FakeDawBridge.asked.name());
        assertEquals("Me", FakeDawBridge.asked.vendor());
        assertEquals(Set.of(DawFormat.VST3, DawFormat.CLAP), FakeDawBridge.asked.formats());
        assertEquals(List.of(world.folder.resolve("mine"), root.resolve("program/presets").toAbsolutePath()),
            FakeDawBridge.asked.presetFolders());
        assertEquals("My Gain", result.json().get("name").text());
        assertEquals(world.folder.resolve("out dir/My Gain.clap").toString(),
            result.json().get("files").elements().get(0).text());
    }

    @Test
    void anExistingBundleIsReplacedOnlyByForce() {
        String[] typed = {"bundle", "gain.jar", "-o", "out", "--name", "Gain"};
        assertEquals(0, world.run(typed).code());
        Result again = world.run(typed);
        assertEquals(5, again.code());
        assertTrue(again.err().contains("--force replaces it"), again.err());
        assertEquals(0, world.run("bundle", "gain.jar", "-o", "out", "--name", "Gain", "--force").code());
    }

    @Test
    void aBrokenJarIsAPlugInsFaultWithTheScansReason() throws IOException {
        Files.write(world.folder.resolve("broken.jar"), new byte[] {1, 2, 3});
        Result result = world.run("bundle", "broken.jar", "-o", "out");
        assertEquals(4, result.code());
        assertTrue(result.err().contains("broken.jar"), result.err());
    }

    @Test
    void aCommandThatSaysTooLittleOrTooMuchIsMisuse() {
        for (String[] typed : new String[][] {{"bundle", "gain.jar"}, {"bundle"}, {"bridge"},
            {"bundle", "gain.jar", "-o", "out", "--install"}, {"bundle", "gain.jar", "-o", "out", "--format", "au"},
            {"bundle", "gain.jar", "-o", "out", "--name", "a/b"}})
            assertEquals(2, world.run(typed).code(), String.join(" ", typed));
    }

    @Test
    void theProgramsOwnEffectsGoInUnderOneNameAndOthersStayOut() throws IOException {
        world.breaker(world.plugins.resolve("somebody-elses.jar"));
        Files.write(world.plugins.resolve("broken.jar"), new byte[] {1});
        Result result = world.run("bridge", "install", "--json");
        assertEquals(0, result.code(), result.err());
        assertEquals("Arioso", FakeDawBridge.asked.name());
        assertEquals(List.of("eq.jar", "limiter.jar"),
            FakeDawBridge.asked.jars().stream().map(jar -> jar.getFileName().toString()).toList());
        assertEquals(1, world.run("bridge", "list", "--json").json().get("bundles").elements().size());
        Result removed = world.run("bridge", "uninstall", "--json");
        assertEquals(1, removed.json().get("removed").elements().size());
        assertEquals(0, world.run("bridge", "list", "--json").json().get("bundles").elements().size());
    }

    @Test
    void aDamagedEffectOfOursIsNotLeftOutInSilence() throws IOException {
        Files.write(world.plugins.resolve("arioso-eq-1.jar"), new byte[] {1});
        Result result = world.run("bridge", "install");
        assertEquals(4, result.code());
        assertTrue(result.err().contains("arioso-eq-1.jar"), result.err());
    }

    @Test
    void theDoctorNamesTheCureOfEveryFault() {
        assertEquals(0, world.run("bridge", "doctor").code());
        world.variables.put("NO_JAVA", "1");
        Result result = world.run("bridge", "doctor");
        assertEquals(1, result.code());
        assertTrue(result.out().contains("FAULT  Java  none -> install one"), result.out());
    }
}
