package io.arioso.plugins.eq;

import io.arioso.dsp.filter.BandSettings;
import io.arioso.dsp.filter.CurveMatch;
import io.arioso.dsp.filter.ResponseCurve;
import io.arioso.testkit.plot.Axis;
import io.arioso.testkit.plot.LinePlot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The plots of the manual's sections on dynamic bands and the match, from measurements. */
class EqualizerDynamicsPlotsTest {
    private static final Path FOLDER = Path.of("docs");
    private static final Axis HERTZ = Axis.logarithmic("Frequency (Hz)", 20, 20_000);

    @Test
    void gainByLevel() throws IOException {
        double[] levels = new double[25];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = -60 + 2 * i;
        }
        LinePlot plot = new LinePlot("A dynamic bell: threshold -40 dB, range -12 dB, a sine at its centre",
                Axis.linear("Level in (dBFS)", -60, -12), Axis.linear("Gain (dB)", -15, 3));
        for (String knee : List.of("0 dB", "12 dB", "24 dB")) {
            DynamicsBench bench = bell("-12 dB").set("band1_dyn_knee", knee);
            plot.curve("knee " + knee, levels,
                    Arrays.stream(levels).map(level -> bench.outputDb(1000, level) - level).toArray());
        }
        plot.keep(FOLDER.resolve("dynamic-gain.svg"));
    }

    @Test
    void curvesByLevel() throws IOException {
        double[] hz = DynamicsBench.hertz(240);
        LinePlot plot = new LinePlot(
                "A dynamic bell and a dynamic shelf on their way: 3, 6, 9, 12 dB over the threshold",
                HERTZ, Axis.linear("Gain (dB)", -14, 30));
        for (int over = 3; over <= 12; over += 3) {
            plot.curve("bell, " + over + " dB over", hz, bell("-12 dB").set("band1_sc_external", "on")
                    .set("band1_sc_filter", "all").curveDb(hz, 1000, -40 + over));
        }
        for (int over = 3; over <= 12; over += 3) {
            plot.curve("shelf, " + over + " dB over", hz, bell("12 dB").set("band1_type", "high shelf")
                    .set("band1_freq", "6 kHz").set("band1_q", "0.7071").set("band1_sc_external", "on")
                    .set("band1_sc_filter", "all").curveDb(hz, 1000, -40 + over));
        }
        plot.keep(FOLDER.resolve("dynamic-curves.svg"));
    }

    @Test
    void matchByBands() throws IOException {
        double[] hz = new double[60];
        double[] target = new double[60];
        Random random = new Random(12);
        double walk = 0;
        for (int i = 0; i < hz.length; i++) {
            hz[i] = 20 * StrictMath.pow(2, i / 6.0);
            walk = 0.85 * walk + 1.6 * random.nextGaussian();
            target[i] = walk;
        }
        LinePlot plot = new LinePlot("A difference of spectra, matched with 4, 8 and 16 bands", HERTZ,
                Axis.linear("Gain (dB)", -9, 9)).reference("wanted", hz, target);
        for (int bands : new int[] {4, 8, 16}) {
            List<BandSettings> found = CurveMatch.fit(hz, target, bands, false).bands();
            double[] db = new double[hz.length];
            ResponseCurve.of(found, DynamicsBench.RATE).gainsDb(hz, db);
            plot.curve(bands + " bands", hz, db);
        }
        plot.keep(FOLDER.resolve("match.svg"));
    }

    private static DynamicsBench bell(String range) {
        return new DynamicsBench().set("band1_on", "on").set("band1_freq", "1 kHz").set("band1_q", "1")
                .set("band1_dyn_on", "on").set("band1_dyn_threshold", "-40 dB").set("band1_dyn_range", range)
                .set("band1_dyn_knee", "0 dB");
    }
}
