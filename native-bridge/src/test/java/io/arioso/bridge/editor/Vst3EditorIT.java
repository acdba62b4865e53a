package io.arioso.bridge.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arioso.bridge.TestBundle;
import io.arioso.bridge.TestHost;
import io.arioso.bridge.TestHost.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Editors in the windows of a VST3 host. */
class Vst3EditorIT {
    private static final int OPENINGS = 3;
    private static final int SIZES_EACH = 3;

    @Test
    void anEditorFillsTheHostsWindowAtEverySizeAndAsOftenAsItIsOpened() throws Exception {
        boolean headers = Files.exists(Path.of("/usr/include/X11/Xlib.h"));
        if (!headers) System.out.println("skipped: editors in VST3 (the headers of libX11 are not installed)");
        assumeTrue(headers);
        TestBundle bundle = TestBundle.arioso();
        try (VirtualDisplay display = VirtualDisplay.start()) {
            Run run = TestHost.compiled("vst3view.c", "-lX11").withEnvironment("DISPLAY", display.name())
                .within(Duration.ofSeconds(180))
                .run(bundle.vst3().toString(), bundle.effect("eq").vst3Cid(), Integer.toString(OPENINGS)).succeeded();
            assertEquals(OPENINGS * SIZES_EACH, run.out().lines().count(), run.out());
        }
    }
}
