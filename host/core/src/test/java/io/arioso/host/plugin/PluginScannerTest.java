package io.arioso.host.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.host.plugin.ScanResult.Available;
import io.arioso.host.plugin.ScanResult.Broken;
import io.arioso.sdk.PluginCategory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** What is read from good jars, and why jars with a bad declaration or bad classes are refused: F18, F19, F22. */
class PluginScannerTest {
    private static final String INFO =
        "@PluginInfo(id = \"com.example.gain\", name = \"Gain\", vendor = \"Example\", version = \"1.0.0\")";

    @TempDir
    Path folder;

    private List<ScanResult> scan(PluginJarBuilder jar) {
        return PluginScanner.scan(jar.build(folder.resolve("test.jar")));
    }

    private PluginDescriptor available(PluginJarBuilder jar) {
        List<ScanResult> results = scan(jar);
        assertTrue(results.size() == 1 && results.get(0) instanceof Available, () -> results.toString());
        return ((Available) results.get(0)).plugin();
    }

    private String reason(PluginJarBuilder jar) {
        List<ScanResult> results = scan(jar);
        assertTrue(results.size() == 1 && results.get(0) instanceof Broken, () -> results.toString());
        String reason = ((Broken) results.get(0)).reason();
        assertTrue(DisplayText.isSafe(reason), reason);
        return reason;
    }

    private static void assertContains(String part, String text) {
        assertTrue(text.contains(part), () -> "\"" + part + "\" is not in: " + text);
    }

    private static PluginJarBuilder annotated(String annotation) {
        return new PluginJarBuilder().source(PluginSources.plugin("com.example.Gain", annotation, "", ""));
    }

    @Test
    void everyMemberOfTheAnnotationIsReadWithoutRunningTheClass() throws IOException {
        PluginDescriptor plugin = available(new PluginJarBuilder().source(PluginSources.plugin("com.example.Gain",
            "@PluginInfo(id = \"com.example.gain\", name = \"Gäin ♫\", vendor = \"Example & Söhne\", version = \"1.2.3-beta.4\","
                + " category = PluginCategory.REVERB, description = \"Louder.\")",
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
        assertEquals("there is no plug-in in it: no class has @PluginInfo", reason(new PluginJarBuilder().source(uses)));
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
        "name = \"Gain\"                | name = \"\\u202Egnp.exe\"    | name \"\\u202Egnp.exe\" contains control or bidi",
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
        assertContains("Gain.class is a damaged class file", reason(new PluginJarBuilder().entry("com/example/Gain.class", bomb)));
    }

    /** A class that no compiler would write: the annotation lacks a member, then gets something of the test's own. */
    private static byte[] handMade(Consumer<AnnotationVisitor> extra, String left) {
        ClassWriter type = new ClassWriter(0);
        type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "com/example/Gain", null, "io/arioso/sdk/AudioEffect", null);
        AnnotationVisitor annotation = type.visitAnnotation(ClassFileReader.PLUGIN_INFO, true);
        Map.of("id", "com.example.gain", "name", "Gain", "vendor", "Example", "version", "1.0.0").forEach((member, value) -> {
            if (!member.equals(left)) annotation.visit(member, value);
        });
        extra.accept(annotation);
        annotation.visitEnd();
        type.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null).visitEnd();
        type.visitEnd();
        return type.toByteArray();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "abstract class Gain extends AudioEffect { }                           | com.example.Gain is not public",
        "public abstract class Gain extends AudioEffect { }                    | com.example.Gain is abstract",
        "public interface Gain extends AudioPlugin { }                         | com.example.Gain is an interface",
        "public class Gain { }                     | com.example.Gain does not implement io.arioso.sdk.AudioPlugin",
        "public enum Gain { }                                                  | has no public constructor",
        "public class Gain extends AudioEffect { Gain() { } #P }               | has no public constructor without",
        "public class Gain extends AudioEffect { public Gain(int i) { } #P }   | has no public constructor without",
        "public class Gain extends AudioEffect { private Gain() { } #P }       | has no public constructor without",
    })
    void aClassThatNobodyCanInstantiateIsRefused(String declaration, String expected) {
        String prepare = "public AudioProcessor prepare(ProcessSetup s) { return c -> {}; }";
        assertContains(expected, reason(new PluginJarBuilder().source("package com.example; import io.arioso.sdk.*; "
            + INFO + declaration.replace("#P", prepare))));
    }

    @ParameterizedTest
    @CsvSource({"public,is an inner class and not static", "private static,is not public", "protected static,is not public",
        "static,is not public"})
    void aNestedClassMustBePublicAndStatic(String modifiers, String expected) {
        assertContains(expected, reason(new PluginJarBuilder().source("package com.example; import io.arioso.sdk.*; "
            + "public class Outer { " + INFO + modifiers + " class Gain extends AudioEffect { public Gain() {}"
            + " public AudioProcessor prepare(ProcessSetup s) { return c -> {}; } } }")));
    }

    @Test
    void aClassForAYoungerJavaIsRefusedByName() {
        int running = Runtime.version().feature();
        byte[] young = annotated(INFO).contents().get("com/example/Gain.class");
        young[7] = (byte) (44 + running + 4);
        assertEquals("it needs Java " + (running + 4) + ", this is Java " + running + " (com/example/Gain.class)",
            reason(annotated(INFO).entry("com/example/Gain.class", young)));
    }

    @Test
    void variantsForAYoungerJavaAreNoReasonToRefuse() {
        byte[] young = annotated(INFO).contents().get("com/example/Gain.class");
        young[7] = (byte) (44 + Runtime.version().feature() + 4);
        available(annotated(INFO).entry("META-INF/versions/99/com/example/Gain.class", young));
    }

    @Test
    void previewFeaturesAreRefused() {
        byte[] preview = annotated(INFO).contents().get("com/example/Gain.class");
        preview[4] = -1;
        preview[5] = -1;
        assertContains("needs preview features of Java 17", reason(annotated(INFO).entry("com/example/Gain.class", preview)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"io/arioso/sdk/AudioEffect.class", "io/arioso/sdk/parameter/Mine.class",
        "io/arioso/editor/Editor.class", "javafx/scene/Node.class", "java/lang/Evil.class",
        "META-INF/versions/17/io/arioso/sdk/AudioEffect.class"})
    void ownCopiesOfSharedPackagesAreRefused(String name) {
        assertContains("which always comes from the host", reason(annotated(INFO).entry(name, "x")));
    }

    @Test
    void anAncestorThatIsNowhereIsNamed() {
        PluginJarBuilder jar = new PluginJarBuilder();
        new PluginJarBuilder().source("package org.lib; public abstract class Base extends io.arioso.sdk.AudioEffect {}")
            .source(PluginSources.plugin("com.example.Gain", INFO, "", "").replace("extends AudioEffect", "extends org.lib.Base"))
            .contents().forEach((name, content) -> {
                if (!name.startsWith("org/lib")) jar.entry(name, content);
            });
        assertEquals("com.example.Gain inherits from org.lib.Base, which is neither in the jar nor in the SDK nor in Java",
            reason(jar));
    }

    @Test
    void classesThatInheritFromEachOtherEndTheSearch() {
        ClassWriter circle = new ClassWriter(0);
        circle.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "com/example/Base", null, "com/example/Gain", null);
        PluginJarBuilder jar = new PluginJarBuilder().source("package com.example; public class Base { }")
            .source("package com.example; " + INFO.replace("@", "@io.arioso.sdk.") + " public class Gain extends Base { }");
        assertContains("does not implement", reason(jar.entry("com/example/Base.class", circle.toByteArray())));
    }

    @Test
    void aClassOfAnotherSdkIsNamed() {
        byte[] future = new String(annotated(INFO).contents().get("com/example/Gain.class"),
            StandardCharsets.ISO_8859_1).replace("io/arioso/sdk/AudioBuffer", "io/arioso/sdk/VideoBuffer")
            .getBytes(StandardCharsets.ISO_8859_1);
        assertContains("it needs another version of the SDK: io.arioso.sdk.VideoBuffer is not in this one",
            reason(annotated(INFO).entry("com/example/Gain.class", future)));
    }

    @Test
    void aClassThatLiesAboutItsNameIsRefused() {
        byte[] gain = annotated(INFO).contents().get("com/example/Gain.class");
        assertContains("com/example/Other.class holds the class com.example.Gain",
            reason(new PluginJarBuilder().entry("com/example/Other.class", gain)));
    }

    @Test
    void damagedClassFilesAreNamedWhereverTheyAreCut() {
        byte[] whole = annotated(INFO).contents().get("com/example/Gain.class");
        for (int length = 0; length < whole.length; length += 7) {
            List<ScanResult> results = scan(new PluginJarBuilder().entry("com/example/Gain.class",
                Arrays.copyOf(whole, length)));
            assertEquals(1, results.size());
            assertFalse(results.get(0) instanceof Available && length < whole.length / 2, "cut to " + length + " bytes");
        }
    }
}
