package io.arioso.bridge.lv2;

import static io.arioso.bridge.lv2.Lv2Render.noise;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.bridge.TestBundle;
import io.arioso.bridge.TestHost;
import io.arioso.bridge.bundle.BundledEffect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many instances, many threads, and hosts that do it wrong. */
class Lv2CrowdIT {
    /** What Java's heap and code may still grow by; 180 instances that stay would be 270 MiB. */
    private static final long SLACK_KIB = 96 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"eq", "compressor", "reverb", "delay", "limiter", "widener"})
    void aHostThatDoesItWrongGetsNoCrash(String name) {
        assertTrue(run("abuse", name).out().endsWith("well\n"));
    }

    @Test
    void eightThreadsHearWhatOneHears() {
        String in = "in=" + Lv2Render.write("crowd", noise(2, 12_000, 1));
        assertTrue(run("threads", "compressor", "8", in, "block=64").out().contains("different 0"));
    }

    @Test
    void openingAndClosingKeepsNoMemory() {
        List<Long> resident = run("cycle", "limiter", "200").out().lines()
            .map(line -> Long.parseLong(line.substring("resident ".length()))).toList();
        assertTrue(resident.get(1) - resident.get(0) < SLACK_KIB, resident.toString());
    }

    @Test
    void withoutItsJavaFilesTheSoundPassesAndTheStateThatAHostLoadedIsSavedAgain(@TempDir Path folder)
            throws IOException {
        Path bundle = withoutJars(folder.resolve("Hollow.lv2"));
        Path document = Files.writeString(folder.resolve("fed.json"), "{\"what\": \"a later version wrote\"}");
        Path in = Lv2Render.write("dry", noise(2, 1000, 1));
        Path out = folder.resolve("out.f32");
        Path saved = folder.resolve("saved.json");
        TestHost.Run run = Lv2Render.host("lv2host.c").run("render", bundle.toString(),
            TestBundle.arioso().effect("eq").lv2Uri(), "in=" + in, "out=" + out, "feed=" + document, "dump=" + saved,
            "block=random:1").succeeded();
        assertTrue(run.errors().contains("Arioso EQ: The bundle at"), run.errors());
        assertEquals(-1, Files.mismatch(in, out));
        assertEquals(-1, Files.mismatch(document, saved));
    }

    private static Path withoutJars(Path copy) throws IOException {
        Path whole = TestBundle.arioso().lv2();
        Files.createDirectories(copy.resolve("arioso"));
        try (Stream<Path> files = Files.list(whole)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                Files.copy(file, copy.resolve(file.getFileName()));
        }
        Files.copy(whole.resolve("arioso/table"), copy.resolve("arioso/table"));
        return copy;
    }

    private static TestHost.Run run(String verb, String name, String... more) {
        TestBundle bundle = TestBundle.arioso();
        String[] command = new String[3 + more.length];
        command[0] = verb;
        command[1] = bundle.lv2().toString();
        command[2] = bundle.effect(name).lv2Uri();
        System.arraycopy(more, 0, command, 3, more.length);
        return Lv2Render.host("lv2load.c").run(command).succeeded();
    }
}
