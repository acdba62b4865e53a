package io.arioso.cli;

import io.arioso.host.render.RenderProgress;
import java.util.Locale;

/**
 * One line on the terminal that says how far a file has come, how fast, and how long it will take. Draws nothing when
 * nobody watches. Also tells the work to end when the user wants that.
 */
final class ProgressLine implements RenderProgress, AutoCloseable {
    private static final int BAR_CELLS = 20;
    private static final long REDRAW_NANOS = 100_000_000;
    private static final double NANOS = 1e9;

    private final Shell shell;
    private final String label;
    private final boolean visible;
    private final double sampleRate;
    private String stage = "";
    private long stageStart;
    private long lastDrawn;
    private int width;

    /**
     * A line for one file.
     *
     * @param visible whether to draw at all; it is drawn on a terminal only
     * @param sampleRate frames per second, for the speed; 0 if unknown
     */
    ProgressLine(Shell shell, String label, boolean visible, double sampleRate) {
        this.shell = shell;
        this.label = label;
        this.visible = visible && shell.terminal();
        this.sampleRate = sampleRate;
    }

    @Override
    public boolean advanced(String newStage, long done, long total) {
        if (visible) draw(newStage, done, total);
        return !shell.interrupted().get();
    }

    private void draw(String newStage, long done, long total) {
        long now = shell.nanoClock().getAsLong();
        if (!newStage.equals(stage)) {
            stage = newStage;
            stageStart = now;
            lastDrawn = now - REDRAW_NANOS;
        }
        if (now - lastDrawn < REDRAW_NANOS) return;
        lastDrawn = now;
        show(label + ": " + stage + " " + state(done, total, (now - stageStart) / NANOS));
    }

    private String state(long done, long total, double seconds) {
        String speed = seconds > 0 && sampleRate > 0
            ? String.format(Locale.ROOT, "  %.1fx", done / sampleRate / seconds) : "";
        if (total <= 0) return (sampleRate > 0 ? time(done / sampleRate) : done + " frames") + speed;
        double share = Math.min(1, (double) done / total);
        int cells = (int) (share * BAR_CELLS);
        String left = done > 0 && seconds > 0 ? "  " + time(seconds * (total - done) / done) + " left" : "";
        String bar = "#".repeat(cells) + " ".repeat(BAR_CELLS - cells);
        return String.format(Locale.ROOT, "[%s] %3.0f %%", bar, 100 * share) + speed + left;
    }

    private static String time(double seconds) {
        long whole = (long) Math.ceil(seconds);
        return String.format(Locale.ROOT, "%02d:%02d", whole / 60, whole % 60);
    }

    private void show(String line) {
        shell.err().print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        shell.err().flush();
        width = line.length();
    }

    /** Wipes the line. */
    @Override
    public void close() {
        if (width == 0) return;
        show("");
        shell.err().print("\r");
        shell.err().flush();
        width = 0;
    }
}
