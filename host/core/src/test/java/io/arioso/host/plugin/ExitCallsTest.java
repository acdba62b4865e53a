package io.arioso.host.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reliability catalogue F14 and B14. A failure here ends the tests' virtual machine, which the build reports. */
class ExitCallsTest {
    private static final String HEAD = "package com.example; import java.util.function.*; ";

    @TempDir
    Path folder;

    private static PluginJarBuilder jarOf(String source) {
        return new PluginJarBuilder().source(HEAD + source);
    }

    private Object run(String source) throws IOException, ReflectiveOperationException {
        try (PluginClassLoader loader = new PluginClassLoader(jarOf(source).build(folder.resolve("test.jar")))) {
            return Class.forName("com.example.Test", true, loader).getMethod("run").invoke(null);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "System.exit(3);",
        "Runtime.getRuntime().exit(3);",
        "Runtime.getRuntime().halt(3);",
        "IntConsumer exit = System::exit; exit.accept(3);",
        "IntConsumer exit = Runtime.getRuntime()::halt; exit.accept(3);",
        "BiConsumer<Runtime, Integer> exit = Runtime::exit; exit.accept(Runtime.getRuntime(), 3);",
        "Runnable exit = () -> System.exit(3); exit.run();",
        "for (int i = 0; i < 9; i++) if (i == 5) System.exit(i); else if (i == 7) Runtime.getRuntime().exit(i);"})
    void aPluginCannotEndTheProcessByMistake(String code) {
        InvocationTargetException thrown = assertThrows(InvocationTargetException.class,
            () -> run("public class Test { public static void run() { " + code + " } }"));
        assertEquals("java.lang.IllegalStateException: an effect may not end the program that it runs in",
            thrown.getCause().toString());
    }

    @Test
    void aDefaultMethodOfAnInterfaceCannotEither() {
        assertThrows(InvocationTargetException.class, () -> run("public class Test { interface Ends {"
            + " default void end() { System.exit(3); } } public static void run() { new Ends() { }.end(); } }"));
    }

    @Test
    void anEffectsOwnMethodsOfThatNameAreLeftAlone() throws IOException, ReflectiveOperationException {
        assertEquals(10, run("public class Test { static int exit(int i) { return i + 1; } static void halt(int i) { }"
            + " public static Object run() { halt(1); IntUnaryOperator own = Test::exit;"
            + " return exit(4) + own.applyAsInt(4); } }"));
    }

    @Test
    void whatFollowsACallThatIsNotReachedRunsAsBefore() throws IOException, ReflectiveOperationException {
        assertEquals("done 3", run("public class Test { public static Object run() { int count = 0;"
            + " for (int i = 0; i < 3; i++) { if (count > 5) System.exit(1); count++; }"
            + " return \"done \" + count; } }"));
    }

    @Test
    void aClassWithoutSuchACallIsDefinedByteForByte() {
        Map<String, byte[]> classes = jarOf("public class Test { static void exit(int i) { }"
            + " public static void run() { exit(1); } } class Plain { int halt; }").contents();
        for (byte[] classFile : classes.values()) assertSame(classFile, ExitCalls.replaced(classFile));
        byte[] exiting = jarOf("public class Test { void run() { System.exit(1); } }").contents()
            .get("com/example/Test.class");
        assertNotSame(exiting, ExitCalls.replaced(exiting));
    }

    @Test
    void aDamagedClassFileIsLeftToTheVirtualMachine() {
        byte[] exiting = jarOf("public class Test { void run() { System.exit(1); } }").contents()
            .get("com/example/Test.class");
        for (int length = 0; length < exiting.length; length += 7) {
            byte[] cut = Arrays.copyOf(exiting, length);
            assertSame(cut, ExitCalls.replaced(cut));
        }
    }
}
