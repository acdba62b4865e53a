package io.arioso.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The code blocks of {@code sdk/docs/your-first-effect.md}. */
final class Tutorial {
    private static final Path FILE = Path.of("..", "docs", "your-first-effect.md");
    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("(?:^|\\s)class (\\w+)");

    private static final String SILENT = """

            @Override
            public AudioProcessor prepare(ProcessSetup setup) {
                return context -> { };
            }
        """;

    private Tutorial() {
    }

    /**
     * A block of Java as a file that compiles.
     *
     * @param className its class with the package
     * @param source the whole file
     * @param example whether it is one of the effects of which the page shows only the members
     */
    record JavaFile(String className, String source, boolean example) {
        /** Whether the page shows how it makes sound; the others pass it through. */
        boolean sounding() {
            return example && !source.contains(SILENT);
        }
    }

    /** The blocks of one language, in order. */
    static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(Files.readString(FILE));
        while (matcher.find()) if (matcher.group(1).equals(language)) blocks.add(matcher.group(2));
        return blocks;
    }

    /** All blocks of Java; members of an effect are put into one, with the imports that an editor would add. */
    static List<JavaFile> javaFiles() throws IOException {
        List<JavaFile> files = new ArrayList<>();
        for (String block : blocks("java"))
            files.add(block.startsWith("package ") ? whole(block) : example(block, files.size()));
        return files;
    }

    private static JavaFile whole(String block) {
        Matcher type = TYPE.matcher(block);
        if (!type.find())
            throw new AssertionError("tutorial: a block starts with a package and has no class\n" + block);
        String packageName = block.substring("package ".length(), block.indexOf(';'));
        return new JavaFile(packageName + "." + type.group(1), block, false);
    }

    private static JavaFile example(String members, int number) {
        String name = "Example" + number;
        String source = """
            package com.example;

            import io.arioso.sdk.*;
            import io.arioso.sdk.meter.*;
            import io.arioso.sdk.parameter.*;
            import io.arioso.sdk.state.*;
            import java.util.Arrays;

            @PluginInfo(id = "com.example.example", name = "Example", vendor = "Example", version = "2.0.0")
            public final class NAME extends AudioEffect {
            """.replace("NAME", name) + members + (members.contains(" prepare(") ? "" : SILENT) + "}\n";
        return new JavaFile("com.example." + name, source, true);
    }
}
