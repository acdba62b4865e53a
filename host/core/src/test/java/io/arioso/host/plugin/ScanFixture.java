package io.arioso.host.plugin;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.host.plugin.ScanResult.Available;
import io.arioso.host.plugin.ScanResult.Broken;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What tests of the scanner share: a jar, and the one answer to it. */
abstract class ScanFixture {
    static final String INFO =
        "@PluginInfo(id = \"com.example.gain\", name = \"Gain\", vendor = \"Example\", version = \"1.0.0\")";

    @TempDir
    Path folder;

    final List<ScanResult> scan(PluginJarBuilder jar) {
        return PluginScanner.scan(jar.build(folder.resolve("test.jar")));
    }

    final PluginDescriptor available(PluginJarBuilder jar) {
        List<ScanResult> results = scan(jar);
        assertTrue(results.size() == 1 && results.get(0) instanceof Available, () -> results.toString());
        return ((Available) results.get(0)).plugin();
    }

    final String reason(PluginJarBuilder jar) {
        List<ScanResult> results = scan(jar);
        assertTrue(results.size() == 1 && results.get(0) instanceof Broken, () -> results.toString());
        String reason = ((Broken) results.get(0)).reason();
        assertTrue(DisplayText.isSafe(reason), reason);
        return reason;
    }

    static void assertContains(String part, String text) {
        assertTrue(text.contains(part), () -> "\"" + part + "\" is not in: " + text);
    }

    static PluginJarBuilder annotated(String annotation) {
        return new PluginJarBuilder().source(PluginSources.plugin("com.example.Gain", annotation, "", ""));
    }
}
