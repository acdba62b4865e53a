package io.arioso.host.plugin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.arioso.sdk.AudioEffect;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginClassLoaderTest {
    private static final Map<String, byte[]> LIBRARY_IN_JAR = new PluginJarBuilder()
        .source("package org.objectweb.asm; public class Opcodes { public static int answer() { return 42; } }")
        .contents();

    @TempDir
    Path folder;

    private PluginClassLoader loader(PluginJarBuilder jar) throws IOException {
        return new PluginClassLoader(jar.build(folder.resolve("test.jar")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.arioso.host.plugin.PluginCatalog", "io.arioso.runtime.ProcessorRunner",
        "org.objectweb.asm.ClassReader", "org.junit.jupiter.api.Test", "io.arioso.sdkx.Anything"})
    void hostClassesAreOutOfSight(String name) throws IOException {
        try (PluginClassLoader loader = loader(new PluginJarBuilder().entry("x", ""))) {
            assertThrows(ClassNotFoundException.class, () -> Class.forName(name, false, loader));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"io/arioso/host/plugin/PluginCatalog.class", "org/objectweb/asm/ClassReader.class",
        "META-INF/services/org.junit.platform.engine.TestEngine"})
    void hostResourcesAreOutOfSight(String name) throws IOException {
        assertNotNull(PluginCatalog.class.getClassLoader().getResource(name), "the host has no " + name);
        try (PluginClassLoader loader = loader(new PluginJarBuilder().entry("x", ""))) {
            assertNull(loader.getResource(name));
            assertNull(loader.getResourceAsStream(name));
            assertEquals(List.of(), Collections.list(loader.getResources(name)));
        }
    }

    @Test
    void sdkClassesAndResourcesAreTheHostsOwn() throws Exception {
        PluginJarBuilder fake = new PluginJarBuilder().entry("io/arioso/sdk/AudioEffect.class", "fake");
        try (PluginClassLoader loader = loader(fake)) {
            assertSame(AudioEffect.class, loader.loadClass("io.arioso.sdk.AudioEffect"));
            assertEquals(AudioEffect.class.getResource("AudioEffect.class"),
                loader.getResource("io/arioso/sdk/AudioEffect.class"));
            assertEquals(1, Collections.list(loader.getResources("io/arioso/sdk/AudioEffect.class")).size());
        }
    }

    @Test
    void javaOfAllPlatformModulesIsThere() throws Exception {
        try (PluginClassLoader loader = loader(new PluginJarBuilder().entry("x", ""))) {
            assertSame(java.sql.Date.class, loader.loadClass("java.sql.Date"));
        }
    }

    @Test
    void aPluginsOwnCopyOfALibraryWins() throws Exception {
        PluginJarBuilder jar = new PluginJarBuilder();
        LIBRARY_IN_JAR.forEach(jar::entry);
        try (PluginClassLoader loader = loader(jar)) {
            Class<?> type = loader.loadClass("org.objectweb.asm.Opcodes");
            assertNotSame(org.objectweb.asm.Opcodes.class, type);
            assertEquals(42, type.getMethod("answer").invoke(null));
            assertEquals("org.objectweb.asm", type.getPackageName());
            assertEquals(loader.getDefinedPackage("org.objectweb.asm"), type.getPackage());
        }
    }

    @Test
    void resourcesComeFromTheJarAndLeaveNoHandleOpen() throws IOException {
        try (PluginClassLoader loader = loader(new PluginJarBuilder().entry("com/example/wave ä#1%.txt", "hello"))) {
            long before = OpenFiles.below(folder);
            for (int i = 0; i < 20; i++) {
                URL resource = loader.getResource("com/example/wave ä#1%.txt");
                try (InputStream in = resource.openStream()) {
                    assertEquals("hello", new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            assertEquals(before, OpenFiles.below(folder));
            assertNull(loader.getResource("com/example/other.txt"));
            assertArrayEquals(new byte[] {'h', 'e', 'l', 'l', 'o'},
                loader.getResourceAsStream("com/example/wave ä#1%.txt").readAllBytes());
        }
    }

    @Test
    void aManifestCannotBringInOtherJars() throws IOException {
        PluginJarBuilder other = new PluginJarBuilder();
        LIBRARY_IN_JAR.forEach(other::entry);
        other.build(folder.resolve("other.jar"));
        PluginJarBuilder jar = new PluginJarBuilder()
            .entry("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\nClass-Path: other.jar\r\n\r\n")
            .entry("META-INF/INDEX.LIST", "JarIndex-Version: 1.0\n\nother.jar\norg/objectweb/asm\n\n");
        try (PluginClassLoader loader = loader(jar)) {
            assertThrows(ClassNotFoundException.class, () -> loader.loadClass("org.objectweb.asm.Opcodes"));
        }
    }

    @Test
    void aClosedLoaderFindsNothingMoreAndGivesItsFileBack() throws Exception {
        PluginJarBuilder jar = new PluginJarBuilder();
        LIBRARY_IN_JAR.forEach(jar::entry);
        long before = OpenFiles.below(folder);
        PluginClassLoader loader = loader(jar);
        loader.close();
        assertThrows(ClassNotFoundException.class, () -> loader.loadClass("org.objectweb.asm.Opcodes"));
        assertNull(loader.getResource("org/objectweb/asm/Opcodes.class"));
        assertEquals(before, OpenFiles.below(folder));
        Files.delete(folder.resolve("test.jar"));
        assertFalse(Files.exists(folder.resolve("test.jar")));
    }
}
