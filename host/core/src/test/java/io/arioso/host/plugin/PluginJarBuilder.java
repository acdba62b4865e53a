package io.arioso.host.plugin;

import io.arioso.sdk.AudioPlugin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Makes effect jars out of Java source inside a test, compiled in memory against the SDK alone.
 *
 * <pre>{@code
 * Path jar = new PluginJarBuilder().source(PluginSources.gain("com.example.Gain", "com.example.gain", "1.0.0", 0.5))
 *     .build(folder.resolve("gain.jar"));
 * }</pre>
 */
public final class PluginJarBuilder {
    private final List<JavaFileObject> sources = new ArrayList<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    /** Adds one compilation unit; its name is taken from its {@code package} and first top-level type. */
    public PluginJarBuilder source(String source) {
        sources.add(new SourceFile(PluginSources.className(source), source));
        return this;
    }

    /** Adds or replaces an entry, after compilation. */
    public PluginJarBuilder entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    /** Adds or replaces a text entry, after compilation. */
    public PluginJarBuilder entry(String name, String content) {
        return entry(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The class files, by entry name; the added entries last. */
    public Map<String, byte[]> contents() {
        Map<String, byte[]> contents = sources.isEmpty() ? new LinkedHashMap<>() : compile();
        contents.putAll(entries);
        return contents;
    }

    /** The jar's bytes; equal input gives equal bytes. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : contents().entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setTime(0);
                zip.putNextEntry(header);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Writes the jar; parent folders are made. */
    public Path build(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.write(file, bytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Map<String, byte[]> compile() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        MemoryFiles files = new MemoryFiles(compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8));
        List<String> options = List.of("-cp", sdk().toString(), "-proc:none", "--release", "17", "-g:none");
        if (!compiler.getTask(messages, files, null, options, null, sources).call())
            throw new IllegalArgumentException("the test's source does not compile:\n" + messages);
        return files.classes();
    }

    private static Path sdk() {
        try {
            return Path.of(AudioPlugin.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class SourceFile extends SimpleJavaFileObject {
        private final String source;

        SourceFile(String className, String source) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }

    private static final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> outputs = new LinkedHashMap<>();

        MemoryFiles(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(Location where, String name, JavaFileObject.Kind kind,
                                                   FileObject near) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            String path = name.replace('.', '/') + ".class";
            outputs.put(path, bytes);
            return new SimpleJavaFileObject(URI.create("string:///" + path), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }
            };
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new LinkedHashMap<>();
            outputs.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }
    }
}
