package io.arioso.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.arioso.bridge.bundle.BundledEffect;
import io.arioso.host.daw.DawFormat;
import io.arioso.host.plugin.PluginException;
import io.arioso.host.plugin.PluginInstance;
import io.arioso.host.plugin.PluginLibrary;
import io.arioso.host.preset.Preset;
import io.arioso.sdk.parameter.Parameter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundle as a CLAP host sees it: {@code claphost.c} loads it in processes of its own. */
class ClapIT {
    private static final int RATE = 48_000;
    private static final int FRAMES = RATE + 123;

    @TempDir
    Path folder;

    @Test
    void aScanFindsAllEffectsWithoutJava() {
        TestBundle bundle = TestBundle.arioso();
        String said = host().run("scan", bundle.clap().toString()).succeeded().out();
        for (BundledEffect effect : bundle.table().effects())
            assertTrue(said.contains(effect.descriptor().id() + "|" + effect.descriptor().name() + "|"), said);
        assertTrue(said.contains(" 0 virtual machines"), said);
    }

    @Test
    void everyFactoryPresetIsListedWithoutJavaAndLoads() {
        TestBundle bundle = TestBundle.arioso();
        String said = host().run("presets", bundle.clap().toString(), "--load").succeeded().out();
        for (BundledEffect effect : bundle.table().effects())
            for (BundledEffect.BundledPreset preset : effect.presets())
                assertTrue(said.contains("/" + preset.loadKey() + "|" + preset.name() + "\n"), preset + " in " + said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eq", "compressor", "reverb", "delay", "limiter", "widener"})
    void anEffectPassesTheChecksOfTheClapValidator(String name) {
        claphost("check", name, "--seed", "3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eq", "compressor", "reverb", "delay", "limiter", "widener"})
    void wrongCallsBreakNothing(String name) {
        claphost("abuse", name, "--seed", "11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eq", "compressor", "reverb", "delay", "limiter", "widener"})
    void aPresetSoundsAsInJavaWhateverTheBlocks(String name) throws IOException {
        BundledEffect effect = TestBundle.arioso().effect(name);
        float[][] input = noise(2, 5);
        String key = effect.presets().get(effect.presets().size() / 2).loadKey();
        float[][] expected = JavaRender.of(effect).preset(preset(effect, key)).process(input, RATE);
        String id = effect.descriptor().id();
        assertSame(expected, render(id, input, "--preset", id + "/" + key, "--block", "random", "--seed", "2"));
        assertSame(expected, render(id, input, "--preset", id + "/" + key, "--block", "30000", "--in-place",
            "--offline"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eq", "compressor", "reverb", "delay", "limiter", "widener"})
    void automationLandsOnItsFrame(String name) throws IOException {
        BundledEffect effect = TestBundle.arioso().effect(name);
        float[][] input = noise(2, 6);
        JavaRender java = JavaRender.of(effect);
        // In a DAW the bus is there, connected or not; the effect's switch of the key signal is among those that move.
        if (effect.sidechain()) java.sidechain(new float[2][FRAMES]);
        StringBuilder lines = new StringBuilder();
        Random random = new Random(name.hashCode());
        List<Parameter> parameters = automatable(effect);
        for (int frame = 0; frame < FRAMES; frame += 1 + random.nextInt(700)) {
            Parameter parameter = parameters.get(random.nextInt(parameters.size()));
            double plain = parameter.toPlain(random.nextDouble());
            java.automate(frame, parameter.id(), plain);
            lines.append(frame).append(' ').append(parameter.id()).append(' ').append(plain).append('\n');
        }
        Path file = Files.writeString(folder.resolve("automation"), lines);
        float[][] expected = java.process(input, RATE);
        // Offline, as no restart by a processor takes effect there, nor in the oracle.
        assertSame(expected, render(effect.descriptor().id(), input, "--automate", file.toString(), "--block", "random",
            "--seed", "4", "--offline"));
    }

    @Test
    void aSideChainIsHeardAndMonoIsMono() throws IOException {
        BundledEffect effect = TestBundle.arioso().effect("compressor");
        for (int channels = 1; channels <= 2; channels++) {
            float[][] input = noise(channels, 7);
            float[][] key = noise(channels, 8);
            Path side = write("side", key);
            JavaRender java = JavaRender.of(effect).preset(preset(effect, "kick-to-bass-duck"));
            String preset = effect.descriptor().id() + "/kick-to-bass-duck";
            float[][] without = java.sidechain(new float[channels][FRAMES]).process(input, RATE);
            float[][] with = java.sidechain(key).process(input, RATE);
            assertTrue(!Arrays.deepEquals(without, with), "the side-chain makes no difference");
            assertSame(with, render(effect.descriptor().id(), input, "--preset", preset, "--sidechain", side.toString(),
                "--block", "random"));
            assertSame(without, render(effect.descriptor().id(), input, "--preset", preset, "--block", "random"));
        }
    }

    @Test
    void aSavedStateComesBackInAnotherProcessWithTheSameBytesAndTheSameSound() throws IOException {
        BundledEffect effect = TestBundle.arioso().effect("reverb");
        String clap = TestBundle.arioso().clap().toString();
        String id = effect.descriptor().id();
        Parameter changed = automatable(effect).get(5);
        double plain = changed.toPlain(0.77);
        String saved = folder.resolve("saved").toString();
        String again = folder.resolve("again").toString();
        String key = effect.presets().get(3).loadKey();
        host().run("state", clap, id, saved, "--preset", id + "/" + key, "--set", changed.id() + "=" + plain)
            .succeeded();
        host().run("state", clap, id, again, "--state", saved).succeeded();
        assertArrayEquals(Files.readAllBytes(Path.of(saved)), Files.readAllBytes(Path.of(again)));
        float[][] input = noise(2, 9);
        float[][] expected = JavaRender.of(effect).preset(preset(effect, key)).set(changed.id(), plain)
            .process(input, RATE);
        assertSame(expected, render(id, input, "--state", saved));
    }

    @Test
    void eightThreadsSoundLikeOneAfterTheOther() {
        claphost("threads", "reverb", "8");
        claphost("threads", "delay", "8");
    }

    @Test
    void openingAndClosingKeepsOneVirtualMachine() {
        String said = claphost("open-close", "eq", "60").out();
        assertTrue(said.contains("opened 60: ") && said.endsWith("1 machines\n"), said);
        List<String> lines = said.lines().toList();
        assertEquals(count(lines.get(1), "(\\d+) threads"), count(lines.get(lines.size() - 1), "(\\d+) threads"), said);
        assertEquals(count(lines.get(1), "(\\d+) files"), count(lines.get(lines.size() - 1), "(\\d+) files"), said);
    }

    @Test
    void aLatencyThatMovesMakesTheHostActivateAnew() {
        TestBundle bundle = TestBundle.testEffects();
        String said = host().run("restart", bundle.clap().toString(), "io.arioso.test.late", "--set", "latency=200")
            .succeeded().out();
        assertTrue(said.contains("latency 200"), said);
    }

    /** Where Java is missing a DAW still lists the effects, and a project loses nothing. */
    @Test
    void withoutJavaAnEffectSaysWhyPassesSoundThroughAndKeepsTheState() {
        String clap = TestBundle.arioso().clap().toString();
        TestHost javaless = host().withEnvironment("ARIOSO_JAVA_HOME", "none");
        String scanned = javaless.run("scan", clap).succeeded().out();
        assertTrue(scanned.contains("|Arioso EQ (needs Java 17)|"), scanned);
        String said = javaless.run("mute", clap, "io.arioso.eq").succeeded().out();
        assertTrue(said.endsWith("\nJava 17 or newer was not found\n"), said);
    }

    @Test
    void anEditorOpensInTheHostsWindowIsResizedOpensAgainAndFloats() {
        String said = TestHost.installed("xvfb-run").within(Duration.ofSeconds(170))
            .run("-a", host().program().toString(), "editor", TestBundle.arioso().clap().toString(), "io.arioso.limiter")
            .succeeded().out();
        assertEquals(3, said.lines().filter(line -> line.startsWith("shown after ")).count(), said);
    }

    @Test
    void anEffectThatCannotBeMadeSaysWhy() {
        TestBundle bundle = TestBundle.testEffects();
        String said = host().run("mute", bundle.clap().toString(), "io.arioso.test.made-once", "--second")
            .succeeded().out();
        assertTrue(said.contains("this effect can be made once"), said);
    }

    private static TestHost host() {
        return TestHost.compiled("claphost.c").within(Duration.ofSeconds(170));
    }

    private static TestHost.Run claphost(String command, String effect, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command, TestBundle.arioso().clap().toString(),
            TestBundle.arioso().effect(effect).descriptor().id()));
        arguments.addAll(List.of(more));
        return host().run(arguments.toArray(String[]::new)).succeeded();
    }

    private float[][] render(String id, float[][] input, String... more) throws IOException {
        Path out = folder.resolve("out");
        List<String> arguments = new ArrayList<>(List.of("render", TestBundle.arioso().clap().toString(), id, "--in",
            write("in", input).toString(), "--out", out.toString(), "--channels", Integer.toString(input.length),
            "--rate", Integer.toString(RATE)));
        arguments.addAll(List.of(more));
        host().run(arguments.toArray(String[]::new)).succeeded();
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(out)).order(ByteOrder.LITTLE_ENDIAN);
        float[][] rendered = new float[input.length][FRAMES];
        for (int frame = 0; frame < FRAMES; frame++) for (float[] channel : rendered) channel[frame] = bytes.getFloat();
        return rendered;
    }

    private Path write(String name, float[][] audio) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(audio.length * FRAMES * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int frame = 0; frame < FRAMES; frame++) for (float[] channel : audio) bytes.putFloat(channel[frame]);
        return Files.write(folder.resolve(name), bytes.array());
    }

    private static float[][] noise(int channels, long seed) {
        Random random = new Random(seed);
        float[][] audio = new float[channels][FRAMES];
        for (float[] channel : audio) for (int f = 0; f < FRAMES; f++) channel[f] = random.nextFloat() - 0.5f;
        return audio;
    }

    private static Preset preset(BundledEffect effect, String key) throws IOException {
        return Preset.read(TestBundle.arioso().layout(DawFormat.CLAP).resources().resolve("presets")
            .resolve(effect.descriptor().id()).resolve(key + ".json"));
    }

    private static List<Parameter> automatable(BundledEffect effect) {
        PluginLibrary library = new PluginLibrary(Path.of("target", "plugin-copies"));
        try (PluginInstance instance = library.open(effect.descriptor())) {
            return instance.plugin().parameters().list().stream().filter(Parameter::automatable).toList();
        } catch (PluginException broken) {
            throw new AssertionError(broken);
        }
    }

    private static void assertSame(float[][] expected, float[][] actual) {
        for (int channel = 0; channel < expected.length; channel++)
            for (int frame = 0; frame < expected[channel].length; frame++) {
                float java = expected[channel][frame];
                float clap = actual[channel][frame];
                if (Float.floatToRawIntBits(java) != Float.floatToRawIntBits(clap))
                    fail("frame " + frame + " of channel " + channel + ": Java " + java + ", CLAP " + clap);
            }
    }

    private static long count(String line, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(line);
        if (!matcher.find()) return fail(line);
        return Long.parseLong(matcher.group(1));
    }
}
