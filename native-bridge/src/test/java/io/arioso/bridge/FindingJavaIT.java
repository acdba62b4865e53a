package io.arioso.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arioso.bridge.TestHost.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which Java the shim takes, what it says where there is none, and how it lives with a foreign one. */
class FindingJavaIT {
    private static final Path BUILDS_JAVA = Path.of(System.getProperty("java.home"));

    @TempDir
    Path folder;
    private Path bundle;
    private TestHost host;

    @BeforeEach
    void copyTheBundle() throws IOException {
        bundle = ShimLab.copyOfBundle(folder);
        host = ShimLab.host("shimhost.c");
    }

    @AfterEach
    void emptyTheUsualPlace() throws IOException {
        try (Stream<Path> all = Files.walk(ShimLab.usualPlace())) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList())
                if (!path.equals(ShimLab.usualPlace())) Files.delete(path);
        }
    }

    @Test
    void withoutAnyJavaAudioPassesAndTheUserReadsWhatToDo() {
        Run run = host.run("tells", bundle.toString()).succeeded();
        assertTrue(run.out().contains("missing: Java 17 or newer was not found. Install it (for example: apt install "
            + "default-jre-headless) or set ARIOSO_JAVA_HOME; looked in "), run.out());
        assertTrue(run.out().contains("fault: Java 17 or newer was not found."), run.out());
        assertTrue(run.out().contains("gain: 1\n"), run.out());
        assertTrue(run.errors().startsWith("arioso: Java 17 or newer was not found."), run.errors());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ARIOSO_JAVA_HOME", "JAVA_HOME"})
    void aVariableNamesTheJava(String variable) {
        assertPlays(host.withEnvironment(variable, BUILDS_JAVA.toString()));
    }

    @Test
    void theJavaOfThePathIsFoundThroughItsLinks() throws IOException {
        Path programs = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(programs.resolve("java"), BUILDS_JAVA.resolve("bin/java"));
        assertPlays(host.withEnvironment("PATH", "/nowhere:" + programs));
    }

    @Test
    void theBundlesOwnRuntimeAndItsFileJavaHomeComeBeforeAllOthers() throws IOException {
        host = host.withEnvironment("ARIOSO_JAVA_HOME", "/nowhere").withEnvironment("JAVA_HOME", "/nowhere");
        Path runtime = Files.createSymbolicLink(folder.resolve("Copy.arioso/runtime"), BUILDS_JAVA);
        assertPlays(host);
        Files.delete(runtime);
        Files.writeString(folder.resolve("Copy.arioso/java.home"), BUILDS_JAVA + "\n");
        assertPlays(host);
    }

    @Test
    void ofTheInstalledOnesTheNewestIsTaken() throws IOException {
        assumeTrue(ShimLab.javas().size() > 1, "there is one Java only");
        for (Path java : ShimLab.javas())
            Files.createSymbolicLink(ShimLab.usualPlace().resolve("a" + java.getFileName()), java);
        Path newest = ShimLab.javas().get(1);
        Run run = host.run("joins", bundle.toString(), newest.resolve("lib/server/libjvm.so").toString(), "library");
        assertTrue(run.succeeded().out().contains("machines: 1"), run.out());
        assertPlays(host);
    }

    @Test
    void aWrongHomeIsSkippedAndTheNextOneServes() {
        Run run = assertPlays(host.withEnvironment("ARIOSO_JAVA_HOME", "/nowhere")
            .withEnvironment("JAVA_HOME", BUILDS_JAVA.toString()));
        assertTrue(run.errors().contains("ARIOSO_JAVA_HOME = /nowhere"), run.errors());
    }

    @Test
    void javaCanBeSwitchedOff() throws IOException {
        Files.createSymbolicLink(ShimLab.usualPlace().resolve("java"), BUILDS_JAVA);
        Run run = host.withEnvironment("ARIOSO_JAVA_HOME", "none").run("tells", bundle.toString()).succeeded();
        assertTrue(run.out().contains("gain: 1\n") && run.out().contains("switched off"), run.out());
    }

    @Test
    void whatIsNoUsableJavaIsNamedWithTheReason() throws IOException {
        Path old = home("old", "JAVA_VERSION=\"11.0.2\"\n", new byte[0]);
        Path older = home("older", "JAVA_VERSION=\"1.8.0_392\"\n", new byte[0]);
        Path openJ9 = home("openj9", "JAVA_VERSION=\"21\"\nJVM_VARIANT=\"Openj9\"\n", new byte[0]);
        Path damaged = home("damaged", "JAVA_VERSION=\"21\"\n", "no library".repeat(20).getBytes());
        Path small = home("small", "JAVA_VERSION=\"21\"\n", library((byte) 1, (byte) 62));
        Path foreign = home("foreign", "JAVA_VERSION=\"21\"\n", library((byte) 2, (byte) 8));
        Path empty = Files.createDirectories(ShimLab.usualPlace().resolve("empty"));
        String said = host.run("tells", bundle.toString()).succeeded().out();
        for (String reason : List.of(old + " (Java 11 is too old)", older + " (Java 8 is too old)",
            openJ9 + " (its virtual machine is Openj9, only HotSpot is known to work)",
            damaged + " (its libjvm.so is damaged)", small + " (a 32-bit Java)",
            foreign + " (for another kind of processor", empty + " (no Java: it has no readable file \"release\")"))
            assertTrue(said.contains(reason), reason + "\n" + said);
    }

    @Test
    void aJavaThatCannotBeLoadedMakesRoomForTheNext() throws IOException {
        Path hollow = home("hollow", "JAVA_VERSION=\"99\"\n", library((byte) 2, machine()));
        Run run = host.withEnvironment("ARIOSO_JAVA_HOME", hollow.toString()).run("tells", bundle.toString());
        assertTrue(run.succeeded().errors().contains("libjvm.so cannot be loaded: "), run.errors());
        assertPlays(host.withEnvironment("ARIOSO_JAVA_HOME", hollow.toString())
            .withEnvironment("JAVA_HOME", BUILDS_JAVA.toString()));
    }

    static Stream<Path> javas() {
        return ShimLab.javas().stream();
    }

    @ParameterizedTest
    @MethodSource("javas")
    void rubbishInTheOptionsForOtherJavasDoesNoHarm(Path java) {
        assertPlays(host.withEnvironment("ARIOSO_JAVA_HOME", java.toString())
            .withEnvironment("_JAVA_OPTIONS", "-XX:+ThereIsNoSuchThing -Xmx1").withEnvironment("JDK_JAVA_OPTIONS", "@no")
            .withEnvironment("JAVA_TOOL_OPTIONS", "-agentlib:nothing -Xms9999g"));
    }

    @ParameterizedTest
    @MethodSource("javas")
    void whereMemoryIsTooShortForJavaTheProcessLivesAndAudioPasses(Path java) {
        Run run = host.withEnvironment("ARIOSO_JAVA_HOME", java.toString()).run("starves", bundle.toString()).succeeded();
        assertTrue(run.out().contains("gain: 1\n") && run.out().contains("Could not reserve"), run.out());
    }

    @ParameterizedTest
    @MethodSource("javas")
    void aMachineThatTheHostRunsIsJoinedWhateverTheShimWouldHaveTaken(Path theirs) {
        for (Path ours : ShimLab.javas()) {
            Run run = host.withEnvironment("ARIOSO_JAVA_HOME", ours.toString())
                .run("joins", bundle.toString(), theirs.resolve("lib/server/libjvm.so").toString(), "machine").succeeded();
            assertTrue(run.out().contains("gain: 0.5\n") && run.out().contains("machines: 1\n"), run.out());
        }
    }

    @ParameterizedTest
    @MethodSource("javas")
    void aLibraryThatTheHostHasLoadedIsTheOneThatIsStarted(Path theirs) {
        for (Path ours : ShimLab.javas()) {
            Run run = host.withEnvironment("ARIOSO_JAVA_HOME", ours.toString())
                .run("joins", bundle.toString(), theirs.resolve("lib/server/libjvm.so").toString(), "library").succeeded();
            assertTrue(run.out().contains("gain: 0.5\n") && run.out().contains("machines: 1\n"), run.out());
        }
    }

    @Test
    void besideARunningJavaThatIsTooOldNoneIsMade() throws IOException {
        Path library = oldJava();
        Run run = host.withEnvironment("ARIOSO_JAVA_HOME", BUILDS_JAVA.toString())
            .run("joins", bundle.toString(), library.toString(), "library").succeeded();
        assertTrue(run.out().contains("fault: The process already runs Java 11"), run.out());
        assertTrue(run.out().contains("gain: 1\n"), run.out());
        assertFalse(run.out().contains("a second machine was asked for"), run.out());
    }

    @Test
    void aScanReadsTheTableAndLoadsNoJava() {
        Run run = host.withEnvironment("ARIOSO_JAVA_HOME", BUILDS_JAVA.toString()).run("scans", bundle.toString());
        String said = run.succeeded().out();
        assertTrue(said.startsWith("19 effects of Lab\n"
            + "gain, first\tsecond, features audio-effect, cid 00..ff, presets 1\n"), said);
        assertEquals("", run.errors());
    }

    @Test
    void aBundleBehindALinkFindsItsResources() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("elsewhere.clap"), bundle);
        assertTrue(host.run("scans", link.toString()).succeeded().out().startsWith("19 effects"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X.vst3/Contents/x86_64-linux/X.so, X.vst3/Contents/Resources/arioso",
        "X.lv2/X.so, X.lv2/arioso", "of X.vst3/X.clap, of X.vst3/X.arioso"})
    void eachFormatHasItsPlaceForResources(String places) throws IOException {
        Path library = folder.resolve(places.split(", ")[0]);
        Path resources = folder.resolve(places.split(", ")[1]);
        Files.createDirectories(library.getParent());
        Files.createDirectories(resources.getParent());
        Files.copy(bundle, library);
        Files.move(folder.resolve("Copy.arioso"), resources);
        assertTrue(host.run("scans", library.toString()).succeeded().out().startsWith("19 effects"));
    }

    @Test
    void aDamagedTableHasNoEffectsAndSaysSo() throws IOException {
        String whole = ShimLab.table();
        for (String damaged : List.of("", "\n", "arioso-bundle\t2\n", whole.substring(0, 300), whole + "effect\tx\n",
            whole.replace("00112233", "zz112233"), whole.replace("\t3\t1\t", "\t-3\t1\t"), whole.replace("gain", "\0"))) {
            Files.writeString(folder.resolve("Copy.arioso/table"), damaged);
            Run run = host.run("scans", bundle.toString()).succeeded();
            assertTrue(run.out().startsWith("0 effects"), damaged);
            assertTrue(run.errors().contains("table is damaged, so the bundle has no effects"), damaged + run.errors());
        }
        Files.writeString(folder.resolve("Copy.arioso/table"), whole + "novelty\tof a later version\n");
        assertTrue(host.run("scans", bundle.toString()).succeeded().out().startsWith("19 effects"));
        Files.delete(folder.resolve("Copy.arioso/table"));
        assertTrue(host.run("scans", bundle.toString()).succeeded().out().startsWith("0 effects"));
    }

    private Run assertPlays(TestHost host) {
        Run run = host.run("tells", bundle.toString()).succeeded();
        assertTrue(run.out().contains("fault: \n") && run.out().contains("gain: 0.5\n"), run.out() + run.errors());
        return run;
    }

    private static Path home(String name, String release, byte[] library) throws IOException {
        Path home = ShimLab.usualPlace().resolve(name);
        Files.createDirectories(home.resolve("lib/server"));
        Files.writeString(home.resolve("release"), release);
        Files.write(home.resolve("lib/server/libjvm.so"), library);
        return home;
    }

    private static byte machine() {
        return (byte) (System.getProperty("os.arch").equals("aarch64") ? 183 : 62);
    }

    /** The head of an ELF library with nothing behind it. */
    private static byte[] library(byte bits, byte machine) {
        byte[] bytes = new byte[64];
        System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F', bits, 1, 1}, 0, bytes, 0, 7);
        bytes[16] = 3;
        bytes[18] = machine;
        return bytes;
    }

    private Path oldJava() throws IOException {
        Path library = folder.resolve("libjvm.so");
        TestHost.installed("cc").run("-shared", "-fPIC", "-o", library.toString(), "src/test/c/oldjava.c",
            "-I" + BUILDS_JAVA.resolve("include"), "-I" + BUILDS_JAVA.resolve("include/linux")).succeeded();
        return library;
    }
}
