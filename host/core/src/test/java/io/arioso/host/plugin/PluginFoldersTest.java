package io.arioso.host.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PluginFoldersTest {
    private static final Path HOME = Path.of("/home/ada").toAbsolutePath();
    private static final Path INSTALLED = Path.of("/opt/arioso").toAbsolutePath();

    @Test
    void withoutAnyVariableTheDistributionComesFirstThenTheHome() {
        assertEquals(List.of(INSTALLED.resolve("plugins"), HOME.resolve(".local/share/arioso/plugins")),
            PluginFolders.standard(INSTALLED, Map.of(), HOME));
        assertEquals(HOME.resolve(".cache/arioso/plugins"), PluginFolders.cache(Map.of(), HOME));
    }

    @Test
    void theVariablesOfTheDesktopSpecificationCount() {
        Path data = Path.of("/data").toAbsolutePath();
        Map<String, String> environment = Map.of("XDG_DATA_HOME", data.toString(), "XDG_CACHE_HOME", data.toString());
        assertEquals(data.resolve("arioso/plugins"), PluginFolders.standard(INSTALLED, environment, HOME).get(1));
        assertEquals(data.resolve("arioso/plugins"), PluginFolders.cache(environment, HOME));
    }

    @Test
    void relativeAndEmptyEntriesNeverMeanTheCurrentFolder() {
        Path more = Path.of("/more/plugins").toAbsolutePath();
        String path = String.join(File.pathSeparator, "", ".", "plugins", "../x", "\0", more.toString(), "");
        List<Path> folders = PluginFolders.standard(Path.of("."),
            Map.of("ARIOSO_PLUGIN_PATH", path, "XDG_DATA_HOME", "data", "XDG_CACHE_HOME", ""), HOME);
        assertEquals(List.of(HOME.resolve(".local/share/arioso/plugins"), more), folders.subList(1, 3));
        assertEquals(3, folders.size());
        assertTrue(folders.stream().allMatch(Path::isAbsolute), () -> folders.toString());
    }

    @Test
    void theStandardPathIsMadeOfTheRealEnvironment() {
        assertEquals(INSTALLED.resolve("plugins"), PluginFolders.standard(INSTALLED).get(0));
        assertTrue(PluginFolders.cache().isAbsolute());
    }
}
