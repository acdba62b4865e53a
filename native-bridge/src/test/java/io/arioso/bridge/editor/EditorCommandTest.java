package io.arioso.bridge.editor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditorCommandTest {
    @Test
    void whatADawSetsForItselfIsKeptFromTheEditorsProcess() {
        for (String variable : List.of("LD_LIBRARY_PATH", "LD_PRELOAD", "GTK_PATH", "GTK2_RC_FILES", "GDK_PIXBUF_MODULE_FILE"))
            assertTrue(EditorCommand.isDaws(variable), variable);
        for (String variable : List.of("HOME", "PATH", "XAUTHORITY", "XDG_RUNTIME_DIR", "LANG"))
            assertFalse(EditorCommand.isDaws(variable), variable);
    }

    @Test
    void theProcessStartsOnTheDisplayOfItsSetup() {
        EditorSetup setup = new EditorSetup(Path.of("/java"), List.of(), List.of(), Path.of("/log"), ":47");
        ProcessBuilder builder = new EditorCommand(setup, Path.of("/run/link"), 1.5).builder();
        assertTrue(builder.command().contains("-Dglass.gtk.uiScale=1.5"));
        assertTrue(builder.environment().get("DISPLAY").equals(":47"));
    }
}
