package io.arioso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.cli.TestWorld.Result;
import io.arioso.host.audiofile.SampleFormat;
import io.arioso.host.document.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeVerbTest {
    @TempDir
    private Path root;
    private TestWorld world;

    @BeforeEach
    void createWorld() throws IOException {
        world = new TestWorld(root);
    }

    @Test
    void everyFigureOfAKnownSineIsRight() throws IOException {
        world.sine("sine.wav", 4, -20);
        Result result = world.run("analyze", "sine.wav", "--json");
        assertEquals(0, result.code(), result.err());
        assertEquals("", result.err());
        assertEquals("arioso-analyze", result.json().get("schema").text());
        JsonValue file = result.json().get("files").elements().get(0);
        // A stereo sine of 997 Hz with its peak at -20 dBFS reads -20 LUFS (EBU Tech 3341, cases 1 and 2, scaled).
        assertEquals(-20, file.get("integratedLufs").number(), 0.1);
        assertEquals(0, file.get("loudnessRangeLu").number(), 0.1);
        assertEquals(-20, file.get("maxShortTermLufs").number(), 0.1);
        assertEquals(-20, file.get("maxMomentaryLufs").number(), 0.1);
        assertEquals(-20, file.get("truePeakDbtp").number(), 0.1);
        assertEquals(-20, file.get("samplePeakDbfs").number(), 0.1);
        assertEquals(1, file.get("correlation").number(), 1e-6);
        assertEquals(0, file.get("dcOffset").number(), 1e-4);
        assertEquals(0, file.get("clippedSamples").integer());
        assertEquals(4, file.get("durationSeconds").number());
        assertEquals(48_000, file.get("sampleRate").number());
        assertEquals(2, file.get("channels").integer());
    }

    @Test
    void faultsOfAFileAreFound() throws IOException {
        float[][] audio = new float[2][48_000];
        for (int frame = 0; frame < 48_000; frame++) {
            audio[0][frame] = frame % 100 < 50 ? 1 : -0.5f;
            audio[1][frame] = -audio[0][frame];
        }
        world.write("bad.wav", audio, SampleFormat.FLOAT32);
        JsonValue file = world.run("analyze", "bad.wav", "--json").json().get("files").elements().get(0);
        assertEquals(-1, file.get("correlation").number(), 0.01);
        assertEquals(0.25, Math.abs(file.get("dcOffset").number()), 0.01);
        assertTrue(file.get("clippedSamples").integer() > 0);
    }

    @Test
    void silenceIsAWarningAndItsLevelsAreNull() throws IOException {
        world.sine("silent.wav", 0.5, Double.NEGATIVE_INFINITY);
        Result result = world.run("analyze", "silent.wav", "--json");
        assertEquals(0, result.code());
        assertTrue(result.err().contains("warning: silent.wav: is silent"), result.err());
        JsonValue file = result.json().get("files").elements().get(0);
        for (String level : List.of("integratedLufs", "truePeakDbtp", "samplePeakDbfs"))
            assertEquals(JsonValue.Kind.NOTHING, file.get(level).kind(), level);
        assertTrue(world.run("analyze", "silent.wav").out().contains("-inf LUFS"));
    }

    @Test
    void oneBadFileOfSeveralIsNamedAndTheOthersAreMeasured() throws IOException {
        world.sine("a.wav", 0.5, -20);
        Files.writeString(world.folder.resolve("bad.wav"), "no audio");
        Result result = world.run("analyze", "a.wav", "bad.wav", "none.wav", "--json");
        assertEquals(1, result.code());
        List<JsonValue> files = result.json().get("files").elements();
        assertTrue(files.get(0).find("integratedLufs").isPresent());
        assertTrue(files.get(1).get("error").text().contains("bad.wav"));
        assertTrue(files.get(2).get("error").text().contains("none.wav"));
        assertEquals(3, world.run("analyze", "bad.wav").code());
        assertEquals(2, world.run("analyze").code());
    }
}
