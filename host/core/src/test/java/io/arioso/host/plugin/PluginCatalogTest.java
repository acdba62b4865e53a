package io.arioso.host.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.host.plugin.ScanResult.Available;
import io.arioso.host.plugin.ScanResult.Broken;
import io.arioso.sdk.PluginCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginCatalogTest {
    private static final byte[] GAIN =
        new PluginJarBuilder().source(PluginSources.gain("com.example.Gain", "com.example.gain", "1.0.0", 0.5)).bytes();

    @TempDir
    Path folder;

    private static PluginDescriptor plugin(String id, String version, String jar) {
        return new PluginDescriptor(id, "Name", "Vendor", version, PluginCategory.OTHER, "", "X", Path.of(jar), "00");
    }

    private static PluginCatalog catalog(PluginDescriptor... plugins) {
        List<ScanResult> results = new ArrayList<>();
        for (PluginDescriptor plugin : plugins) results.add(new Available(plugin));
        Collections.shuffle(results, new Random(7));
        return PluginCatalog.of(results);
    }

    private PluginCatalog scan(Path... places) {
        return PluginCatalog.scan(List.of(places), folder.resolve("cache"));
    }

    private static final PluginCatalog SHOP = catalog(plugin("io.arioso.eq", "1.0.0", "/a.jar"),
        plugin("io.arioso.eq", "1.10.0", "/b.jar"), plugin("io.arioso.eq", "1.9.0", "/c.jar"),
        plugin("io.arioso.eq", "1.10.0-beta.2", "/d.jar"), plugin("io.arioso.delay", "2.0.0", "/e.jar"),
        plugin("com.acme.delay", "1.0.0", "/f.jar"), plugin("com.acme.Fuzz", "1.0.0", "/g.jar"),
        plugin("com.acme.fuzz", "2.0.0", "/h.jar"), plugin("io.arioso.reverb", "1.0.0", "/z.jar"),
        plugin("io.arioso.reverb", "1.0.0", "/y.jar"));

    @ParameterizedTest
    @CsvSource({"eq,/b.jar", "EQ,/b.jar", "io.arioso.eq,/b.jar", "IO.Arioso.Eq,/b.jar", "eq@1.0.0,/a.jar",
        "io.arioso.eq@1.9.0,/c.jar", "eq@1.10.0-beta.2,/d.jar", "io.arioso.delay,/e.jar", "com.acme.Fuzz,/g.jar",
        "com.acme.fuzz,/h.jar", "reverb,/y.jar"})
    void aNameMeansTheHighestVersionThenTheFirstPath(String name, String jar) throws PluginException {
        assertEquals(Path.of(jar), SHOP.find(name).jar());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "delay          | \"delay\" is ambiguous; say which: com.acme.delay, io.arioso.delay",
        "COM.ACME.FUZZ  | \"COM.ACME.FUZZ\" is ambiguous; say which: com.acme.Fuzz, com.acme.fuzz",
        "revreb         | there is no plug-in \"revreb\"; the closest: io.arioso.reverb, com.acme.delay, ",
        "io.arioso.rev  | there is no plug-in \"io.arioso.rev\"; the closest: io.arioso.eq, io.arioso.reverb, ",
        "eq@3.0.0       | there is no version \"3.0.0\" of io.arioso.eq; there is 1.10.0, 1.10.0-beta.2, 1.9.0, 1.0.0",
        "''             | there is no plug-in \"\"",
        "@              | there is no plug-in \"\"",
    })
    void aNameThatFitsNothingOrTooMuchSaysWhatThereIs(String name, String expected) {
        PluginException failure = assertThrows(PluginException.class, () -> SHOP.find(name));
        assertTrue(failure.getMessage().startsWith(expected), failure.getMessage());
    }

    @Test
    void anEmptyCatalogSaysSo() {
        PluginException failure = assertThrows(PluginException.class, () -> catalog().find("x\u202E"));
        assertEquals("there is no plug-in \"x\\u202E\"; no plug-ins were found at all", failure.getMessage());
    }

    @Test
    void allCopiesAreListedInAFixedOrder() {
        assertEquals(List.of("f.jar", "g.jar", "h.jar", "e.jar", "b.jar", "d.jar", "c.jar", "a.jar", "y.jar", "z.jar"),
            SHOP.list().stream().map(plugin -> plugin.jar().getFileName().toString()).toList());
    }

    @Test
    void oneGoodJarAmongBadOnesIsFoundAndTheBadAreListed() throws Exception {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        for (int i = 0; i < 999; i++) Files.write(plugins.resolve("bad" + i + ".jar"), new byte[i]);
        Files.createDirectories(plugins.resolve("deep/er"));
        Files.write(plugins.resolve("deep/er/good.JAR"), GAIN);
        Files.write(plugins.resolve("notes.txt"), GAIN);
        PluginCatalog catalog = scan(plugins, folder.resolve("missing"));
        assertEquals(1, catalog.list().size());
        assertEquals(999, catalog.broken().size());
        assertEquals("com.example.gain", catalog.find("gain").id());
    }

    @Test
    void aJarNamedDirectlyIsScannedAndAMissingOneIsBroken() throws IOException {
        Path effect = Files.write(folder.resolve("effect.zip"), GAIN);
        PluginCatalog catalog = scan(effect, folder.resolve("gone.jar"));
        assertEquals(1, catalog.list().size());
        assertEquals(List.of(new Broken(folder.resolve("gone.jar"), "there is no such file")), catalog.broken());
    }

    @Test
    void aLoopOfLinksEndsAndAJarReachedTwiceCountsOnce() throws IOException {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        Path jar = Files.write(plugins.resolve("gain.jar"), GAIN);
        try {
            Files.createSymbolicLink(plugins.resolve("loop"), plugins);
            Files.createSymbolicLink(plugins.resolve("again.jar"), jar);
            Files.createSymbolicLink(plugins.resolve("dangling.jar"), folder.resolve("nowhere"));
        } catch (UnsupportedOperationException | IOException noLinks) {
            Assumptions.abort("skipped: no symbolic links here: " + noLinks);
        }
        PluginCatalog catalog = scan(plugins, plugins, jar);
        assertEquals(1, catalog.list().size());
        assertEquals(List.of(new Broken(plugins.resolve("dangling.jar"), "there is no such file")), catalog.broken());
    }
}
