package io.arioso.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.meter.Meter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.Unit;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and opens the editor of {@code sdk/docs/your-first-editor.md}. */
class TutorialTest {
    private static final Path PAGE = Path.of("..", "docs", "your-first-editor.md");

    @TempDir
    Path folder;

    @Test
    void theEditorOfThePageIsCompiledOpenedAndFollowsItsEffect() throws IOException {
        compile("GainEditor", block("package com.example;"));
        Gain gain = new Gain();
        try (URLClassLoader jar = new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            LocalEditorContext context = Screen.call(() -> new LocalEditorContext(gain));
            OpenEditor editor = Screen.call(() -> Editors.open("com.example.GainEditor", jar, context));
            assertEquals("", editor.fault());
            EditorScene scene = Screen.call(EditorScene::new);
            Screen.run(() -> scene.show(editor.root(), editor.leastSize()));
            try (Screen screen = Screen.show(() -> scene, 240, 160)) {
                gain.level.publish(-12);
                Screen.run(context::refresh);
                screen.picture(Path.of("target/pictures/first-editor.png"), 2);
                Node knob = Screen.call(() -> editor.root().lookup(".knob-control"));
                screen.drag(knob, 30);
                assertTrue(gain.gainDb.plain() > 0, gain.gainDb.toString());
            }
            Screen.run(editor::close);
        }
    }

    @Test
    void theAnnotationOfThePageHasTheMembersOfTheRealOne() throws IOException {
        String annotation = block("@PluginInfo(");
        for (String member : List.of("id", "name", "vendor", "version", "editor"))
            assertTrue(annotation.contains(member + " ="), member);
        compile("Annotated", "package com.example;\n\nimport io.arioso.sdk.PluginInfo;\n\n" + annotation
            + "public class Annotated {\n}\n");
    }

    private void compile(String name, String source) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".java"), source);
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(),
            "-cp", System.getProperty("java.class.path"), file.toString());
        assertEquals(0, failed, name + " does not compile");
    }

    private static String block(String start) throws IOException {
        Matcher block = Pattern.compile("^```java\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(Files.readString(PAGE));
        while (block.find()) if (block.group(1).startsWith(start)) return block.group(1);
        throw new AssertionError(PAGE + " has no block that starts with " + start);
    }

    /** The effect that the page speaks of. */
    @PluginInfo(id = "com.example.gain", name = "Gain", vendor = "Example", version = "1.0.0",
        editor = "com.example.GainEditor")
    public static final class Gain extends AudioEffect {
        final FloatParameter gainDb = parameter(FloatParameter.decibels("gain", "Gain", -24, 24, 0));
        final Meter level = meter("level_out", "Peak out", Unit.DECIBELS);

        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return context -> { };
        }
    }
}
