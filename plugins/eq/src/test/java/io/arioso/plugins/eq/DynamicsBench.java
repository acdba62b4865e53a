package io.arioso.plugins.eq;

import io.arioso.runtime.ProcessorRunner;
import io.arioso.runtime.RunnerSettings;
import io.arioso.runtime.TransportState;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.event.EventList;
import io.arioso.testkit.analysis.FrequencyResponse;
import io.arioso.testkit.signal.Signals;
import java.util.Arrays;

/** An EQ with one or more dynamic bands on a bench, for tests and the manual's plots. */
final class DynamicsBench {
    static final int RATE = 48_000;

    private static final int SETTLED = RATE / 2;
    private static final int RING = 8192;

    final Equalizer effect = new Equalizer();

    /** Sets a parameter as a user types it. */
    DynamicsBench set(String id, String typed) {
        effect.parameters().get(id).set(effect.parameters().get(id).parse(typed));
        return this;
    }

    /** Runs channels through in blocks; the side-chain may be missing. */
    float[][] render(float[][] audio, float[][] sidechain, int block) {
        float[][] out = Arrays.stream(audio).map(float[]::clone).toArray(float[][]::new);
        try (ProcessorRunner runner = runner(audio.length, sidechain.length, block)) {
            for (int at = 0; at < audio[0].length; at += block) {
                int end = Math.min(at + block, audio[0].length);
                float[][] part = part(out, at, end);
                runner.process(part, part(sidechain, at, end), end - at, EventList.NONE, new TransportState());
                for (int c = 0; c < out.length; c++) {
                    System.arraycopy(part[c], 0, out[c], at, end - at);
                }
            }
            if (!runner.faults().isEmpty()) {
                throw new AssertionError(runner.faults().toString());
            }
        }
        return out;
    }

    ProcessorRunner runner(int channels, int sidechain, int block) {
        return new ProcessorRunner(effect, RunnerSettings.of(RATE, block, new BusLayout(channels, sidechain)));
    }

    private static float[][] part(float[][] audio, int from, int to) {
        return Arrays.stream(audio).map(channel -> Arrays.copyOfRange(channel, from, to)).toArray(float[][]::new);
    }

    /** The settled level that comes out for a sine of a peak in dBFS, by its energy. */
    double outputDb(double hertz, double peakDb) {
        float[] sine = Signals.sine(RATE, hertz, RATE, StrictMath.pow(10, peakDb / 20));
        float[] out = render(new float[][] {sine}, new float[0][], 512)[0];
        double sum = 0;
        for (int i = SETTLED; i < RATE; i++) {
            sum += 2 * out[i] * (double) out[i];
        }
        return 10 * StrictMath.log10(sum / (RATE - SETTLED));
    }

    /** The curve that an impulse finds while a key of a level keeps the bands where they are. */
    double[] curveDb(double[] hertz, double keyHertz, double keyDb) {
        float[] key = Signals.sine(SETTLED + RING, keyHertz, RATE, StrictMath.pow(10, keyDb / 20));
        float[] impulse = Signals.impulse(SETTLED + RING, SETTLED, 1);
        float[] out = render(new float[][] {impulse}, new float[][] {key}, 512)[0];
        FrequencyResponse response = FrequencyResponse.of(Arrays.copyOfRange(out, SETTLED, SETTLED + RING), RATE);
        return Arrays.stream(hertz).map(response::magnitudeDb).toArray();
    }

    /** Frequencies from 20 Hz to 20 kHz, evenly spaced by ear. */
    static double[] hertz(int count) {
        double[] hz = new double[count];
        for (int i = 0; i < count; i++) {
            hz[i] = 20 * StrictMath.pow(1000, i / (count - 1.0));
        }
        return hz;
    }
}
