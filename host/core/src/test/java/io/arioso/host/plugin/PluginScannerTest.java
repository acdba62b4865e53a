package io.arioso.host.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.host.plugin.ScanResult.Available;
import io.arioso.host.plugin.ScanResult.Broken;
import io.arioso.sdk.PluginCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** What is read from good jars, and why a bad declaration is refused: F18, F22. */
class PluginScannerTest extends ScanFixture {

    @Test
    void everyMemberOfTheAnnotationIsReadWithoutRunningTheClass() throws IOException {
        PluginDescriptor plugin = available(new PluginJarBuilder().source(PluginSources.plugin("com.example.Gain",
            "@PluginInfo(id = \"com.example.gain\", name = \"Gäin ♫\", vendor = \"Example & Söhne\","
                + " version = \"1.2.3-beta.4\", category = PluginCategory.REVERB, description = \"Louder.\")",
            "static { if (true) throw new IllegalStateException(\"it ran\"); }", "")));
        assertEquals(new PluginDescriptor("com.example.gain", "Gäin ♫", "Example & Söhne", "1.2.3-beta.4",
            PluginCategory.REVERB, "Louder.", "com.example.Gain", folder.resolve("test.jar"), plugin.sha256()), plugin);
        assertEquals(Sha256.of(Files.newInputStream(folder.resolve("test.jar"))), plugin.sha256());
        assertEquals("gain", plugin.shortName());
        assertEquals("com.example.gain@1.2.3-beta.4", plugin.coordinate());
    }

    @Test
    void leftOutMembersHaveTheirDefaults() {
        PluginDescriptor plugin = available(annotated(INFO));
        assertEquals(PluginCategory.OTHER, plugin.category());
        assertEquals("", plugin.description());
    }

    @Test
    void aJarMayHoldSeveralPlugins() {
        List<ScanResult> results = scan(new PluginJarBuilder()
            .source(PluginSources.gain("com.example.Loud", "com.example.loud", "1.0.0", 2))
            .source(PluginSources.gain("com.example.Broken", "nonsense", "1.0.0", 2))
            .source(PluginSources.gain("com.example.Soft", "com.example.soft", "1.0.0", 0.5)));
        assertEquals(3, results.size());
        assertTrue(results.get(0) instanceof Broken);
        assertEquals("com.example.loud", ((Available) results.get(1)).plugin().id());
        assertEquals("com.example.soft", ((Available) results.get(2)).plugin().id());
    }

    @Test
    void twoClassesOfOneJarCannotShareAnId() {
        List<ScanResult> results = scan(new PluginJarBuilder()
            .source(PluginSources.gain("com.example.A", "com.example.same", "1.0.0", 2))
            .source(PluginSources.gain("com.example.B", "com.example.same", "1.0.0", 2)));
        assertTrue(results.get(0) instanceof Available);
        assertEquals("com.example.B has the id com.example.same of com.example.A", ((Broken) results.get(1)).reason());
    }

    @Test
    void aPluginMayInheritThroughItsOwnClassesAndBeNested() {
        assertEquals("com.example.Outer$Gain", available(new PluginJarBuilder()
            .source("package com.example; public abstract class Base<T> extends io.arioso.sdk.AudioEffect {}")
            .source("package com.example; import io.arioso.sdk.*; class Outer { " + INFO
                + " public static class Gain extends Base<String> implements java.io.Serializable {"
                + " public AudioProcessor prepare(ProcessSetup s) { return c -> {}; } } }")).className());
    }

    @Test
    void nestedJarsAndBadManifestsDoNotMatter() {
        PluginJarBuilder jar = annotated(INFO);
        byte[] nested = annotated(INFO.replace("gain", "inner")).bytes();
        for (String manifest : List.of("", "nonsense", "\0\uD7FF", "A: 1\nA: 2\n\n", "Class-Path: \n \n \n")) {
            jar.entry("META-INF/MANIFEST.MF", manifest).entry("lib/inner.jar", nested);
            assertEquals("com.example.gain", available(jar).id());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-a-jar.txt", "missing.jar", "folder.jar"})
    void whatIsNoJarIsBrokenAndNoException(String name) throws IOException {
        Files.createDirectories(folder.resolve("folder.jar"));
        Files.writeString(folder.resolve("not-a-jar.txt"), "hello");
        List<ScanResult> results = PluginScanner.scan(folder.resolve(name));
        assertEquals(1, results.size());
        assertTrue(results.get(0) instanceof Broken);
        assertEquals(folder.resolve(name), results.get(0).jar());
    }

    @Test
    void aJarWithoutPluginSaysSo() {
        String uses = "package com.example; class User { boolean ask(Class<?> c) {"
            + " return c.isAnnotationPresent(io.arioso.sdk.PluginInfo.class); } }";
        assertEquals("there is no plug-in in it: no class has @PluginInfo",
            reason(new PluginJarBuilder().source(uses)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "id = \"com.example.gain\"      | id = \"gain\"                | id \"gain\" is not in reverse-domain form",
        "id = \"com.example.gain\"      | id = \"com..gain\"           | reverse-domain form",
        "id = \"com.example.gain\"      | id = \"com.example.gain/..\" | reverse-domain form",
        "id = \"com.example.gain\"      | id = \"com.example.gain \"   | reverse-domain form",
        "id = \"com.example.gain\"      | id = \"\"                    | id is empty",
        "name = \"Gain\"                | name = \" \"                 | name is empty",
        "name = \"Gain\"                | name = \"a\\tb\"             | name \"a\\u0009b\" contains control or bidi",
        "name = \"Gain\"                | name = \"\\u202Egnp.exe\"    | name \"\\u202Egnp.exe\" contains control",
        "name = \"Gain\"                | name = \"\\ud800\"           | contains control or bidi",
        "vendor = \"Example\"           | vendor = \"\\u2066x\"        | vendor \"\\u2066x\" contains control or bidi",
        "version = \"1.0.0\"            | version = \"1.0\"            | version \"1.0\" is not major.minor.patch",
        "version = \"1.0.0\"            | version = \"1.0.0.\"         | is not major.minor.patch",
        "version = \"1.0.0\"            | version = \"1.0.9999999999\" | is not major.minor.patch",
    })
    void badTextsAreRefusedAndShownEscaped(String good, String bad, String expected) {
        assertContains(expected, reason(annotated(INFO.replace(good, bad))));
    }

    @Test
    void endlessTextsAreRefusedAndShownShort() {
        for (String member : List.of("Gain\"", "Example\"", "1.0.0\"", "com.example.gain\"")) {
            String reason = reason(annotated(INFO.replace(member, "x".repeat(60_000) + "\"")));
            assertContains("has 60000 characters, more than ", reason);
            assertTrue(reason.length() < 200, reason);
        }
    }

    @ParameterizedTest
    @CsvSource({"id,id is missing", "name,name is missing", "vendor,vendor is missing", "version,version is missing"})
    void missingMembersAreNamed(String member, String expected) {
        assertContains("@PluginInfo " + expected, reason(new PluginJarBuilder().entry("com/example/Gain.class",
            handMade(annotation -> { }, member))));
    }

    @Test
    void membersOfAnotherTypeAreNamed() {
        assertContains("@PluginInfo name is not a text", reason(new PluginJarBuilder().entry("com/example/Gain.class",
            handMade(annotation -> annotation.visit("name", 5), "name"))));
        assertContains("@PluginInfo name is missing", reason(new PluginJarBuilder().entry("com/example/Gain.class",
            handMade(annotation -> annotation.visitArray("name").visitEnd(), "name"))));
    }

    @Test
    void aCategoryOfAYoungerSdkCountsAsOther() {
        assertEquals(PluginCategory.OTHER, available(new PluginJarBuilder().entry("com/example/Gain.class",
            handMade(annotation -> annotation.visitEnum("category", "Lio/arioso/sdk/PluginCategory;", "SPECTRAL"),
                ""))).category());
    }

    @Test
    void annotationsNestedWithoutEndAreDamage() {
        byte[] bomb = handMade(annotation -> {
            Deque<AnnotationVisitor> open = new ArrayDeque<>(List.of(annotation));
            for (int depth = 0; depth < 200_000; depth++) open.push(open.element().visitArray("x"));
            while (open.size() > 1) open.pop().visitEnd();
        }, "");
        assertContains("Gain.class is a damaged class file",
            reason(new PluginJarBuilder().entry("com/example/Gain.class", bomb)));
    }

    /** A class that no compiler would write: the annotation lacks a member, then gets something of the test's own. */
    private static byte[] handMade(Consumer<AnnotationVisitor> extra, String left) {
        ClassWriter type = new ClassWriter(0);
        type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "com/example/Gain", null, "io/arioso/sdk/AudioEffect", null);
        AnnotationVisitor annotation = type.visitAnnotation(ClassFileReader.PLUGIN_INFO, true);
        Map<String, String> members =
            Map.of("id", "com.example.gain", "name", "Gain", "vendor", "Example", "version", "1.0.0");
        members.forEach((member, value) -> {
            if (!member.equals(left)) annotation.visit(member, value);
        });
        extra.accept(annotation);
        annotation.visitEnd();
        type.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null).visitEnd();
        type.visitEnd();
        return type.toByteArray();
    }
}
