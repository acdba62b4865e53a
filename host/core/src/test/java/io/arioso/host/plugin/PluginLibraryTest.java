package io.arioso.host.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.host.plugin.ScanResult.Available;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginLibraryTest {
    private static final byte[] HALF = gain("1.0.0", 0.5);
    private static final byte[] QUARTER = gain("2.0.0", 0.25);

    @TempDir
    Path folder;
    private Path copies;
    private PluginLibrary library;

    @BeforeEach
    void makeLibrary() {
        copies = folder.resolve("copies");
        library = new PluginLibrary(copies);
    }

    private static byte[] gain(String version, double factor) {
        String source = PluginSources.gain("com.example.Gain", "com.example.gain", version, factor);
        return new PluginJarBuilder().source(source).bytes();
    }

    private static byte[] counter(String version) {
        return new PluginJarBuilder().source(PluginSources.effect("com.example.Counter", "com.example.counter", version,
            "static int made; final int number = ++made;", "samples[i] = number;")).bytes();
    }

    private PluginDescriptor jar(String name, byte[] content) throws IOException {
        List<ScanResult> results = PluginScanner.scan(Files.write(folder.resolve(name), content));
        return assertAvailable(results);
    }

    private static PluginDescriptor assertAvailable(List<ScanResult> results) {
        assertEquals(1, results.size());
        assertTrue(results.get(0) instanceof Available, () -> results.toString());
        return ((Available) results.get(0)).plugin();
    }

    @Test
    void twoVersionsOfOneClassSoundSideBySide() throws Exception {
        PluginDescriptor half = jar("half.jar", HALF);
        PluginDescriptor quarter = jar("quarter.jar", QUARTER);
        try (PluginInstance first = library.open(half); PluginInstance second = library.open(quarter);
             PluginInstance third = library.open(half)) {
            assertEquals(0.5f, Sound.of(first));
            assertEquals(0.25f, Sound.of(second));
            assertEquals(0.5f, Sound.of(third));
            assertNotSame(first.plugin().getClass(), second.plugin().getClass());
            assertSame(first.plugin().getClass(), third.plugin().getClass());
            assertEquals(2, library.loadedJars());
        }
        assertEquals(0, library.loadedJars());
    }

    @Test
    void staticStateIsSharedWithinAJarAndNotBetweenJars() throws Exception {
        PluginDescriptor one = jar("one.jar", counter("1.0.0"));
        PluginDescriptor other = jar("other.jar", counter("1.0.1"));
        try (PluginInstance first = library.open(one); PluginInstance second = library.open(one);
             PluginInstance foreign = library.open(other)) {
            assertEquals(1, Sound.of(first));
            assertEquals(2, Sound.of(second));
            assertEquals(1, Sound.of(foreign));
        }
        try (PluginInstance anew = library.open(one)) {
            assertEquals(1, Sound.of(anew), "the jar was unloaded in between");
        }
    }

    @Test
    void aJarCanBeReplacedAndDeletedWhileItIsLoaded() throws Exception {
        PluginDescriptor plugin = jar("late.jar", new PluginJarBuilder().source(PluginSources.effect("com.example.Lazy",
            "com.example.lazy", "1.0.0", "static class Late { static float value() { return 7; } }",
            "samples[i] = Late.value();")).bytes());
        try (PluginInstance instance = library.open(plugin)) {
            Files.write(plugin.jar(), QUARTER);
            Files.delete(plugin.jar());
            assertEquals(7, Sound.of(instance), "a class that is loaded only now");
            try (PluginInstance second = library.open(plugin)) {
                assertEquals(7, Sound.of(second));
            }
        }
        try (PluginInstance again = library.open(plugin)) {
            assertEquals(7, Sound.of(again), "from the copy, for the original is gone");
        }
    }

    @Test
    void aJarThatChangedSinceTheScanIsNotLoaded() throws Exception {
        PluginDescriptor plugin = jar("gain.jar", HALF);
        Files.write(plugin.jar(), QUARTER);
        PluginException refused = assertThrows(PluginException.class, () -> library.open(plugin));
        assertTrue(refused.getMessage().contains("has changed since it was scanned"), refused.getMessage());
        assertEquals("com.example.gain", refused.pluginId());
        assertEquals(0, library.loadedJars());
        assertEquals(List.of(), names(copies));
    }

    @Test
    void aMissingJarIsNamed() throws Exception {
        PluginDescriptor plugin = jar("gain.jar", HALF);
        Files.delete(plugin.jar());
        PluginException refused = assertThrows(PluginException.class, () -> library.open(plugin));
        assertTrue(refused.getMessage().contains(plugin.jar().toString()), refused.getMessage());
    }

    @Test
    void aCopyIsTrustedOnlyWhileItsContentIsWhatItsNameSays() throws Exception {
        PluginDescriptor plugin = jar("gain.jar", HALF);
        Files.createDirectories(copies);
        Path copy = copies.resolve(plugin.sha256() + ".jar");
        Files.write(copy, QUARTER);
        try (PluginInstance instance = library.open(plugin)) {
            assertEquals(0.5f, Sound.of(instance));
        }
        assertEquals(List.of(copy.getFileName().toString()), names(copies));
    }

    @Test
    void copiesThatNobodyUsedForALongTimeGoWhenAnotherIsMade() throws Exception {
        PluginDescriptor half = jar("half.jar", HALF);
        library.open(half).close();
        Path used = copies.resolve(half.sha256() + ".jar");
        FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
        for (String name : List.of("old.jar", "left.tmp", "scan.tsv"))
            Files.setLastModifiedTime(Files.writeString(copies.resolve(name), "x"), longAgo);
        Files.setLastModifiedTime(used, longAgo);
        library.open(half).close();
        PluginDescriptor quarter = jar("quarter.jar", QUARTER);
        library.open(quarter).close();
        assertEquals(Set.of(half.sha256() + ".jar", quarter.sha256() + ".jar", "scan.tsv"), Set.copyOf(names(copies)));
    }

    @Test
    void withoutAWritableCacheCopiesGoToATemporaryFolder() throws Exception {
        PluginDescriptor plugin = jar("gain.jar", HALF);
        Path blocked = Files.writeString(folder.resolve("a-file"), "x").resolve("plugins");
        PluginLibrary homeless = new PluginLibrary(blocked);
        try (PluginInstance instance = homeless.open(plugin)) {
            assertEquals(0.5f, Sound.of(instance));
        }
    }

    @Test
    void theConstructorSeesItsLoaderAsContextAndTheCallersIsRestored() throws Exception {
        PluginDescriptor plugin = jar("context.jar", new PluginJarBuilder().source(PluginSources.effect(
            "com.example.Context", "com.example.context", "1.0.0", """
                final boolean own = Thread.currentThread().getContextClassLoader() == getClass().getClassLoader();
                public Context() { Thread.currentThread().setContextClassLoader(null); }
                """, "samples[i] = own ? 1 : 0;")).bytes());
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (PluginInstance instance = library.open(plugin)) {
            assertSame(before, Thread.currentThread().getContextClassLoader());
            assertEquals(1, Sound.of(instance));
        }
        assertSame(before, Thread.currentThread().getContextClassLoader());
    }

    @Test
    void aClosedInstanceKeepsItsDescriptorAndNothingElse() throws Exception {
        PluginDescriptor plugin = jar("gain.jar", HALF);
        PluginInstance instance = library.open(plugin);
        instance.close();
        instance.close();
        assertEquals(plugin, instance.descriptor());
        assertThrows(IllegalStateException.class, instance::plugin);
        assertEquals(0, library.loadedJars());
    }

    @Test
    void aPluginThatFailsToCloseIsUnloadedAllTheSame() throws Exception {
        PluginDescriptor plugin = jar("stubborn.jar", new PluginJarBuilder().source(PluginSources.effect(
            "com.example.Stubborn", "com.example.stubborn", "1.0.0",
            "@Override public void close() { throw new StackOverflowError(\"no\"); }", "")).bytes());
        library.open(plugin).close();
        assertEquals(0, library.loadedJars());
    }

    @Test
    void aPluginExceptionHoldsTextOnly() throws Exception {
        PluginDescriptor plugin = jar("bad.jar", new PluginJarBuilder().source(PluginSources.effect("com.example.Bad",
            "com.example.bad", "1.0.0", "public Bad() { throw new IllegalStateException(\"no licence\"); }", ""))
            .bytes());
        PluginException failure = assertThrows(PluginException.class, () -> library.open(plugin));
        assertEquals("com.example.bad@1.0.0 cannot be made: java.lang.IllegalStateException: no licence",
            failure.getMessage());
        assertNull(failure.getCause());
        assertEquals(0, failure.getSuppressed().length);
        assertEquals(0, library.loadedJars());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
