package io.arioso.plugins.compressor;

import io.arioso.testkit.plot.Axis;
import io.arioso.testkit.plot.LinePlot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The plots of the manual, drawn from measurements. */
class CompressorPlotsTest {
    private static final Path DOCS = Path.of("docs");
    private static final int RATE = 48_000;

    @Test
    void staticCurves() throws IOException {
        double[] levels = new double[33];
        Arrays.setAll(levels, i -> -80 + 2.5 * i);
        LinePlot plot = new LinePlot("Static curves, threshold -30 dB, ratio 3, knee 6",
                Axis.linear("in, dBFS", -80, 0), Axis.linear("out, dBFS", -100, 0));
        for (Direction direction : Direction.values()) {
            plot.curve(direction.toString(), levels, outputs(levels, "direction=" + direction.name(),
                    "threshold=-30", "ratio=3", "range=40", "attack_ms=5"));
        }
        plot.curve("Free", levels, outputs(levels, "curve_on=on", "curve_in1=-60", "curve_out1=-50",
                "curve_in2=-30", "curve_out2=-28", "curve_in3=0", "curve_out3=-20", "attack_ms=5"));
        plot.keep(DOCS.resolve("static-curves.svg"));
    }

    private static double[] outputs(double[] levels, String... typed) {
        return Arrays.stream(levels).map(level -> level + Measured.staticGainDb(level, 997, typed)).toArray();
    }

    @Test
    void attackAndRelease() throws IOException {
        double[] gains = Measured.stepGains(RATE, 4800, 9600, 24_000, "threshold=-20", "knee=0");
        double[] exact = new double[gains.length];
        for (int i = 0; i < exact.length; i++) {
            double attacked = i < 4800 ? 0 : -15 * (1 - StrictMath.exp(-Math.min(i - 4799, 9600) / 480.0));
            exact[i] = i < 14_400 ? attacked : attacked * StrictMath.exp(-(i - 14_399) / 4800.0);
        }
        stepPlot("Attack 10 ms and release 100 ms, 20 dB over, 4:1")
                .curve("measured", milliseconds(), thinned(gains))
                .reference("exact exponentials", milliseconds(), thinned(exact))
                .keep(DOCS.resolve("attack-and-release.svg"));
    }

    @Test
    void styles() throws IOException {
        LinePlot plot = stepPlot("Styles: attack 10 ms, release 100 ms, 20 dB over, 4:1");
        for (Style style : Style.values()) {
            plot.curve(style.toString(), milliseconds(), thinned(Measured.stepGains(RATE, 4800, 9600, 24_000,
                    "style=" + style.name(), "knee=0", "threshold=-20")));
        }
        plot.keep(DOCS.resolve("styles.svg"));
    }

    private static LinePlot stepPlot(String title) {
        return new LinePlot(title, Axis.linear("ms", 80, 800), Axis.linear("gain, dB", -18, 6));
    }

    private static double[] milliseconds() {
        double[] ms = new double[38_400 / 97];
        Arrays.setAll(ms, i -> i * 97 * 1000.0 / RATE);
        return ms;
    }

    /** Every 97th frame, at which the tone is not near a zero. */
    private static double[] thinned(double[] gains) {
        double[] few = new double[38_400 / 97];
        Arrays.setAll(few, i -> {
            int at = i * 97;
            while (Double.isNaN(gains[at])) {
                at++;
            }
            return gains[at];
        });
        return few;
    }

    @Test
    void distortion() throws IOException {
        double[] hertz = {30, 40, 50, 70, 100, 150, 200, 300, 500, 700, 1000, 2000, 3001, 5003, 7001, 9001};
        LinePlot plot = new LinePlot("THD+N, 20 dB over, 4:1, 10/100 ms", Axis.logarithmic("Hz", 20, 10_000),
                Axis.linear("dB", -160, -20));
        for (Detector detector : new Detector[] {Detector.ENVELOPE, Detector.PEAK, Detector.RMS,
            Detector.RMS_SMOOTH}) {
            plot.curve(detector.toString(), hertz,
                    Arrays.stream(hertz).map(hz -> Measured.thdDb(hz, "detector=" + detector.name())).toArray());
        }
        plot.reference("LSP (peak)", new double[] {100, 1000, 7001}, new double[] {-48, -68, -83})
                .reference("Calf (peak)", new double[] {100, 1000}, new double[] {-37, -57})
                .reference("x42 darc", new double[] {100, 1000, 7001}, new double[] {-63, -101, -116})
                .keep(DOCS.resolve("distortion.svg"));
    }
}
