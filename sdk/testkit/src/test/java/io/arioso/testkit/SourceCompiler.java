package io.arioso.testkit;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the tutorial as an author's build would: for Java 17, every warning an error. */
final class SourceCompiler {
    private SourceCompiler() {
    }

    /** Writes the class files of all sources into a folder; fails with the compiler's words. */
    static void compile(List<Tutorial.JavaFile> files, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> sources = new ArrayList<>();
        for (Tutorial.JavaFile file : files) sources.add(new Source(file));
        List<String> options =
            List.of("--release", "17", "-Xlint:all,-processing,-classfile,-options", "-Werror", "-proc:none",
            "-classpath", System.getProperty("java.class.path"), "-d", classes.toString());
        StringWriter words = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(words, manager, null, options, null, sources).call();
            if (!compiled) throw new AssertionError("the tutorial does not compile:\n" + words);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(Tutorial.JavaFile file) {
            super(URI.create("string:///" + file.className().replace('.', '/') + ".java"), Kind.SOURCE);
            text = file.source();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
