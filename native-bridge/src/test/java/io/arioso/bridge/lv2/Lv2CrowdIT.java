package io.arioso.bridge.lv2;

import static io.arioso.bridge.lv2.Lv2Render.noise;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.bridge.TestBundle;
import io.arioso.bridge.TestHost;
import io.arioso.bridge.bundle.BundledEffect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many instances, many threads, and hosts that do it wrong. */
class Lv2CrowdIT {
    /** What a heap may still grow by when all is warm. */
    private static final long SLACK_KIB = 24 * 1024;

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
        List<Long> resident = run("cycle", "limiter", "300").out().lines()
            .map(line -> Long.parseLong(line.substring("resident ".length()))).toList();
        assertTrue(resident.get(1) - resident.get(0) < SLACK_KIB, resident.toString());
    }

    @Test
    void withoutJavaTheSoundPassesAndAStateIsKept() {
        BundledEffect effect = TestBundle.arioso().effect("eq");
        String in = "in=" + Lv2Render.write("dry", noise(2, 1000, 1));
        TestHost.Run run = Lv2Render.host("lv2host.c").withEnvironment("ARIOSO_JAVA_HOME", "/nowhere").run("render",
            TestBundle.arioso().lv2().toString(), effect.lv2Uri(), in, "out=target/lv2-sounds/dry-out.f32");
        assertTrue(run.succeeded().errors().contains("Java"), run.errors());
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
