package io.arioso.plugins.limiter;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.testkit.plot.Axis;
import io.arioso.testkit.plot.LinePlot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pictures of the manual are what these tests measure. */
class LimiterPlotsTest {
    private static final Path DOCS = Path.of("docs");
    private static final Style[] STYLES = Style.values();

    @Test
    void gainAroundABurst() throws IOException {
        int from = -480;
        int to = 14_400;
        int step = 24;
        LinePlot plot = new LinePlot(
            "Gain around a burst of 5 ms, 9 dB above the ceiling, lookahead 5 ms, release 100 ms",
            Axis.linear("time from the start of the burst, ms", -10, 300), Axis.linear("gain, dB", -12, 1));
        for (Style style : STYLES) {
            double[] gain = Measured.gainAroundBurst(240, from, to, "style=" + style, "lookahead_ms=5");
            double[] times = new double[gain.length / step];
            double[] values = new double[times.length];
            for (int i = 0; i < times.length; i++) {
                times[i] = (from + i * step) / 48.0;
                values[i] = gain[i * step];
            }
            plot.curve(style.toString(), times, values);
            double least = Arrays.stream(values).min().orElseThrow();
            assertTrue(least <= -8.99 && least > -9.3 || style == Style.LOUD, style + ": " + least);
        }
        plot.keep(DOCS.resolve("burst.svg"));
    }

    @Test
    void distortionByFrequency() throws IOException {
        double[] hertz = {31.5, 50, 80, 125, 200, 315, 500, 997, 2000, 4000, 8000, 12_000};
        LinePlot plot = new LinePlot("Distortion and noise of a tone 12 dB above the ceiling, release 100 ms",
            Axis.logarithmic("frequency, Hz", 30, 15_000), Axis.linear("THD+N, dB", -150, 0));
        for (Style style : STYLES) {
            double[] level = new double[hertz.length];
            for (int i = 0; i < hertz.length; i++) {
                level[i] = Measured.thdPlusNoise(hertz[i], 12, "style=" + style);
            }
            plot.curve(style.toString(), hertz, level);
        }
        plot.reference("x42 dpl at 997 Hz", new double[] {900, 1100}, new double[] {-112, -112});
        plot.reference("Calf at 997 Hz", new double[] {900, 1100}, new double[] {-92, -92});
        plot.reference("LSP defaults at 997 Hz", new double[] {900, 1100}, new double[] {-16, -16});
        plot.keep(DOCS.resolve("distortion.svg"));
    }

    @Test
    void truePeakAboveTheCeilingBySignal() throws IOException {
        Map<String, float[][]> signals = Measured.hotSignals();
        double[] places = new double[signals.size()];
        Arrays.setAll(places, i -> i + 1);
        LinePlot plot = new LinePlot("True peak against the ceiling, exact reader, signals up to 20 kHz",
            Axis.linear("1 noise to 20k, 2 noise to 5k, 3 19k + 18k, 4 sweep, 5 fs/4, 6 997 Hz", 0.8, 6.2),
            Axis.linear("dB above the ceiling", -0.5, 4.5));
        for (Style style : STYLES) {
            double[] over = new double[places.length];
            int at = 0;
            for (float[][] signal : signals.values()) {
                over[at++] = Measured.truePeakDb(Measured.render(signal, "gain=3", "style=" + style)) + 1;
            }
            assertTrue(Arrays.stream(over).max().orElseThrow() <= 0.1, style + ": " + Arrays.toString(over));
            plot.curve(style.toString(), places, over);
        }
        plot.reference("LSP full 4x/24, its worst", new double[] {0.8, 6.2}, new double[] {4.2, 4.2});
        plot.reference("x42 dpl and alimiter at 192 kHz, their worst", new double[] {0.8, 6.2},
            new double[] {0.29, 0.29});
        plot.keep(DOCS.resolve("true-peak.svg"));
    }

    @Test
    void noiseOfTheWordLength() throws IOException {
        double[] edges = new double[41];
        double[] centres = new double[40];
        Arrays.setAll(edges, i -> 100 * StrictMath.pow(230, i / 40.0));
        Arrays.setAll(centres, i -> StrictMath.sqrt(edges[i] * edges[i + 1]));
        LinePlot plot = new LinePlot("Noise of rounding to 16 bits at 48 kHz",
            Axis.logarithmic("frequency, Hz", 100, 23_000),
            Axis.linear("density against white noise of one step, dB", -40, 30));
        for (DitherChoice choice : new DitherChoice[] {DitherChoice.TPDF, DitherChoice.SHAPED,
            DitherChoice.SHAPED_STRONG}) {
            double[] error = Measured.wordLengthError(100_000, choice.name(), 16)[0];
            double[] density = new double[centres.length];
            Arrays.setAll(density, i -> Measured.densityDb(error, edges[i], edges[i + 1]));
            plot.curve(choice.toString(), centres, density);
        }
        plot.keep(DOCS.resolve("dither.svg"));
    }
}
