package io.arioso.host.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.host.plugin.ScanResult.Available;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reliability catalogue F1 to F5, construction: whatever is thrown, the host gets one sentence. */
class ConstructorFaultTest {
    private static final String EVIL = """
        static class Evil extends RuntimeException {
            @Override public String getMessage() { throw new Evil(); }
            @Override public String toString() { throw new Evil(); }
        }
        static class Bidi extends RuntimeException {
            @Override public String getMessage() { return "a\\u202eb\\n" + "x".repeat(1_000_000); }
        }
        static class Bare extends Throwable { }
        static class Poisoned { static final int VALUE = Integer.parseInt("poison"); }
        static int deep(int n) { return deep(n + 1) + 1; }
        static <T extends Throwable> void sneak(Throwable t) throws T { throw (T) t; }
        """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "throw new IllegalStateException(\"why\");         | java.lang.IllegalStateException: why",
        "throw new Error();                                | java.lang.Error",
        "deep(0);                                          | java.lang.StackOverflowError",
        "throw new OutOfMemoryError(\"full\");             | java.lang.OutOfMemoryError: full",
        "Object o = new long[Integer.MAX_VALUE];           | java.lang.OutOfMemoryError",
        "throw new Evil();                                 | com.example.Bad$Evil: its getMessage() fails with",
        "throw new Bidi();                                 | com.example.Bad$Bidi: a\\u202Eb\\u000Axxx",
        "Bad.<RuntimeException>sneak(new Bare());          | com.example.Bad$Bare",
        "System.out.print(Poisoned.VALUE);                 | java.lang.NumberFormatException: For input string: ",
        "throw new LinkageError(\"link\");                 | java.lang.LinkageError: link",
        "throw new ThreadDeath();                          | java.lang.ThreadDeath",
        "parameter(FloatParameter.percent(\"mix\", \"Mix\", 5, 1, 2)); | java.lang.IllegalArgumentException",
        "parameter(FloatParameter.percent(\"mix\", \"Mix\", 0, 1, Double.NaN)); | java.lang.IllegalArgumentException",
    })
    void aFaultInTheConstructorBecomesASentence(String body, String expected) {
        PluginDescriptor plugin = descriptor(EVIL + " public Bad() { " + body + " }");
        PluginLibrary library = new PluginLibrary(folder.resolve("copies"));
        PluginException failure = assertThrows(PluginException.class, () -> library.open(plugin));
        String message = failure.getMessage();
        assertTrue(message.startsWith("com.example.bad@1.0.0 cannot be made: " + expected), message);
        assertTrue(message.length() < 400, "length " + message.length());
        assertTrue(DisplayText.isSafe(message), message);
        assertNull(failure.getCause());
        assertEquals(0, library.loadedJars());
    }

    @Test
    void aDependencyLeftOutOfTheJarIsNamed() {
        String missing = "package com.example; public class Missing { public int value = 1; }";
        PluginJarBuilder complete = new PluginJarBuilder().source(missing)
            .source(PluginSources.effect("com.example.Bad", "com.example.bad", "1.0.0",
                "final int value = new Missing().value;", ""));
        PluginJarBuilder incomplete = new PluginJarBuilder();
        complete.contents().forEach((name, content) -> {
            if (!name.equals("com/example/Missing.class")) incomplete.entry(name, content);
        });
        PluginDescriptor plugin = descriptor(incomplete);
        PluginLibrary library = new PluginLibrary(folder.resolve("copies"));
        PluginException failure = assertThrows(PluginException.class, () -> library.open(plugin));
        assertEquals("com.example.bad@1.0.0 cannot be made: java.lang.NoClassDefFoundError: com/example/Missing",
            failure.getMessage());
    }

    private PluginDescriptor descriptor(String members) {
        return descriptor(new PluginJarBuilder()
            .source(PluginSources.effect("com.example.Bad", "com.example.bad", "1.0.0", members, "")));
    }

    private PluginDescriptor descriptor(PluginJarBuilder jar) {
        ScanResult result = PluginScanner.scan(jar.build(folder.resolve("bad.jar"))).get(0);
        assertTrue(result instanceof Available, () -> result.toString());
        return ((Available) result).plugin();
    }
}
