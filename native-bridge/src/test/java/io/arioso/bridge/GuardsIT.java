package io.arioso.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.bridge.TestHost.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the shim promises a process: its signals, its locale, its threads, its life. Each test is a process. */
class GuardsIT {
    /** When a host puts its handlers in place: with respect to Java's start and to other handlers. */
    private static final String[] TIMES = {"none", "before", "after"};
    private static final String[] MORE_TIMES = {"before-plain", "after-onstack", "after-plain", "after-default", "both",
        "both-chained", "again", "over-guard", "while-playing"};
    private static final String[] FAULTS_OF_JAVA = {"null", "collect", "poll", "overflow"};

    static Stream<Path> javas() {
        return ShimLab.javas().stream();
    }

    static Stream<Arguments> faultsOfJava() {
        Stream<Arguments> alone = javas().flatMap(java -> Stream.of(TIMES)
            .flatMap(time -> Stream.of(FAULTS_OF_JAVA).map(fault -> Arguments.of(java, time, fault))));
        Stream<Arguments> together = javas().flatMap(java -> Stream.of(MORE_TIMES)
            .map(time -> Arguments.of(java, time, "null,collect,poll,overflow")));
        return Stream.concat(alone, together);
    }

    @ParameterizedTest
    @MethodSource("faultsOfJava")
    void aFaultThatIsJavasOwnNeverReachesTheHostsHandler(Path java, String time, String faults) {
        host("guardhost.c", java).run(ShimLab.bundle().toString(), "plays", time, faults).succeeded();
    }

    static Stream<Arguments> crashes() {
        return javas().flatMap(java -> Stream.of(
            Arguments.of(java, "before", 11, 0), Arguments.of(java, "before-plain", 11, 0),
            Arguments.of(java, "after", 11, 0), Arguments.of(java, "after-onstack", 11, 0),
            Arguments.of(java, "after-plain", 11, 0), Arguments.of(java, "again", 11, 0),
            Arguments.of(java, "both", 0, 11), Arguments.of(java, "both-chained", 11, 11),
            Arguments.of(java, "over-guard", 11, 11)));
    }

    @ParameterizedTest
    @MethodSource("crashes")
    void aRealCrashReachesEachHandlerThatIsItsDueExactlyOnce(Path java, String time, int first, int second) {
        Run run = host("guardhost.c", java).run(ShimLab.bundle().toString(), "crashes", time).succeeded();
        assertTrue(run.out().contains("first " + first + " second " + second + " of 11"), run.out());
    }

    @ParameterizedTest
    @MethodSource("javas")
    void aRealCrashEndsAHostWithoutHandlersAsItWouldWithoutJava(Path java) {
        int endedBySegmentationFault = 128 + 11;
        assertEquals(endedBySegmentationFault,
            host("guardhost.c", java).run(ShimLab.bundle().toString(), "crashes", "after-default").exit());
    }

    @ParameterizedTest
    @MethodSource("javas")
    void withJavasOwnSignalLibraryLoadedBeforeTheGuardKeepsOut(Path java) {
        TestHost host = host("guardhost.c", java).withEnvironment("LD_PRELOAD", java.resolve("lib/libjsig.so").toString());
        host.run(ShimLab.bundle().toString(), "plays", "after", "null,collect,poll,overflow").succeeded();
        assertTrue(host.run(ShimLab.bundle().toString(), "crashes", "after").succeeded().out()
            .contains("first 11 second 0 of 11"));
    }

    static Stream<Arguments> promises() {
        return javas().flatMap(java -> Stream.of("keeps-surroundings", "keeps-a-full-mask", "gets-its-own-signals",
            "renders-in-parallel", "starts-java-from-real-time", "changes-threads", "refuses-small-stacks",
            "leaves-children-alone", "is-unloaded-in-vain").map(promise -> Arguments.of(java, promise)));
    }

    @ParameterizedTest
    @MethodSource("promises")
    void aProcessKeepsWhatItHasAndGetsWhatItIsPromised(Path java, String promise) {
        host("shimhost.c", java).run(promise, ShimLab.bundle().toString()).succeeded();
    }

    static Stream<Arguments> blocks() {
        return javas().flatMap(java -> Stream.of("allocates-nothing", "frees-what-it-takes",
            "takes-blocks-of-all-shapes", "takes-planes-of-all-kinds", "moves-the-transport", "forgets-sound-at-reset")
            .map(promise -> Arguments.of(java, promise)));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void audioGoesThroughWhateverTheHostHandsOver(Path java, String promise) {
        host("blockhost.c", java).run(promise, ShimLab.bundle().toString()).succeeded();
    }

    @ParameterizedTest
    @MethodSource("javas")
    void twoBundlesShareOneMachineAndDoNotCallEachOtherInCircles(Path java, @TempDir Path folder) throws IOException {
        String copy = ShimLab.copyOfBundle(folder).toString();
        Run run = host("shimhost.c", java).run("shares-with-another-bundle", ShimLab.bundle().toString(), copy).succeeded();
        assertEquals("fine\n", run.out());
    }

    static Stream<Arguments> failuresOfEffects() {
        return javas().flatMap(java -> Stream.of("throws", "overflows", "out-of-memory", "exits", "halts")
            .map(failure -> Arguments.of(java, failure)));
    }

    @ParameterizedTest
    @MethodSource("failuresOfEffects")
    void audioPassesThroughWhatFailsInJavaAndTheUserIsTold(Path java, String failure) {
        Run run = host("shimhost.c", java).run("tells", ShimLab.bundle().toString(), failure).succeeded();
        assertTrue(run.out().contains("gain: 1\n"), run.out());
        assertTrue(run.errors().contains(failure + ": 1 blocks passed through"), run.errors());
    }

    static Stream<Arguments> refusals() {
        return javas().flatMap(java -> Stream.of(
            Arguments.of(java, "refuses", "the effect does not want to"),
            Arguments.of(java, "fails-to-open", "java.lang.IllegalStateException: not today"),
            Arguments.of(java, "exits-at-once", "System.exit was called inside a DAW and is refused"),
            Arguments.of(java, "no-activation", "the effect does not want to be active")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void anInstanceThatCannotBeMadeSaysWhyAndPassesAudioThrough(Path java, String effect, String why) {
        Run run = host("shimhost.c", java).run("tells", ShimLab.bundle().toString(), effect).succeeded();
        assertTrue(run.out().contains(why + "\n"), run.out());
        assertTrue(run.out().contains("gain: 1\n"), run.out());
    }

    private static TestHost host(String source, Path java) {
        return ShimLab.host(source).withEnvironment("ARIOSO_JAVA_HOME", java.toString())
            .withEnvironment("PATH", System.getenv("PATH"));
    }
}
