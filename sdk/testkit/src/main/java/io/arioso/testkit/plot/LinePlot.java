package io.arioso.testkit.plot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;

/**
 * A plot of one or more curves, written as SVG. A builder whose methods return itself.
 *
 * <pre>{@code
 * new LinePlot("Static curve", Axis.linear("in, dB", -60, 0), Axis.linear("out, dB", -60, 0))
 *     .curve("4:1", levels, outputs).keep(Path.of("docs", "static-curve.svg"));
 * }</pre>
 */
public final class LinePlot {
    /** Set to {@code write}, this property makes {@link #keep} write plots instead of comparing them. */
    public static final String PROPERTY = "arioso.plots";

    private static final int WIDTH = 720;
    private static final int HEIGHT = 400;
    private static final int LEFT = 64;
    private static final int RIGHT = 16;
    private static final int TOP = 36;
    private static final int BOTTOM = 48;
    private static final String[] COLOURS =
        {"#0b62c4", "#c4480b", "#1a7f37", "#8b3fc4", "#b08800", "#00838f", "#c2185b", "#555555"};

    private final String title;
    private final Axis x;
    private final Axis y;
    private final List<Curve> curves = new ArrayList<>();

    private record Curve(String name, double[] xs, double[] ys, boolean dashed) {
    }

    /** An empty plot. */
    public LinePlot(String title, Axis x, Axis y) {
        this.title = title;
        this.x = x;
        this.y = y;
    }

    /** Adds a curve through the points; NaN leaves a gap. */
    public LinePlot curve(String name, double[] xs, double[] ys) {
        return add(name, xs, ys, false);
    }

    /** Adds a dashed curve: a target, a peer or a bound. */
    public LinePlot reference(String name, double[] xs, double[] ys) {
        return add(name, xs, ys, true);
    }

    private LinePlot add(String name, double[] xs, double[] ys, boolean dashed) {
        if (xs.length != ys.length)
            throw new IllegalArgumentException(name + ": " + xs.length + " places for " + ys.length + " values");
        curves.add(new Curve(name, xs.clone(), ys.clone(), dashed));
        return this;
    }

    /**
     * Holds the plot against the one that is kept, so that a manual never shows what is no longer measured; with
     * {@code -Darioso.plots=write} it is written instead.
     *
     * @throws AssertionError if the file is missing or differs
     */
    public void keep(Path file) throws IOException {
        if ("write".equals(System.getProperty(PROPERTY))) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, svg());
            return;
        }
        String advice = file.getFileName() + " is not what the tests measure; look at the change, then run them with -D"
            + PROPERTY + "=write";
        Assertions.assertTrue(Files.exists(file), advice);
        Assertions.assertEquals(Files.readString(file), svg(), advice);
    }

    /** The picture, {@value #WIDTH} by {@value #HEIGHT}. */
    public String svg() {
        StringBuilder svg = new StringBuilder();
        line(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
            WIDTH, HEIGHT);
        line(svg, "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT);
        text(svg, WIDTH / 2.0, 22, "middle", "font-size=\"15\" font-weight=\"bold\"", title);
        grid(svg);
        for (int i = 0; i < curves.size(); i++) draw(svg, curves.get(i), COLOURS[i % COLOURS.length]);
        legend(svg);
        return svg.append("</svg>\n").toString();
    }

    private void grid(StringBuilder svg) {
        for (double mark : x.marks()) {
            double at = left(mark);
            line(svg, "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#dddddd\"/>", at, TOP, at, HEIGHT - BOTTOM);
            text(svg, at, HEIGHT - BOTTOM + 16, "middle", "", x.text(mark));
        }
        for (double mark : y.marks()) {
            double at = top(mark);
            line(svg, "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#dddddd\"/>", LEFT, at, WIDTH - RIGHT, at);
            text(svg, LEFT - 6, at + 4, "end", "", y.text(mark));
        }
        line(svg, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#888888\"/>", LEFT, TOP,
            WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM);
        text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 10, "middle", "", x.label());
        double middle = (TOP + HEIGHT - BOTTOM) / 2.0;
        text(svg, 14, middle, "middle", String.format(Locale.ROOT, "transform=\"rotate(-90 14 %.1f)\"", middle), y.label());
    }

    private void draw(StringBuilder svg, Curve curve, String colour) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < curve.xs.length; i++) {
            boolean finite = !Double.isNaN(curve.xs[i]) && !Double.isNaN(curve.ys[i]);
            if (finite)
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f", pen ? "L" : "M", left(curve.xs[i]), top(curve.ys[i])));
            pen = finite;
        }
        line(svg, "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.8\"%s/>", path, colour, dashes(curve));
    }

    private void legend(StringBuilder svg) {
        for (int i = 0; i < curves.size(); i++) {
            int at = TOP + 16 + 16 * i;
            line(svg, "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2.5\"%s/>", WIDTH - RIGHT - 28,
                at - 4, WIDTH - RIGHT - 6, at - 4, COLOURS[i % COLOURS.length], dashes(curves.get(i)));
            text(svg, WIDTH - RIGHT - 34, at, "end", "stroke=\"#ffffff\" stroke-width=\"4\" paint-order=\"stroke\"",
                curves.get(i).name);
        }
    }

    private static String dashes(Curve curve) {
        return curve.dashed ? " stroke-dasharray=\"6 4\"" : "";
    }

    private double left(double value) {
        return LEFT + x.place(value) * (WIDTH - LEFT - RIGHT);
    }

    private double top(double value) {
        return HEIGHT - BOTTOM - y.place(value) * (HEIGHT - TOP - BOTTOM);
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String more, String text) {
        String safe = text.replace("&", "&amp;").replace("<", "&lt;");
        line(svg, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>", x, y, anchor, more, safe);
    }

    private static void line(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
