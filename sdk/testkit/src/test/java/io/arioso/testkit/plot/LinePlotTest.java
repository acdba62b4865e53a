package io.arioso.testkit.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinePlotTest {

    private static LinePlot plot(double... ys) {
        return new LinePlot("Level & gain", Axis.logarithmic("Hz", 20, 20_000), Axis.linear("dB", -12, 12))
            .curve("ours", new double[] {20, 632.455532, 20_000}, ys).reference("bound", new double[] {20}, new double[] {0});
    }

    @Test
    void aValueLandsWhereItsAxisPutsIt() {
        String svg = plot(-12, 0, 12).svg();
        assertTrue(svg.contains("M64.0 352.0L384.0 194.0L704.0 36.0"), svg);
    }

    @Test
    void whatIsNotANumberLeavesAGap() {
        assertTrue(plot(-12, Double.NaN, 12).svg().contains("M64.0 352.0M704.0 36.0"));
    }

    @Test
    void marksAreRoundNumbers() {
        assertEquals(List.of(20.0, 50.0, 100.0, 200.0, 500.0), Axis.logarithmic("Hz", 20, 600).marks());
        assertEquals(List.of(-10.0, -5.0, 0.0, 5.0, 10.0), Axis.linear("dB", -12, 12).marks());
        assertEquals("20k", Axis.logarithmic("Hz", 20, 20_000).text(20_000));
        assertEquals("0.25", Axis.linear("s", 0, 2).text(0.25));
    }

    @Test
    void textThatLooksLikeMarkupIsEscaped() {
        assertTrue(plot(0, 0, 0).svg().contains("Level &amp; gain"));
    }

    @Test
    void aKeptPlotMustBeWhatIsMeasured(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("plot.svg");
        assertThrows(AssertionError.class, () -> plot(1, 2, 3).keep(file));
        Files.writeString(file, plot(1, 2, 3).svg());
        plot(1, 2, 3).keep(file);
        assertThrows(AssertionError.class, () -> plot(1, 2, 4).keep(file));
    }
}
