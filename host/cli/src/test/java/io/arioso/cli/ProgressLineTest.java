package io.arioso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long now;

    private Shell shell(boolean watched) {
        Shell shell = Shell.of(InputStream.nullInputStream(), OutputStream.nullOutputStream(), err, Map.of());
        return watched ? shell.watched(() -> now) : shell;
    }

    private String drawn() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void lineHasShareSpeedAndRemainingTime() {
        try (ProgressLine line = new ProgressLine(shell(true), "mix.wav", true, 48_000)) {
            line.advanced("rendering", 0, 480_000);
            now = 4_000_000_000L;
            line.advanced("rendering", 120_000, 480_000);
            assertTrue(drawn().endsWith("\rmix.wav: rendering [#####               ]  25 %  0.6x  00:12 left"),
                drawn());
            now += 50_000_000;
            line.advanced("rendering", 130_000, 480_000);
            assertFalse(drawn().contains("27 %"), "not drawn more often than ten times a second");
        }
        assertTrue(drawn().endsWith(" \r"), "the line is wiped");
    }

    @Test
    void unknownLengthShowsWhatIsDone() {
        try (ProgressLine line = new ProgressLine(shell(true), "pipe", true, 48_000)) {
            line.advanced("measuring", 48_000 * 61, -1);
            assertTrue(drawn().contains("pipe: measuring 01:01"), drawn());
        }
    }

    @Test
    void nothingIsDrawnWhenNobodyWatchesOrQuietIsWanted() {
        for (ProgressLine line : new ProgressLine[] {new ProgressLine(shell(false), "a", true, 0),
            new ProgressLine(shell(true), "a", false, 0)}) {
            line.advanced("rendering", 1, 2);
            line.close();
        }
        assertEquals("", drawn());
    }

    @Test
    void interruptionEndsTheWork() {
        Shell shell = shell(false);
        ProgressLine line = new ProgressLine(shell, "a", true, 0);
        assertTrue(line.advanced("rendering", 1, 2));
        shell.interrupted().set(true);
        assertFalse(line.advanced("rendering", 2, 2));
    }
}
