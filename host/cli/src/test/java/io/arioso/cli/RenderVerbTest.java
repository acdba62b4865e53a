package io.arioso.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.cli.TestWorld.Result;
import io.arioso.host.audiofile.AudioFiles;
import io.arioso.host.audiofile.AudioReader;
import io.arioso.host.audiofile.SampleFormat;
import io.arioso.host.document.JsonValue;
import io.arioso.host.plugin.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderVerbTest {
    @TempDir
    private Path root;
    private TestWorld world;

    @BeforeEach
    void createWorld() throws IOException {
        world = new TestWorld(root);
        world.sine("mix.wav", 1, -12);
    }

    private void assertFailure(Result result, int code, String words) {
        assertTrue(result.err().contains(words), result.err());
        assertEquals(code, result.code(), result.err());
        assertEquals("", result.out(), "a failure leaves no data");
    }

    @Test
    void theRequirementsOwnCommandMastersASong() throws IOException {
        Result result = world.type("arioso render mix.wav -o out.wav --chain \"eq:hp=30Hz | limiter:ceiling=-1dBTP\""
            + " --target -14LUFS --bits 24 --dither tpdf --json");
        assertEquals(0, result.code(), result.err());
        JsonValue json = result.json();
        assertEquals("arioso-render", json.get("schema").text());
        assertEquals(1, json.get("schemaVersion").integer());
        JsonValue file = json.get("files").elements().get(0);
        assertEquals(-14, file.get("after").get("integratedLufs").number(), 0.1);
        assertEquals(-14, file.get("targetLufs").number());
        assertEquals(64, file.get("latencyFrames").integer());
        assertEquals(24, file.get("bits").integer());
        assertEquals(Sha256.of(world.folder.resolve("mix.wav")), file.get("inputSha256").text());
        assertEquals(Sha256.of(world.folder.resolve("out.wav")), file.get("outputSha256").text());
        JsonValue limiter = json.get("chain").elements().get(1);
        assertEquals("io.arioso.limiter", limiter.get("id").text());
        assertEquals(Sha256.of(world.plugins.resolve("limiter.jar")), limiter.get("sha256").text());
        try (AudioReader reader = AudioFiles.open(world.folder.resolve("out.wav"))) {
            assertEquals(48_000, reader.info().frames());
            assertEquals(SampleFormat.INT24, reader.info().format());
        }
    }

    @Test
    void latencyIsTakenOutAndTheTailIsKeptOnlyWhenAskedFor() throws IOException {
        assertEquals(0, world.run("render", "mix.wav", "-o", "a.wav", "--chain", "limiter", "--dither", "none").code());
        assertEquals("identical\n", world.run("compare", "mix.wav", "a.wav").out());
        assertEquals(0, world.run("render", "mix.wav", "-o", "b.wav", "--chain", "limiter", "--tail").code());
        assertTrue(Files.size(world.folder.resolve("b.wav")) >= Files.size(world.folder.resolve("a.wav")));
    }

    private float[] rendered(String... command) throws IOException {
        assertEquals(0, world.run(command).code());
        try (AudioReader reader = AudioFiles.open(world.folder.resolve("out.wav"))) {
            float[][] audio = new float[2][(int) reader.info().frames()];
            for (int at = 0; at < audio[0].length; ) at += reader.read(audio, at, audio[0].length - at);
            return audio[0];
        }
    }

    @Test
    void anEffectHearsTheSidechainFromTheFirstFrameOn() throws IOException {
        world.installMore();
        float[][] key = new float[1][48_000];
        java.util.Arrays.fill(key[0], 0, 12_000, 0.5f);
        world.write("key.wav", key, SampleFormat.FLOAT32);
        float[] ducked = rendered("render", "mix.wav", "-o", "out.wav", "--sidechain", "key.wav", "--dither", "none",
            "--chain", "compressor:sc_external=on");
        for (int frame = 0; frame < 12_000; frame++) assertEquals(0, ducked[frame], "frame " + frame);
        float[] plain = rendered("render", "mix.wav", "-o", "out.wav", "--force", "--dither", "none");
        assertArrayEquals(java.util.Arrays.copyOfRange(plain, 12_000, 48_000),
            java.util.Arrays.copyOfRange(ducked, 12_000, 48_000), "the rest passes");
    }

    @Test
    void theReportNamesSidechainAndTempo() throws IOException {
        world.installMore();
        world.sine("key.wav", 1, -6);
        JsonValue json = world.run("render", "mix.wav", "-o", "out.wav", "--sidechain", "key.wav", "--tempo", "97.3",
            "--chain", "compressor:sc_external=on", "--json").json();
        assertEquals(97.3, json.get("tempoBpm").number());
        assertEquals("key.wav", json.get("sidechain").text());
        assertEquals(Sha256.of(world.folder.resolve("key.wav")), json.get("sidechainSha256").text());
    }

    @Test
    void aSidechainThatNobodyHearsIsWarnedAboutAndABadOneRefused() throws IOException {
        Result deaf = world.run("render", "mix.wav", "-o", "a.wav", "--sidechain", "mix.wav", "--chain", "eq:hp=30Hz");
        assertEquals(0, deaf.code());
        assertTrue(deaf.err().contains("no effect of the chain has a side-chain"), deaf.err());
        world.installMore();
        assertFailure(world.run("render", "mix.wav", "-o", "b.wav", "--sidechain", "none.wav", "--chain", "compressor"),
            3, "none.wav");
        world.write("three.wav", new float[3][100], SampleFormat.FLOAT32);
        assertFailure(world.run("render", "mix.wav", "-o", "b.wav", "--sidechain", "three.wav", "--chain", "compressor"),
            3, "3 channels does not fit 2 channels");
        assertFalse(Files.exists(world.folder.resolve("b.wav")));
    }

    @Test
    void effectsFollowTheTempo() throws IOException {
        world.installMore();
        float[] beat = rendered("render", "mix.wav", "-o", "out.wav", "--tempo", "100bpm", "--dither", "none", "--bits",
            "32f", "--chain", "delay:note=1/8");
        assertEquals(0.003f, beat[1000]);
        assertFailure(world.run("render", "mix.wav", "-o", "c.wav", "--tempo", "0"), 2, "--tempo");
    }

    @Test
    void sameCommandGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        for (String name : List.of("a", "b"))
            assertEquals(0, world.run("render", "mix.wav", "-o", name + ".wav", "--bits", "16", "--seed", "7").code());
        assertEquals(0, world.run("render", "mix.wav", "-o", "c.wav", "--bits", "16", "--seed", "8").code());
        byte[] first = Files.readAllBytes(world.folder.resolve("a.wav"));
        assertArrayEquals(first, Files.readAllBytes(world.folder.resolve("b.wav")));
        assertFalse(java.util.Arrays.equals(first, Files.readAllBytes(world.folder.resolve("c.wav"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "arioso render mix.wav; 2; give either -o FILE",
        "arioso render mix.wav -o a.wav --out-dir d; 2; give either -o FILE",
        "arioso render mix.wav mix.wav -o a.wav; 2; takes one input, not 2",
        "arioso render mix.wav mix.wav --out-dir d; 2; two inputs would both become",
        "arioso render - --out-dir d; 2; standard input has no name",
        "arioso render mix.wav -o a.wav --bits 20; 2; --bits: \"20\" is none of 8, 16, 24, 32, 32f, 64f",
        "arioso render mix.wav -o a.wav --target 3LUFS; 2; --target: 3 LUFS is outside -70 LUFS..0 LUFS",
        "arioso render mix.wav -o a.wav --rate loud; 2; --rate: \"loud\" is not a number",
        "arioso render mix.wav -o a.wav --dither no; 2; --dither: \"no\" is none of none, tpdf, high-pass",
        "arioso render mix.wav -o a.wav --type tape; 2; --type: \"tape\" is none of wav",
        "arioso render mix.wav -o a.wav --jobs 0; 2; --jobs: 0 is below 1",
        "arioso render mix.wav -o a.xyz; 2; does not say which kind of file",
        "arioso render mix.wav -o a.wav --loudness-tolerance 1; 2; there is no target",
        "arioso render mix.wav -o a.wav --chain eq --preset x; 2; exclude each other",
        "arioso render mix.wav -o a.wav --chain \"eq:\"; 2; expected a setting",
        "arioso render mix.wav -o - --json; 2; both want standard output",
        "arioso render mix.wav -o a.wav --chian eq; 2; Unknown option",
        "arioso render none.wav -o a.wav; 3; none.wav",
        "arioso render mix.wav -o none/a.wav; 3; none",
        "arioso render mix.wav -o a.wav --chain tape; 4; there is no plug-in \"tape\"",
        "arioso render mix.wav -o a.wav --chain \"eq:hp=3Hz\"; 4; eq: parameter \"band1_frequency\": 3 Hz is "
        + "outside 5 Hz..80 kHz (column 4)",
        "arioso render mix.wav -o a.wav --chain none.json; 4; there is no such file",
        "arioso render mix.wav -o a.wav --preset Loud; 4; there is no chain \"Loud\"",
        "arioso render mix.wav -o mix.wav; 5; is the input itself",
        "arioso render mix.wav -o mix.wav --force; 5; is the input itself"})
    void whatCannotBeDoneIsToldByThingValueAndBound(String line, int code, String words) throws IOException {
        List<String> before = world.files();
        assertFailure(world.type(line), code, words);
        assertEquals(before, world.files(), "nothing is written");
    }

    @Test
    void existingOutputIsReplacedOnlyByForce() throws IOException {
        world.sine("out.wav", 0.1, -20);
        byte[] old = Files.readAllBytes(world.folder.resolve("out.wav"));
        assertFailure(world.run("render", "mix.wav", "-o", "out.wav"), 5, "already");
        assertArrayEquals(old, Files.readAllBytes(world.folder.resolve("out.wav")));
        assertEquals(0, world.run("render", "mix.wav", "-o", "out.wav", "--force").code());
        assertFailure(world.run("render", "mix.wav", "-o", "x.wav", "--chain", "eq", "--save-chain", "mix.wav"), 5,
            "already");
    }

    @Test
    void missedBoundsAreAMatterOfQuality() throws IOException {
        Result peak = world.run("render", "mix.wav", "-o", "a.wav", "--chain", "eq:output=6dB", "--max-true-peak",
            "-9");
        assertEquals(6, peak.code(), peak.err());
        assertTrue(peak.err().contains("dBTP is above -9.00 dBTP"), peak.err());
        assertEquals(0, world.run("render", "mix.wav", "-o", "b.wav", "--max-true-peak", "-9").code());
        Result loudness = world.run("render", "mix.wav", "-o", "c.wav", "--chain", "limiter:ceiling=-12", "--target",
            "-6",
            "--loudness-tolerance", "0,5");
        assertEquals(6, loudness.code(), loudness.err());
        assertTrue(loudness.err().contains("is farther than 0.50 LU from -6.00 LUFS"), loudness.err());
    }

    @Test
    void interruptedRenderLeavesNothing() throws IOException {
        List<String> before = world.files();
        Result result = world.run(InputStream.nullInputStream(), shell -> {
            shell.interrupted().set(true);
            return shell;
        }, "render", "mix.wav", "-o", "out.wav", "--chain", "eq");
        assertEquals(130, result.code(), result.err());
        assertEquals(before, world.files());
    }

    @Test
    void severalFilesAreRenderedAtOnceAndOneBadOneStopsNoOther() throws IOException {
        world.sine("b.wav", 0.5, -20);
        Files.writeString(world.folder.resolve("bad.wav"), "no audio");
        Result result = world.run("render", "mix.wav", "bad.wav", "b.wav", "--out-dir", "done", "--jobs", "2",
            "--chain", "limiter", "--type", "flac", "--json");
        assertEquals(1, result.code(), result.err());
        List<JsonValue> files = result.json().get("files").elements();
        assertEquals(List.of(0, 3, 0), List.of(files.get(0).get("exitCode").integer(), files.get(1).get("exitCode")
            .integer(),
            files.get(2).get("exitCode").integer()));
        assertTrue(files.get(1).get("error").text().contains("bad.wav"));
        assertEquals(List.of("b.wav", "bad.wav", "done/b.flac", "done/mix.flac", "mix.wav"), world.files());
    }

    @Test
    void batchShowsHowFarItIs() throws IOException {
        world.sine("b.wav", 0.5, -20);
        long[] now = {0};
        Result result = world.run(InputStream.nullInputStream(), shell -> shell.watched(() -> now[0] += 1_000_000_000L),
            "render", "mix.wav", "b.wav", "--out-dir", "done", "--jobs", "2");
        assertEquals(0, result.code(), result.err());
        assertTrue(result.err().contains("2 files: rendering [##########          ]  50 %"), result.err());
    }

    @Test
    void fileThatIsCalledLikeAnEffectIsNotTakenForAChain() throws IOException {
        Files.writeString(world.folder.resolve("eq"), "no chain");
        assertEquals(0, world.run("render", "mix.wav", "-o", "a.wav", "--chain", "eq").code());
        assertEquals(0, world.run("info", "eq").code());
    }

    @Test
    void pipeCarriesAudioAndNothingElse() throws IOException {
        byte[] input = Files.readAllBytes(world.folder.resolve("mix.wav"));
        Result result = world.run(new ByteArrayInputStream(input), shell -> shell, "render", "-", "-o", "-",
            "--chain", "eq");
        assertEquals(0, result.code(), result.err());
        assertEquals("", result.err(), "nothing is said when all is well and nobody watches");
        try (AudioReader reader = AudioFiles.open(new ByteArrayInputStream(result.bytes()), "pipe")) {
            assertEquals(SampleFormat.FLOAT32, reader.info().format());
            float[][] audio = new float[2][50_000];
            int frames = 0;
            for (int read = 0; read >= 0; read = reader.read(audio, frames, 50_000 - frames)) frames += read;
            assertEquals(48_000, frames);
        }
    }

    @Test
    void dryRunSaysWhatItWouldDoAndWritesNothing() throws IOException {
        List<String> before = world.files();
        Result result = world.run("render", "mix.wav", "-o", "out.wav", "--chain", "eq", "--dry-run", "--save-chain",
            "c.json");
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().startsWith("would render mix.wav (WAV, 24 bits, 48000 Hz, 2 channels"), result.out());
        assertEquals(before, world.files());
        world.sine("out.wav", 0.1, -20);
        assertFailure(world.run("render", "mix.wav", "-o", "out.wav", "-n"), 5, "already exists");
        assertFailure(world.run("render", "none.wav", "-o", "new.wav", "-n"), 3, "none.wav");
        assertFailure(world.run("render", "mix.wav", "-o", "new.xyz", "-n"), 2, "does not say which kind of file");
    }

    @Test
    void savedChainRendersTheSameBytes() throws IOException {
        assertEquals(0,
            world.type("arioso render mix.wav -o a.wav --chain \"eq:hp=40Hz,output=3dB | limiter:ceiling=-6\""
            + " --target -15LUFS --save-chain album.json").code());
        assertEquals(0, world.run("render", "mix.wav", "-o", "b.wav", "--chain", "album.json").code());
        assertArrayEquals(Files.readAllBytes(world.folder.resolve("a.wav")),
            Files.readAllBytes(world.folder.resolve("b.wav")));
        Path library = root.resolve("home/data/arioso/presets/chains");
        Files.createDirectories(library);
        Files.copy(world.folder.resolve("album.json"), library.resolve("my-album.json"));
        assertEquals(0, world.run("render", "mix.wav", "-o", "c.wav", "--preset", "My Album").code());
        assertArrayEquals(Files.readAllBytes(world.folder.resolve("a.wav")),
            Files.readAllBytes(world.folder.resolve("c.wav")));
    }

    @Test
    void presetOfOneEffectIsAChainToo() throws IOException {
        assertEquals(0, world.run("preset", "save", "Lift", "eq:output=6dB").code());
        assertEquals(0, world.run("render", "mix.wav", "-o", "a.wav", "--preset", "eq:lift", "--bits", "32f").code());
        assertEquals(6, world.run("compare", "mix.wav", "a.wav", "--json").json().get("gainDb").number(), 1e-3);
    }

    @Test
    void silenceIsAWarning() throws IOException {
        world.sine("silent.wav", 0.5, Double.NEGATIVE_INFINITY);
        Result result = world.run("render", "silent.wav", "-o", "out.wav", "--chain", "eq", "--dither", "none",
            "--json");
        assertEquals(0, result.code(), result.err());
        assertTrue(result.err().contains("warning: silent.wav: is silent"), result.err());
        assertEquals(JsonValue.Kind.NOTHING,
            result.json().get("files").elements().get(0).get("after").get("integratedLufs").kind());
    }

    @Test
    void failingPlugInIsNamedAndTheExitCodeSaysSo() throws IOException {
        world.breaker(world.plugins.resolve("breaker.jar"));
        Result result = world.run("render", "mix.wav", "-o", "out.wav", "--chain", "breaker", "--json");
        assertEquals(4, result.code(), result.err());
        assertTrue(result.err().contains("breaker failed: "), result.err());
        assertTrue(result.err().contains("broken on purpose"), result.err());
        assertEquals("exception", result.json().get("files").elements().get(0).get("faults").elements().get(0)
            .get("kind").text());
    }

    @Test
    void chainFileOfAMissingPlugInNamesIt() throws IOException {
        Files.writeString(world.folder.resolve("c.json"), """
            {"format": "arioso-chain", "formatVersion": 1, "slots": [{"plugin": "com.example.tape"}]}
            """);
        assertFailure(world.run("render", "mix.wav", "-o", "a.wav", "--chain", "c.json"), 4,
            "slot 1 (com.example.tape)");
        Files.writeString(world.folder.resolve("c.json"), "{\"format\": \"arioso-chain\",");
        assertFailure(world.run("render", "mix.wav", "-o", "a.wav", "--chain", "c.json"), 4, "line 1, column");
    }

    @Test
    void sampleRateIsConverted() throws IOException {
        assertEquals(0, world.run("render", "mix.wav", "-o", "a.wav", "--rate", "44,1k").code());
        try (AudioReader reader = AudioFiles.open(world.folder.resolve("a.wav"))) {
            assertEquals(44_100, reader.info().sampleRate());
            assertEquals(44_100, reader.info().frames());
        }
    }
}
