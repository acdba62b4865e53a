package io.arioso.plugins.reverb;

import io.arioso.testkit.analysis.FrequencyResponse;
import io.arioso.testkit.analysis.OctaveBand;
import io.arioso.testkit.plot.Axis;
import io.arioso.testkit.plot.LinePlot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The plots of the manual. */
class ReverbPlotsTest {
    private static final double RATE = 48_000;

    private static Path docs(String name) {
        return Path.of("docs", name + ".svg");
    }

    @Test
    void decayByOctave() throws IOException {
        LinePlot plot = new LinePlot("Decay by octave, 2 s asked for, 30 m hall",
            Axis.logarithmic("octave, Hz", 100, 10_000), Axis.linear("T30, s", 0, 3.5));
        plot.curve("flat", OctaveBand.CENTRES, times());
        plot.curve("decay_100=150 %, decay_10k=40 %", OctaveBand.CENTRES, times("decay_100=150", "decay_10k=40"));
        double[] asked = new double[OctaveBand.CENTRES.length];
        Arrays.fill(asked, 2);
        plot.reference("asked for", OctaveBand.CENTRES, asked);
        plot.keep(docs("decay"));
    }

    private static double[] times(String... settings) {
        double[] times = new double[OctaveBand.CENTRES.length];
        List<float[]> paths = Responses.paths(RATE, 30, 3, settings);
        Arrays.setAll(times, i -> Responses.t30(paths, OctaveBand.CENTRES[i], 1, RATE));
        return times;
    }

    @Test
    void echoDensity() throws IOException {
        LinePlot plot = new LinePlot("Echo density, mono in, mean of six responses", Axis.linear("time, ms", 0, 150),
            Axis.linear("normalised echo density", 0, 1.5));
        String[][] modes = {{"plate", "20"}, {"hall", "30"}, {"room", "12"}, {"ambience", "12"}};
        double[] ms = new double[150];
        Arrays.setAll(ms, i -> i);
        for (String[] mode : modes) {
            plot.curve(mode[0] + " " + mode[1] + " m", ms, Responses.density(
                Responses.ensemble(RATE, Double.parseDouble(mode[1]), 0.3, "mode=" + mode[0]), 0.15, RATE));
        }
        double[] dense = new double[150];
        Arrays.fill(dense, 0.9);
        plot.reference("dense", ms, dense);
        plot.keep(docs("density"));
    }

    @Test
    void energyDecay() throws IOException {
        LinePlot plot = new LinePlot("Energy still to come, 30 m hall", Axis.linear("time, s", 0, 4),
            Axis.linear("energy, dB", -100, 0));
        for (double decay : new double[] {0.8, 2, 5}) {
            double[] curve = Responses.decayCurve(Responses.mono(RATE, 2.2 * decay + 0.5, "decay_s=" + decay)[0]);
            double[] seconds = new double[200];
            double[] levels = new double[200];
            for (int i = 0; i < 200; i++) {
                seconds[i] = i * 0.02;
                int frame = (int) (seconds[i] * RATE);
                levels[i] = frame < curve.length && curve[frame] > -100 ? curve[frame] : Double.NaN;
            }
            plot.curve("decay_s=" + decay, seconds, levels);
        }
        plot.keep(docs("energy"));
    }

    @Test
    void lateSpectrum() throws IOException {
        float[] response = Responses.mono(RATE, 6)[0];
        double[] bins = FrequencyResponse.of(Arrays.copyOfRange(response, 14_400, 14_400 + 262_144), RATE)
            .magnitudesDb(262_144);
        int from = (int) (1000 * 262_144 / RATE);
        double[] hertz = new double[540];
        double[] levels = new double[540];
        double mean = 0;
        for (int i = 0; i < hertz.length; i++) {
            hertz[i] = (from + i) * RATE / 262_144;
            levels[i] = bins[from + i];
            mean += levels[i] / hertz.length;
        }
        for (int i = 0; i < levels.length; i++) {
            levels[i] -= mean;
        }
        new LinePlot("Late spectrum without modulation, 30 m hall, 2 s", Axis.linear("frequency, Hz", 1000, 1100),
            Axis.linear("level, dB of the mean", -30, 20))
            .curve("0.3 s after the impulse", hertz, levels).keep(docs("spectrum"));
    }
}
