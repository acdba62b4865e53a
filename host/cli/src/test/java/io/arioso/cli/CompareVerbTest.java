package io.arioso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.cli.TestWorld.Result;
import io.arioso.host.document.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareVerbTest {
    @TempDir
    private Path root;
    private TestWorld world;

    @BeforeEach
    void createWorld() throws IOException {
        world = new TestWorld(root);
        world.sine("a.wav", 0.5, -12);
        world.sine("b.wav", 0.5, -18);
    }

    @Test
    void differenceIsToldInFigures() throws IOException {
        JsonValue json = world.run("compare", "a.wav", "b.wav", "--json").json();
        assertEquals("arioso-compare", json.get("schema").text());
        assertEquals(-6, json.get("gainDb").number(), 1e-3);
        assertEquals(0, json.get("offsetFrames").integer());
        assertEquals(1, json.get("firstDifferentFrame").integer());
        assertEquals(false, json.get("identical").flag());
        // The difference of two sines in phase is a sine of the difference of their peaks.
        double peak = Math.pow(10, -12 / 20.0) - Math.pow(10, -18 / 20.0);
        assertEquals(20 * Math.log10(peak / Math.sqrt(2)), json.get("residualDbfs").number(), 0.01);
        JsonValue matched = world.run("compare", "a.wav", "b.wav", "--match", "--json").json();
        assertTrue(matched.get("residualDbfs").number() < -120);
    }

    @Test
    void identicalFilesSaySo() throws IOException {
        JsonValue json = world.run("compare", "a.wav", "a.wav", "--json").json();
        assertEquals(true, json.get("identical").flag());
        assertEquals(JsonValue.Kind.NOTHING, json.get("residualDbfs").kind());
        assertEquals(JsonValue.Kind.NOTHING, json.get("firstDifferentFrame").kind());
        assertEquals("identical\n", world.run("compare", "a.wav", "a.wav", "--max-residual", "-inf").out());
    }

    @Test
    void residualAboveTheBoundIsAMatterOfQuality() {
        Result result = world.run("compare", "a.wav", "b.wav", "--max-residual", "-60");
        assertEquals(6, result.code());
        assertTrue(result.err().contains("is above -60.0 dBFS"), result.err());
        assertEquals(0, world.run("compare", "a.wav", "b.wav", "--max-residual", "0").code());
        assertEquals(3, world.run("compare", "a.wav", "none.wav").code());
        assertEquals(2, world.run("compare", "a.wav").code());
    }
}
