package io.arioso.host.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.host.plugin.ScanResult.Broken;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Classes that cannot be a plug-in of this host are refused by the scan, not by a crash later: F19. */
class PluginClassFileTest extends ScanFixture {

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
    @CsvSource({"public,is an inner class and not static", "private static,is not public",
        "protected static,is not public", "static,is not public"})
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
        assertContains("needs preview features of Java 17",
            reason(annotated(INFO).entry("com/example/Gain.class", preview)));
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
        String base = "package org.lib; public abstract class Base extends io.arioso.sdk.AudioEffect {}";
        String heir = PluginSources.plugin("com.example.Gain", INFO, "", "");
        PluginJarBuilder jar = new PluginJarBuilder();
        new PluginJarBuilder().source(base).source(heir.replace("extends AudioEffect", "extends org.lib.Base"))
            .contents().forEach((name, content) -> {
                if (!name.startsWith("org/lib")) jar.entry(name, content);
            });
        assertEquals("com.example.Gain inherits from org.lib.Base, which is neither in the jar nor in the SDK nor in"
            + " Java", reason(jar));
    }

    @Test
    void classesThatInheritFromEachOtherEndTheSearch() {
        ClassWriter circle = new ClassWriter(0);
        circle.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "com/example/Base", null, "com/example/Gain", null);
        PluginJarBuilder jar = new PluginJarBuilder().source("package com.example; public class Base { }")
            .source("package com.example; import io.arioso.sdk.*; " + INFO + " public class Gain extends Base { }");
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
            assertTrue(results.get(0) instanceof Broken, "cut to " + length + " of " + whole.length + " bytes");
        }
    }
}
