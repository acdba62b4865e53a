package io.arioso.plugins.widener;

import static io.arioso.plugins.widener.WidenerMeasurements.APART;
import static io.arioso.plugins.widener.WidenerMeasurements.RATE;
import static io.arioso.plugins.widener.WidenerMeasurements.antiphase;
import static io.arioso.plugins.widener.WidenerMeasurements.correlation;
import static io.arioso.plugins.widener.WidenerMeasurements.decorrelating;
import static io.arioso.plugins.widener.WidenerMeasurements.decorrelation;
import static io.arioso.plugins.widener.WidenerMeasurements.monoSumResponse;
import static io.arioso.plugins.widener.WidenerMeasurements.sideResponse;
import static io.arioso.plugins.widener.WidenerMeasurements.widener;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.testkit.analysis.FrequencyResponse;
import io.arioso.testkit.plot.Axis;
import io.arioso.testkit.plot.LinePlot;
import io.arioso.testkit.signal.Signals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The pictures of the manual are what these tests measure. */
class WidenerPlotsTest {
    private static final Path DOCS = Path.of("docs");
    private static final double[] HERTZ = octaves(20, 20_000, 24);
    private static final double HAAS_SECONDS = 0.012;

    private static double[] octaves(double from, double to, int perOctave) {
        int points = (int) (perOctave * Math.log(to / from) / Math.log(2)) + 1;
        double[] hertz = new double[points];
        Arrays.setAll(hertz, i -> from * Math.pow(2, (double) i / perOctave));
        return hertz;
    }

    private static double[] at(double[] places, DoubleUnaryOperator measured) {
        return Arrays.stream(places).map(measured).toArray();
    }

    private static Axis hertzAxis() {
        return Axis.logarithmic("frequency, Hz", 20, 20_000);
    }

    @Test
    void widthByBand() throws IOException {
        LinePlot plot = new LinePlot("The side by band: width of one band 0 %, of the others 100 %", hertzAxis(),
            Axis.linear("side, dB", -60, 6));
        for (int band = 1; band <= 4; band++) {
            FrequencyResponse side = sideResponse(widener("band" + band + "_width=0 %"));
            plot.curve("band " + band + " at 0 %", HERTZ, at(HERTZ, side::magnitudeDb));
        }
        FrequencyResponse all = sideResponse(widener(APART));
        plot.reference("0, 60, 140, 200 %", HERTZ, at(HERTZ, all::magnitudeDb));
        plot.keep(DOCS.resolve("width.svg"));
    }

    @Test
    void levelOfTheMonoSum() throws IOException {
        FrequencyResponse ours = monoSumResponse(decorrelating("100 %").set(APART).set("mono_bass_freq=150 Hz"));
        double[] sum = at(HERTZ, ours::magnitudeDb);
        assertEquals(0, Arrays.stream(sum).map(Math::abs).max().orElseThrow(), 0.001);
        // Left as it is, right 12 ms late: |1 + exp(-j w t)| / 2.
        double[] haas = at(HERTZ, hertz ->
            20 * Math.log10(Math.abs(Math.cos(Math.PI * hertz * HAAS_SECONDS)) + 1e-6));
        new LinePlot("What mono hears: all bands decorrelated, widths 0 to 200 %", hertzAxis(),
            Axis.linear("(L + R) / 2, dB", -40, 6))
            .reference("Haas: one side 12 ms late", HERTZ, haas)
            .curve("Arioso, everything on", HERTZ, sum)
            .keep(DOCS.resolve("mono-sum.svg"));
    }

    @Test
    void colourOfDecorrelatedMono() throws IOException {
        double[] thirds = octaves(315, 16_200, 3);
        LinePlot plot = new LinePlot("A mono sound decorrelated by 100 %: left and right in third octaves",
            Axis.logarithmic("frequency, Hz", 300, 20_000), Axis.linear("level, dB", -9, 9));
        StereoImpulse velvet = decorrelation(decorrelating("100 %"), RATE);
        plot.curve("velvet, left", thirds, at(thirds, hertz -> velvet.leftDb(hertz, 1.0 / 3)));
        plot.curve("velvet, right", thirds, at(thirds, hertz -> velvet.rightDb(hertz, 1.0 / 3)));
        StereoImpulse diffuse = decorrelation(decorrelating("100 %", "decorrelation=allpass"), RATE);
        plot.curve("all-pass, left", thirds, at(thirds, hertz -> diffuse.leftDb(hertz, 1.0 / 3)));
        StereoImpulse random = VelvetSeedSearch.impulse(1, RATE);
        plot.reference("velvet of a random seed, left", thirds, at(thirds, hertz -> random.leftDb(hertz, 1.0 / 3)));
        plot.keep(DOCS.resolve("colour.svg"));
    }

    @Test
    void correlationByOctave() throws IOException {
        double[] octaves = octaves(62.5, 16_000, 1);
        LinePlot plot = new LinePlot("Correlation of left and right by octave, mono noise in",
            Axis.logarithmic("frequency, Hz", 50, 20_000), Axis.linear("correlation", -0.5, 1));
        for (int percent : new int[] {20, 50, 100}) {
            StereoImpulse impulse = decorrelation(decorrelating(percent + " %"), RATE);
            plot.curve("velvet " + percent + " %", octaves, at(octaves, hertz -> impulse.correlation(hertz, 1)));
        }
        StereoImpulse high = decorrelation(widener("crossover1_freq=250 Hz", "band2_decorrelation=70 %",
            "band3_decorrelation=70 %", "band4_decorrelation=70 %", "band1_width=0 %"), RATE);
        plot.curve("Mono to Stereo", octaves, at(octaves, hertz -> high.correlation(hertz, 1)));
        plot.keep(DOCS.resolve("correlation.svg"));
    }

    @Test
    void guardOverTime() throws IOException {
        float[][] mono = antiphase(48_000, 9, 0.05);
        float[][] wide = antiphase(48_000, 7, 3);
        float[][] input = {Signals.join(mono[0], wide[0], mono[0]), Signals.join(mono[1], wide[1], mono[1])};
        int window = 2400;
        double[] seconds = new double[144_000 / window];
        Arrays.setAll(seconds, i -> (i + 0.5) * window / RATE);
        LinePlot plot = new LinePlot("The guard: sides three times the mid between 1 s and 2 s",
            Axis.linear("time, s", 0, 3), Axis.linear("correlation in 50 ms", -1, 1.2));
        plot.reference("input", seconds, correlations(input, seconds.length, window));
        for (String limit : new String[] {"0", "0.3", "0.6"}) {
            float[][] out = widener("guard_on=on", "guard_limit=" + limit).render(input);
            double[] kept = correlations(out, seconds.length, window);
            assertTrue(Arrays.stream(kept, 26, 40).min().orElseThrow() >= Double.parseDouble(limit) - 0.02);
            plot.curve("limit " + limit, seconds, kept);
        }
        plot.keep(DOCS.resolve("guard.svg"));
    }

    private static double[] correlations(float[][] stereo, int windows, int window) {
        double[] values = new double[windows];
        Arrays.setAll(values, i -> correlation(stereo, i * window, (i + 1) * window));
        return values;
    }
}
