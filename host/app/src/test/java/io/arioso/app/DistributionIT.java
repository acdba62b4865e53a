package io.arioso.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arioso.app.Program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as its user starts it: a copy under a path with spaces, called from another folder. */
class DistributionIT {
    private static final String CHAIN = "eq:hp=30Hz | limiter:ceiling=-1dBTP";

    @TempDir
    static Path folder;
    private static Program program;
    private static Path mix;

    @BeforeAll
    static void copyTheProgramAndMakeASong() throws Exception {
        program = Program.copy(folder.resolve("a copy of arioso"), folder);
        Run demo = arioso("demo", "--quiet", "--seconds", "6", "-o", "demo");
        assertEquals(0, demo.exit(), demo.err());
        mix = folder.resolve("demo/mix.wav");
    }

    private static Run arioso(String... arguments) throws Exception {
        return program.run(arguments);
    }

    @Test
    void theVersionIsOneLineWithoutAWarning() throws Exception {
        Run version = arioso("--version");
        assertEquals(0, version.exit());
        assertTrue(version.out().matches("arioso \\S+\\s+"), version.out());
        assertEquals("", version.err());
    }

    @Test
    void aSongIsMasteredToItsLoudnessUnderTheCeiling() throws Exception {
        Run render = arioso("render", mix.toString(), "-o", "master.flac", "--chain", CHAIN, "--target", "-14LUFS",
            "--bits", "24", "--dither", "tpdf", "--json");
        assertEquals(0, render.exit(), render.err());
        assertEquals("", render.err());
        Run analyze = arioso("analyze", "master.flac", "--json");
        assertEquals(-14, number(analyze.out(), "integratedLufs"), 0.1);
        assertTrue(number(analyze.out(), "truePeakDbtp") <= -0.95, analyze.out());
        assertEquals(6, number(analyze.out(), "durationSeconds"), 1e-9);
    }

    @Test
    void theDemoEndsWithItsFiguresAndTheCommandForASongOfOnesOwn() throws Exception {
        Run demo = arioso("demo", "--seconds", "6", "-o", "told");
        assertEquals(0, demo.exit(), demo.err());
        assertTrue(demo.out().matches("(?s)mix +-[0-9.]+ LUFS, .* dBTP .*mix.wav\\Rmaster +-14\\.0 LUFS, .* -1\\.0 dBTP .*"
            + "master.wav\\Rtook +[0-9.]+ s.*bin/arioso\"? render SONG.wav .*"), demo.out());
    }

    private static double number(String json, String field) {
        String rest = json.substring(json.indexOf('"' + field + '"') + field.length() + 2);
        String value = rest.substring(rest.indexOf(':') + 1).strip();
        return Double.parseDouble(value.split("[,}\\s]")[0]);
    }

    @Test
    void theSecondRenderHasTheBitsOfTheFirst() throws Exception {
        for (String name : List.of("once.wav", "twice.wav"))
            assertEquals(0, arioso("render", mix.toString(), "-o", name, "--chain", CHAIN, "--target", "-16LUFS").exit());
        assertArrayEquals(Files.readAllBytes(folder.resolve("once.wav")), Files.readAllBytes(folder.resolve("twice.wav")));
    }

    @Test
    void aRecordedSpaceTravelsInsideTheChainFile() throws Exception {
        Path space = Files.copy(mix, folder.resolve("space.wav"));
        Run first = arioso("render", mix.toString(), "-o", "inside.wav", "--chain", "reverb:ir=space.wav,mix=30%",
            "--save-chain", "space.json");
        assertEquals(0, first.exit(), first.err());
        Files.delete(space);
        Run second = arioso("render", mix.toString(), "-o", "again.wav", "--chain", "space.json");
        assertEquals(0, second.exit(), second.err());
        assertArrayEquals(Files.readAllBytes(folder.resolve("inside.wav")),
            Files.readAllBytes(folder.resolve("again.wav")));
        Run without = arioso("render", mix.toString(), "-o", "never.wav", "--chain", "reverb:ir=space.wav");
        assertEquals(4, without.exit());
        assertEquals("arioso render: reverb: impulse response space.wav: there is no such file (column 8)",
            without.err().strip());
    }

    @Test
    void anotherJavaGivesTheSameBitsAndNoWarning() throws Exception {
        Path other = otherJava();
        assumeTrue(other != null, "skipped: no second Java below /usr/lib/jvm");
        String[] render = {"render", mix.toString(), "--force", "-o", "", "--chain", CHAIN, "--target", "-12LUFS", "--bits", "16",
            "--dither", "tpdf"};
        render[4] = "here.wav";
        assertEquals(0, arioso(render).exit());
        render[4] = "there.wav";
        Run there = program.run(other, render);
        assertEquals(0, there.exit(), there.err());
        assertEquals("", there.err());
        assertArrayEquals(Files.readAllBytes(folder.resolve("here.wav")), Files.readAllBytes(folder.resolve("there.wav")));
    }

    private static Path otherJava() throws IOException {
        Path all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) return null;
        Path mine = Path.of(System.getProperty("java.home")).toRealPath();
        try (Stream<Path> homes = Files.list(all)) {
            for (Path home : homes.sorted().toList()) {
                Path real = home.toRealPath();
                if (!real.equals(mine) && Files.isExecutable(real.resolve("bin/java")) && isAtLeast17(real)) return real;
            }
        }
        return null;
    }

    private static boolean isAtLeast17(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.exists(release)) return false;
        return Files.readAllLines(release).stream().filter(line -> line.startsWith("JAVA_VERSION="))
            .anyMatch(line -> Integer.parseInt(line.replaceAll("\\D+(\\d+).*", "$1")) >= 17);
    }

    @Test
    void pipesCarryAudioAndNothingElse() throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "\"$0\" render - -o - --chain \"$1\" < \"$2\" > piped.wav",
            program.command().toString(), CHAIN, mix.toString()).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String talk = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), talk);
        assertEquals("", talk);
        assertEquals(6, number(arioso("analyze", "piped.wav", "--json").out(), "durationSeconds"), 1e-9);
    }

    @Test
    void anInterruptedRenderLeavesNoFileUnderTheFinalName() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(program.command().toString(), "render", "-", "-o", "interrupted.wav", "--chain", CHAIN)
            .directory(folder.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        byte[] whole = Files.readAllBytes(mix); // the program waits for the second half, and so is surely at work
        process.getOutputStream().write(whole, 0, whole.length / 2);
        process.getOutputStream().flush();
        while (process.isAlive() && !Files.exists(folder.resolve("interrupted.wav.part"))) Thread.sleep(5);
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS), "an interrupt ends the program");
        assertEquals(130, process.exitValue());
        assertFalse(Files.exists(folder.resolve("interrupted.wav")));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.filter(file -> file.getFileName().toString().contains("interrupted")).toList());
        }
    }

    @Test
    void aJarFromOutsideIsFoundAndBrokenOnesAreListedWithTheReason() throws Exception {
        Path broken = program.home().resolve("plugins").resolve("broken.jar");
        Files.write(broken, new byte[] {1, 2, 3});
        try {
            Run plugins = arioso("plugins");
            assertEquals(0, plugins.exit(), plugins.err());
            assertTrue(plugins.out().contains("io.arioso.eq") && plugins.out().contains("io.arioso.limiter"), plugins.out());
            assertTrue((plugins.out() + plugins.err()).contains("broken.jar"), plugins.out() + plugins.err());
        } finally {
            Files.delete(broken);
        }
    }
}
