package io.arioso.plugins.eq;

import io.arioso.dsp.filter.AnalogPrototype;
import io.arioso.dsp.filter.BandSettings;
import io.arioso.dsp.filter.BiquadDesign;
import io.arioso.dsp.filter.BiquadList;
import io.arioso.dsp.filter.FilterShape;
import io.arioso.testkit.plot.Axis;
import io.arioso.testkit.plot.LinePlot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The plots of the manual, from what is measured on the effect. */
class EqualizerPlotsTest {
    private static final Path DOCS = Path.of("docs");
    private static final Axis HERTZ = Axis.logarithmic("frequency, Hz", 20, 24_000);
    private static final double[] HZ = PhaseMeasurement.hertz(20, 23_900, 240);
    private static final String[] PHASES = {"minimum", "analog", "linear"};

    @Test
    void aBellAt16KilohertzFollowsItsAnalogModel() throws IOException {
        BandSettings bell = BandSettings.of(FilterShape.BELL, 16_000, 12, 1);
        AnalogPrototype prototype = new AnalogPrototype();
        prototype.set(bell);
        BiquadList bilinear = new BiquadList(1);
        BiquadDesign.bilinear(prototype, PhaseMeasurement.RATE, bilinear);
        PhaseMeasurement ours = PhaseMeasurement.of(4096, "band1_on=on", "band1_freq=16 kHz", "band1_gain=12 dB",
                "band1_q=1");
        double[] hz = PhaseMeasurement.hertz(1000, 23_900, 240);
        new LinePlot("Bell of 12 dB at 16 kHz, Q 1, at 48 kHz", Axis.logarithmic("frequency, Hz", 1000, 24_000),
                Axis.linear("gain, dB", 0, 14))
                .curve("Arioso EQ", hz, map(hz, ours::gainDb))
                .curve("cookbook (RBJ)", hz, map(hz, f -> bilinearDb(bilinear, f)))
                .reference("analog", hz, map(hz, f -> PhaseMeasurement.analogDb(List.of(bell), f)))
                .keep(DOCS.resolve("bell-16k.svg"));
    }

    private static double bilinearDb(BiquadList list, double hz) {
        double sine = StrictMath.sin(StrictMath.PI * hz / PhaseMeasurement.RATE);
        return 10 * StrictMath.log10(list.magnitudeSquared(sine * sine));
    }

    @Test
    void thePhasesDifferInPhase() throws IOException {
        List<BandSettings> bands = List.of(BandSettings.of(FilterShape.BELL, 10_000, 12, 1),
                BandSettings.of(FilterShape.HIGH_PASS, 80, 0, 0.7071));
        LinePlot plot = new LinePlot("Phase of a bell of 12 dB at 10 kHz and a high-pass of 80 Hz, latency removed",
                HERTZ,
                Axis.linear("phase, degrees", -60, 180));
        for (String phase : PHASES) {
            PhaseMeasurement ours = measureBands(phase);
            plot.curve(phase, HZ, map(HZ, ours::degrees));
        }
        plot.reference("analog model", HZ, map(HZ, f -> PhaseMeasurement.analogDegrees(bands, f)))
                .keep(DOCS.resolve("phase.svg"));
    }

    @Test
    void thePhasesDifferInTime() throws IOException {
        double[] frames = new double[49];
        Arrays.setAll(frames, i -> i - 24);
        LinePlot plot = new LinePlot("Impulse response of the same bands, latency removed",
                Axis.linear("time, frames at 48 kHz", -24, 24), Axis.linear("level", -1.5, 2.5));
        for (String phase : PHASES) {
            PhaseMeasurement ours = measureBands(phase);
            plot.curve(phase, frames, map(frames, frame -> ours.at((int) frame)));
        }
        plot.keep(DOCS.resolve("impulse.svg"));
    }

    private static PhaseMeasurement measureBands(String phase) {
        return PhaseMeasurement.of(8192, "phase=" + phase, "linear_length=4096",
                "band1_on=on", "band1_freq=10 kHz", "band1_gain=12 dB", "band1_q=1",
                "band2_on=on", "band2_type=high pass", "band2_freq=80 Hz");
    }

    @Test
    void slopesGoFrom6To96DecibelsAnOctaveAndToAWall() throws IOException {
        LinePlot plot = new LinePlot("Low-pass at 2 kHz: every kind of slope", HERTZ,
                Axis.linear("gain, dB", -100, 10));
        for (int slope : new int[] {6, 12, 24, 48, 96}) {
            PhaseMeasurement ours = PhaseMeasurement.of(16_384, "band1_on=on", "band1_type=low pass",
                    "band1_freq=2 kHz",
                    "band1_slope=" + slope);
            plot.curve(slope + " dB/oct", HZ, map(HZ, ours::gainDb));
        }
        PhaseMeasurement wall = PhaseMeasurement.of(8192, "phase=linear", "linear_length=4096", "band1_on=on",
                "band1_type=brickwall low pass", "band1_freq=2 kHz");
        plot.curve("brick wall, linear 4096", HZ, map(HZ, wall::gainDb)).keep(DOCS.resolve("slopes.svg"));
    }

    private static double[] map(double[] xs, DoubleUnaryOperator curve) {
        return Arrays.stream(xs).map(curve).toArray();
    }
}
