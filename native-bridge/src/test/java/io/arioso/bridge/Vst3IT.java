package io.arioso.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.bridge.TestHost.Run;
import io.arioso.bridge.bundle.BundledEffect;
import io.arioso.host.preset.Preset;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.Parameter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The VST3 bundle in a host of ours that keeps the standard's thread rules, and in one that keeps none. */
class Vst3IT {
    private static final int FRAMES = 9600;
    private static final double RATE = 48_000;
    private static final int SCAN_LIMIT_MS = 100;

    @TempDir
    private Path folder;

    private static String bundle() {
        return TestBundle.arioso().vst3().toString();
    }

    private static BundledEffect effect(String name) {
        return TestBundle.arioso().effect(name);
    }

    private static TestHost host() {
        return TestHost.compiled("vst3host.c");
    }

    @Test
    void aScanNeedsNoJavaAndSaysWhatTheModuleinfoSays() throws IOException {
        List<String> lines = host().run("scan", bundle()).succeeded().out().lines().toList();
        String moduleinfo = Files.readString(Path.of(bundle(), "Contents", "Resources", "moduleinfo.json"));
        assertEquals(1 + 6 + 1, lines.size());
        for (String line : lines.subList(1, 7)) {
            // cid|category|name|vendor|version|SDK version|sub-categories, themselves with bars|flags|cardinality
            for (String field : List.of(line.split("\\|")).subList(0, 6))
                assertTrue(moduleinfo.contains('"' + field + '"'), field + " is not in the moduleinfo");
        }
        String[] end = lines.get(7).split(" ms, ");
        assertEquals("java 0", end[1]);
        assertTrue(Double.parseDouble(end[0]) < SCAN_LIMIT_MS, "the scan took " + end[0] + " ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"compressor", "delay", "eq", "limiter", "reverb", "widener"})
    void aRenderIsWhatJavaMakesOfIt(String name) throws IOException {
        BundledEffect effect = effect(name);
        float[][] input = noise(2, name.hashCode());
        Preset preset = preset(effect, effect.presets().size() - 1);
        List<Step> steps = automation(effect);
        JavaRender java = JavaRender.of(effect).preset(preset);
        for (Step step : steps) java.automate(step.frame, step.id, step.plain);
        float[][] expected = java.process(input, RATE);
        Files.writeString(folder.resolve("steps"), String.join("\n", steps.stream().map(Step::line).toList()));
        for (String block : List.of("64", "9600", "random")) {
            Run run = render(effect, input, "--program", preset.name(), "--block", block, "--seed", "5",
                "--automate", folder.resolve("steps").toString()).succeeded();
            assertSameBits(expected, read(2), name + " in blocks of " + block);
            assertTrue(run.out().contains("\"latency\": " + java.latencyFrames() + ","), run.out());
        }
    }

    @Test
    void aRenderInPlaceInMonoOrOfflineIsTheSame() throws IOException {
        BundledEffect effect = effect("eq");
        float[][] mono = noise(1, 3);
        JavaRender java = JavaRender.of(effect).set("output", -3.5);
        float[][] expected = java.process(mono, 44_100);
        for (String mode : List.of("--in-place", "--offline")) {
            render(effect, mono, "--rate", "44100", "--set", "output=-3.5", mode).succeeded();
            assertSameBits(expected, read(1), mode);
        }
    }

    @Test
    void theSidechainIsHeard() throws IOException {
        BundledEffect effect = effect("compressor");
        float[][] input = noise(2, 11);
        float[][] key = noise(2, 12);
        write(folder.resolve("key"), key);
        float[][] expected = JavaRender.of(effect).set("sc_external", 1).set("threshold", -40).sidechain(key)
            .process(input, RATE);
        render(effect, input, "--sidechain", folder.resolve("key").toString(), "--set", "sc_external=on",
            "--set", "threshold=-40").succeeded();
        assertSameBits(expected, read(2), "side-chain");
    }

    @Test
    void theHostIsToldOfAnotherLatencyWhileItPlays() {
        String said = host().run("latency", bundle(), effect("limiter").vst3Cid(), "--set", "lookahead_ms=5")
            .succeeded().out();
        String[] latencies = said.strip().split(" to ");
        assertTrue(Integer.parseInt(latencies[1]) > Integer.parseInt(latencies[0]), said);
    }

    @Test
    void aStateGoesFromOneFormatToAnotherAndBack() throws IOException {
        BundledEffect effect = effect("delay");
        Path saved = folder.resolve("saved");
        host().run("state", bundle(), effect.vst3Cid(), saved.toString(), "--program",
            preset(effect, 2).name(), "--set", "mix=31").succeeded();
        byte[] state = Files.readAllBytes(saved);
        try (BridgedPlugin other = new BundledEffects(TestBundle.arioso().table())
                .open(effect.descriptor().id(), EventValues.PLAIN_BY_KEY)) {
            other.loadState(state);
            assertArrayEquals(state, other.saveState());
            assertEquals(2, other.currentPreset());
            BridgedParameter mix = other.parameters().stream().filter(p -> p.id().equals("mix")).findFirst().get();
            assertEquals(31, other.plain(mix));
            other.setPlain(mix, 77);
            Files.write(folder.resolve("other"), other.saveState());
        }
        host().run("state", bundle(), effect.vst3Cid(), saved.toString(), "--state",
            folder.resolve("other").toString()).succeeded();
        assertArrayEquals(Files.readAllBytes(folder.resolve("other")), Files.readAllBytes(saved));
    }

    @ParameterizedTest
    @ValueSource(strings = {"compressor", "delay", "eq", "limiter", "reverb", "widener"})
    void theFactoryPresetsAreThePrograms(String name) {
        BundledEffect effect = effect(name);
        List<String> names = host().run("programs", bundle(), effect.vst3Cid()).succeeded().out().lines()
            .map(line -> line.split("\\|")[2]).toList();
        List<String> expected = new ArrayList<>(effect.presets().stream().map(preset -> preset.name()).toList());
        expected.add("Default");
        assertEquals(expected, names);
    }

    @Test
    void parametersAreInUnitsAndBypassIsMarked() {
        String said = host().run("params", bundle(), effect("compressor").vst3Cid()).succeeded().out();
        List<String> units = said.lines().filter(line -> line.startsWith("unit|")).toList();
        assertEquals("unit|0|-1|Root|1", units.get(0));
        assertTrue(units.stream().anyMatch(unit -> unit.endsWith("|0|Timing|-1")), said);
        List<String[]> parameters = said.lines().filter(line -> line.startsWith("parameter|"))
            .map(line -> line.split("\\|")).toList();
        String[] bypass = parameters.stream().filter(p -> p[2].equals("Bypass")).findFirst().orElseThrow();
        assertEquals(1 + (1 << 16), Integer.parseInt(bypass[8]), "automatable and bypass");
        assertEquals("1", bypass[5], "a switch has one step");
        String[] meter = parameters.stream().filter(p -> p[2].equals("Gain reduction")).findFirst().orElseThrow();
        assertEquals(2, Integer.parseInt(meter[8]), "a meter is read-only");
        String[] program = parameters.get(parameters.size() - 1);
        assertEquals(1 + 8 + (1 << 15), Integer.parseInt(program[8]), "automatable, list and program change");
        assertEquals(effect("compressor").presets().size(), Integer.parseInt(program[5]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"compressor", "delay", "limiter"})
    void whatNoHostShouldDoIsSurvived(String name) {
        Run run = TestHost.compiled("vst3fuzz.c").within(Duration.ofSeconds(120))
            .run(bundle(), effect(name).vst3Cid(), Integer.toString(new Random().nextInt(1 << 30))).succeeded();
        assertTrue(run.out().contains("late release"), run.out());
    }

    @Test
    void manyThreadsSoundLikeOne() {
        host().run("threads", bundle(), effect("eq").vst3Cid(), "4", "--blocks", "300").succeeded();
    }

    @Test
    void openingAndClosingLeavesNothingBehind() {
        host().run("open-close", bundle(), effect("eq").vst3Cid(), "40").succeeded();
    }

    @Test
    void withoutABridgeSoundPassesThroughAndTheParameterSaysWhy() throws IOException {
        Path broken = folder.resolve("Arioso.vst3");
        copy(Path.of(bundle()), broken);
        Path jars = broken.resolve(Path.of("Contents", "Resources", "arioso", "lib"));
        try (Stream<Path> files = Files.list(jars)) {
            for (Path jar : files.filter(file -> file.toString().contains("bridge")).toList()) Files.delete(jar);
        }
        String cid = effect("eq").vst3Cid();
        float[][] input = noise(2, 4);
        write(folder.resolve("in"), input);
        host().run("render", broken.toString(), cid, "--in", folder.resolve("in").toString(), "--out",
            folder.resolve("out").toString()).succeeded();
        assertSameBits(input, read(2), "without a bridge");
        List<String> parameters = host().run("params", broken.toString(), cid).succeeded().out().lines()
            .filter(line -> line.startsWith("parameter|")).toList();
        assertEquals(1, parameters.size());
        assertNotEquals("", parameters.get(0).split("\\|")[2]);
    }

    @Test
    void withoutJavaItIsScannedUnderANameThatSaysSoAndPassesSound() throws IOException {
        TestHost withoutJava = host().withEnvironment("ARIOSO_JAVA_HOME", "none");
        assertTrue(withoutJava.run("scan", bundle()).succeeded().out().contains("|Arioso EQ (needs Java 17)|"));
        float[][] input = noise(2, 8);
        write(folder.resolve("in"), input);
        String said = withoutJava.run("render", bundle(), effect("eq").vst3Cid(), "--in",
            folder.resolve("in").toString(), "--out", folder.resolve("out").toString()).succeeded().out();
        assertTrue(said.contains("\"latency\": 0,"), said);
        assertSameBits(input, read(2), "without Java");
    }

    // ---- the host's files ----

    private record Step(int frame, String id, String text, double plain) {
        String line() {
            return frame + " " + id + " " + text;
        }
    }

    /** Steps of two automatable parameters, with values as a user reads them. */
    private static List<Step> automation(BundledEffect effect) throws IOException {
        List<Step> steps = new ArrayList<>();
        Random random = new Random(9);
        try (BridgedPlugin plugin = new BundledEffects(TestBundle.arioso().table())
                .open(effect.descriptor().id(), EventValues.PLAIN_BY_KEY)) {
            List<Parameter> moved = plugin.parameters().stream().filter(p -> !p.isMeter())
                .map(BridgedParameter::parameter).filter(p -> p instanceof FloatParameter && p.automatable())
                .limit(2).toList();
            assertFalse(moved.isEmpty());
            for (Parameter parameter : moved)
                for (int frame : new int[] {0, 1, 777, 778, 4000, 9599}) {
                    String text = parameter.format(parameter.toPlain(random.nextDouble()));
                    steps.add(new Step(frame, parameter.id(), text, parameter.parse(text)));
                }
        }
        return steps;
    }

    private static Preset preset(BundledEffect effect, int index) throws IOException {
        Path presets = TestBundle.arioso().table().resources().resolve("presets").resolve(effect.descriptor().id());
        return Preset.read(presets.resolve(effect.presets().get(index).loadKey() + ".json"));
    }

    private Run render(BundledEffect effect, float[][] input, String... options) throws IOException {
        write(folder.resolve("in"), input);
        List<String> arguments = new ArrayList<>(List.of("render", bundle(), effect.vst3Cid(),
            "--in", folder.resolve("in").toString(), "--out", folder.resolve("out").toString(),
            "--channels", Integer.toString(input.length)));
        arguments.addAll(List.of(options));
        return host().run(arguments.toArray(String[]::new));
    }

    private static float[][] noise(int channels, int seed) {
        Random random = new Random(seed);
        float[][] noise = new float[channels][FRAMES];
        for (float[] channel : noise) for (int i = 0; i < FRAMES; i++) channel[i] = random.nextFloat() - 0.5f;
        return noise;
    }

    private static void write(Path file, float[][] planes) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(planes.length * FRAMES * Float.BYTES).order(ByteOrder.nativeOrder());
        for (int frame = 0; frame < FRAMES; frame++) for (float[] plane : planes) bytes.putFloat(plane[frame]);
        Files.write(file, bytes.array());
    }

    private float[][] read(int channels) throws IOException {
        FloatBuffer samples = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("out"))).order(ByteOrder.nativeOrder())
            .asFloatBuffer();
        assertEquals(channels * FRAMES, samples.remaining());
        float[][] planes = new float[channels][FRAMES];
        for (int frame = 0; frame < FRAMES; frame++) for (float[] plane : planes) plane[frame] = samples.get();
        return planes;
    }

    private static void assertSameBits(float[][] expected, float[][] actual, String what) {
        for (int channel = 0; channel < expected.length; channel++)
            for (int frame = 0; frame < FRAMES; frame++)
                assertEquals(Float.floatToRawIntBits(expected[channel][frame]),
                    Float.floatToRawIntBits(actual[channel][frame]), place(what, channel, frame));
    }

    private static Supplier<String> place(String what, int channel, int frame) {
        return () -> what + ": channel " + channel + ", frame " + frame;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
    }
}
