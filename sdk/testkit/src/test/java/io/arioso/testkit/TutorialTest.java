package io.arioso.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.state.PluginState;
import io.arioso.sdk.state.StateValue;
import io.arioso.testkit.signal.Signals;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial's examples compile, keep the contract and do what the page says. */
class TutorialTest {
    /** Starts a virtual machine for each plug-in. */
    private static final String SLOW_RULE = "V58";

    @TempDir
    private static Path folder;
    private static List<Tutorial.JavaFile> files;
    private static Path classes;
    private static URLClassLoader loader;

    @BeforeAll
    static void compileEveryBlock() throws IOException {
        files = Tutorial.javaFiles();
        classes = Files.createDirectory(folder.resolve("classes"));
        SourceCompiler.compile(files, classes);
        loader = loader(classes);
    }

    @AfterAll
    static void close() throws IOException {
        loader.close();
    }

    /** Looks into the folder or jar before the class path of this test, which has a Gain of its own. */
    private static URLClassLoader loader(Path place) throws IOException {
        return new URLClassLoader(new URL[] {place.toUri().toURL()}, TutorialTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (!name.startsWith("com.example.")) return super.loadClass(name, resolve);
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        };
    }

    private static AudioPlugin make(ClassLoader from, String className) {
        try {
            return (AudioPlugin) from.loadClass(className).getConstructor().newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new AssertionError(className + " cannot be made", failure);
        }
    }

    private static AudioPlugin exampleWith(String text) {
        for (Tutorial.JavaFile file : files)
            if (file.example() && file.source().contains(text)) return make(loader, file.className());
        throw new AssertionError("tutorial: no example contains \"" + text + "\"");
    }

    private static String compact(String source) {
        return source.substring(source.indexOf("@PluginInfo")).strip();
    }

    @Test
    void thePageShowsTheGainThatIsTestedHere() throws IOException {
        String tested = Files.readString(Path.of("src", "test", "java", "com", "example", "Gain.java"));
        assertEquals(tested, Tutorial.blocks("java").get(0));
        String contract = Files.readString(Path.of("src", "test", "java", "com", "example", "GainContractTest.java"));
        assertEquals(contract, Tutorial.blocks("java").get(1));
    }

    @Test
    void theJavadocOfAudioEffectShowsTheSameGain() throws IOException {
        String source =
            Files.readString(Path.of("..", "api", "src", "main", "java", "io", "arioso", "sdk", "AudioEffect.java"));
        String shown = source.substring(source.indexOf("<pre>{@code") + 11, source.indexOf("}</pre>"))
            .replaceAll("(?m)^ \\* ?", "");
        assertEquals(compact(Tutorial.blocks("java").get(0)), compact(shown));
    }

    @Test
    void thePomAsksForTheVersionsOfThisBuild() throws IOException {
        String pom = Tutorial.blocks("xml").get(0);
        String root = Files.readString(Path.of("..", "..", "pom.xml"));
        String version = between(root, "<version>", "</version>");
        assertEquals(2, pom.split("<version>" + version + "</version>", -1).length - 1, pom);
        for (String plugin : List.of("maven-compiler-plugin", "maven-surefire-plugin"))
            assertEquals(versionOf(root, plugin), versionOf(pom, plugin), plugin);
    }

    private static String versionOf(String pom, String plugin) {
        return between(pom.substring(pom.indexOf("<artifactId>" + plugin)), "<version>", "</version>");
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf(to, start));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleThatMakesSoundKeepsTheContract() {
        return files.stream().filter(Tutorial.JavaFile::sounding).flatMap(file -> {
            PluginUnderTest plugin = PluginUnderTest.of(() -> make(loader, file.className()))
                .zipperBoundDb("cutoff", -70);
            return ContractRules.all().stream().filter(rule -> !rule.number().equals(SLOW_RULE))
                .map(rule -> DynamicTest.dynamicTest(file.className() + " " + rule.title(), () -> keeps(rule, plugin)));
        });
    }

    private static void keeps(ContractRule rule, PluginUnderTest plugin) {
        try {
            rule.verify(plugin);
        } catch (RuleNotApplicable nothingToCheck) {
            assertTrue(nothingToCheck.getMessage().length() > 0);
        }
    }

    @Test
    void theGainBecomesAJarThatALoaderFindsAndAHostRuns() throws IOException {
        Path jar = folder.resolve("my-gain-1.0.jar");
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream zip = new JarOutputStream(out);
                Stream<Path> all = Files.list(classes.resolve("com/example"))) {
            for (Path file : all.filter(path -> path.getFileName().toString().startsWith("Gain.")).toList()) {
                zip.putNextEntry(new JarEntry("com/example/" + file.getFileName()));
                Files.copy(file, zip);
            }
        }
        try (URLClassLoader fromJar = loader(jar)) {
            assertEquals("com.example.gain",
                make(fromJar, "com.example.Gain").getClass().getAnnotation(PluginInfo.class).id());
            float[] noise = Signals.white(4800, 1, 0.5);
            float[][] output = PluginHarness.of(() -> make(fromJar, "com.example.Gain")).render(noise, noise);
            assertArrayEquals(noise, output[0]);
        }
    }

    @Test
    void theMigrationTurnsAFactorIntoDecibels() {
        AudioPlugin plugin = exampleWith("migrate(");
        plugin.load(plugin.migrate(PluginState.builder("1.4.2").value("volume", 0.5).build()));
        assertEquals(-6.0206, plugin.parameters().get("gain").plain(), 1e-4);
        plugin.load(plugin.migrate(PluginState.builder("1.0.0").value("volume", 0).build()));
        assertEquals(-60, plugin.parameters().get("gain").plain());
        assertEquals(new StateValue.Number(-60), plugin.save().values().get("gain"));
        assertTrue(!plugin.save().values().containsKey("volume"));
    }

    @Test
    void theBlobIsSavedAndLoadedAndForgotten() {
        AudioPlugin plugin = exampleWith("handlesBlob");
        PluginState state =
            PluginState.builder("2.0.0").blob("curve", new byte[] {1, 2, 3}).blob("other", new byte[] {9}).build();
        plugin.load(state);
        assertArrayEquals(new byte[] {1, 2, 3}, plugin.save().blob("curve"));
        assertArrayEquals(new byte[] {9}, plugin.save().blob("other"));
        plugin.load(PluginState.builder("2.0.0").build());
        assertEquals(0, plugin.save().blob("curve").length);
    }

    @Test
    void theShorthandSetsBothOrNeither() {
        AudioPlugin plugin = exampleWith("new Shorthand(");
        plugin.shorthands().get(0).apply().accept("2,5k/-3 dB");
        assertEquals(2500, plugin.parameters().get("frequency").plain());
        assertEquals(-3, plugin.parameters().get("gain").plain());
        assertThrows(IllegalArgumentException.class, () -> plugin.shorthands().get(0).apply().accept("50/-300"));
        assertEquals(2500, plugin.parameters().get("frequency").plain());
        assertEquals("band: \"50\" lacks a gain, as in 1kHz/-3dB", assertThrows(IllegalArgumentException.class,
            () -> plugin.shorthands().get(0).apply().accept("50")).getMessage());
    }

    @Test
    void theTextsOfTheParameterSectionAreUnderstood() {
        AudioPlugin plugin = exampleWith("enum Colour");
        assertEquals(1500, plugin.parameters().get("cutoff").parse("1.5 kHz"));
        assertEquals(1500, plugin.parameters().get("cutoff").parse("1,5k"));
        assertEquals(440, plugin.parameters().get("cutoff").parse("a4"));
        assertEquals(250, plugin.parameters().get("hold_ms").parse("0,25 s"));
    }
}
