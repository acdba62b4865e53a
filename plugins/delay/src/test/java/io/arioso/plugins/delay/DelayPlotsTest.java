package io.arioso.plugins.delay;

import static io.arioso.plugins.delay.Echoing.RATE;

import io.arioso.dsp.delay.DelayLine;
import io.arioso.dsp.delay.HermiteReader;
import io.arioso.testkit.plot.Axis;
import io.arioso.testkit.plot.LinePlot;
import io.arioso.testkit.signal.Signals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The plots of the manual, from measurements. */
class DelayPlotsTest {
    private static final Path FOLDER = Path.of("docs");
    private static final int PERIOD = 9600;

    @Test
    void repeatsOverTime() throws IOException {
        LinePlot plot = new LinePlot("Level of the repeats of an impulse, 200 ms",
            Axis.linear("Time (s)", 0, 4), Axis.linear("Level (dB)", -60, 25));
        for (int percent : new int[] {30, 60, 90}) {
            float[][] out = Echoing.impulse(4 * RATE + 100, "time_ms=200 ms", "feedback=" + percent + " %");
            double[] seconds = new double[20];
            double[] levels = new double[20];
            double[] expected = new double[20];
            for (int k = 1; k <= 20; k++) {
                seconds[k - 1] = 0.2 * k;
                levels[k - 1] = Echoing.db(Math.abs(out[0][k * PERIOD]));
                expected[k - 1] = Echoing.db(StrictMath.pow(percent / 100.0, k - 1));
            }
            plot.curve("feedback " + percent + " %", seconds, levels);
            plot.reference("its powers", seconds, expected);
        }
        plot.keep(FOLDER.resolve("repeats.svg"));
    }

    @Test
    void responseOfTheRepeats() throws IOException {
        double[] hz = hertz(120);
        LinePlot plot = new LinePlot("Repeats 1, 2, 4 and 8, each against 100 % feedback",
            Axis.logarithmic("Frequency (Hz)", 30, 20_000), Axis.linear("Level (dB)", -40, 30));
        float[][] filtered = Echoing.impulse(2 * RATE, "time_ms=200 ms", "feedback=99 %", "low_cut_freq=200 Hz",
            "high_cut_freq=5 kHz");
        // Quiet, for tape bends what is loud.
        float[] quiet = Signals.impulse(2 * RATE, 0, 0.01);
        float[][] tape = Echoing.wet("topology=tape", "time_ms=200 ms", "feedback=99 %").render(quiet, quiet);
        for (int k : new int[] {1, 2, 4, 8}) {
            plot.curve("cuts at 200 Hz and 5 kHz, repeat " + k, hz, response(filtered[0], k, 1, hz));
        }
        for (int k : new int[] {1, 2, 4, 8}) {
            plot.reference("tape, repeat " + k, hz, response(tape[0], k, 0.01, hz));
        }
        plot.keep(FOLDER.resolve("loop-response.svg"));
    }

    private static double[] response(float[] x, int k, double level, double[] hz) {
        return Arrays.stream(hz).map(frequency -> {
            double re = 0;
            double im = 0;
            for (int i = k * PERIOD - 100; i < Math.min(x.length, (k + 1) * PERIOD - 100); i++) {
                double turn = 2 * StrictMath.PI * frequency / RATE * (i - k * PERIOD);
                re += x[i] * StrictMath.cos(turn);
                im += x[i] * StrictMath.sin(turn);
            }
            return 10 * StrictMath.log10(re * re + im * im) - Echoing.db(level * StrictMath.pow(0.99, k - 1));
        }).toArray();
    }

    @Test
    void duckingOverTime() throws IOException {
        LinePlot plot = new LinePlot("Ducking by 8 dB while a key plays from 0 to 1 s",
            Axis.linear("Time (s)", -0.2, 2.8), Axis.linear("Gain of the echoes (dB)", -10, 4));
        for (int release : new int[] {100, 300, 1000}) {
            double[] gains = DuckingCurve.measure(-30, 8, 10, release);
            double[] seconds = new double[300];
            double[] heard = new double[300];
            for (int i = 0; i < 300; i++) {
                seconds[i] = -0.2 + i * 0.01;
                heard[i] = gains[(int) Math.rint((seconds[i] + 1) * RATE)];
            }
            plot.curve("attack 10 ms, release " + release + " ms", seconds, heard);
        }
        plot.keep(FOLDER.resolve("ducking.svg"));
    }

    @Test
    void lossBetweenTwoFrames() throws IOException {
        double[] hz = new double[44];
        Arrays.setAll(hz, i -> 500.0 * (i + 1));
        double[] clean = new double[hz.length];
        double[] tape = new double[hz.length];
        for (int i = 0; i < hz.length; i++) {
            float[] tone = Signals.sine(9600, hz[i], RATE, 0.5);
            float[] read = Echoing.wet("time_ms=" + 480.5 / 48 + " ms", "feedback=0 %").render(tone, tone)[0];
            clean[i] = Echoing.db(Echoing.tone(read, 1000, 9000, hz[i]) / 0.5);
            tape[i] = Echoing.db(Echoing.tone(throughHermite(tone), 1000, 9000, hz[i]) / 0.5);
        }
        new LinePlot("Loss of one read half-way between two frames at 48 kHz",
            Axis.linear("Frequency (Hz)", 0, 22_000), Axis.linear("Level (dB)", -10, 3))
            .curve("clean: sinc, 16 taps", hz, clean).curve("tape: Hermite, 4 points", hz, tape)
            .keep(FOLDER.resolve("interpolation.svg"));
    }

    private static float[] throughHermite(float[] x) {
        DelayLine line = new DelayLine(64);
        HermiteReader reader = new HermiteReader();
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            reader.read(line, new double[] {20.5}, y, i, 1);
            line.write(x, i, 1);
        }
        return y;
    }

    private static double[] hertz(int points) {
        double[] hz = new double[points];
        Arrays.setAll(hz, i -> 30 * StrictMath.pow(20_000 / 30.0, i / (points - 1.0)));
        return hz;
    }
}
