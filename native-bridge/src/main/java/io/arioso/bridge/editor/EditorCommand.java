package io.arioso.bridge.editor;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How the editor's process is started: options for a small, quickly started virtual machine, and a clean environment. */
final class EditorCommand {
    private static final String MAIN = "io.arioso.bridge.screen.Screen";
    private static final int NATIVE_ACCESS_SINCE = 22;

    // What a DAW sets for itself (its own libraries, its own GTK) would break ours.
    private static final Set<String> DAWS = Set.of("LD_PRELOAD", "LD_LIBRARY_PATH", "LD_AUDIT", "CLASSPATH",
        "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");
    private static final List<String> DAWS_BEGIN = List.of("GTK", "GDK_", "GIO_", "G_", "PANGO_", "QT_", "GCONV_");

    private final EditorSetup setup;
    private final Path socket;
    private final double scale;

    EditorCommand(EditorSetup setup, Path socket, double scale) {
        this.setup = setup;
        this.socket = socket;
        this.scale = scale;
    }

    ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.environment().keySet().removeIf(EditorCommand::isDaws);
        builder.environment().put("NO_AT_BRIDGE", "1");
        builder.environment().put("DISPLAY", setup.display());
        builder.directory(socket.getParent().toFile());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(setup.log().toFile()));
        return builder;
    }

    static boolean isDaws(String variable) {
        return DAWS.contains(variable) || DAWS_BEGIN.stream().anyMatch(variable::startsWith);
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(setup.java().toString(), "-Xms16m", "-Xmx256m", "-Xss512k",
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError", "-XX:ErrorFile=" + setup.log().resolveSibling("editor-crash.log"),
            "-Djava.awt.headless=true", "-Dglass.gtk.uiScale=" + scale, "-Djna.nosys=true"));
        if (Runtime.version().feature() >= NATIVE_ACCESS_SINCE)
            command.add("--enable-native-access=javafx.graphics,ALL-UNNAMED");
        command.addAll(List.of("--module-path", joined(setup.modules()), "--add-modules", "javafx.controls",
            "--add-exports", "javafx.graphics/com.sun.javafx.stage=ALL-UNNAMED",
            "--add-exports", "javafx.graphics/com.sun.javafx.tk=ALL-UNNAMED",
            "-cp", joined(setup.classes()), MAIN, socket.toString(), Long.toString(ProcessHandle.current().pid())));
        return command;
    }

    private static String joined(List<Path> jars) {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
