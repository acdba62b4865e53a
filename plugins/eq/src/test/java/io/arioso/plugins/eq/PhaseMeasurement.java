package io.arioso.plugins.eq;

import io.arioso.dsp.filter.AnalogPrototype;
import io.arioso.dsp.filter.BandSettings;
import io.arioso.testkit.PluginHarness;
import io.arioso.testkit.RunningPlugin;
import io.arioso.testkit.analysis.FrequencyResponse;
import io.arioso.testkit.signal.Signals;
import java.util.Arrays;
import java.util.List;

/** The impulse response of the whole effect in one of its phases, and what it means once its latency is taken away. */
final class PhaseMeasurement {
    static final double RATE = 48_000;

    private final float[] response;
    private final int latency;
    private final FrequencyResponse analysis;

    private PhaseMeasurement(float[] response, int latency) {
        this.response = response;
        this.latency = latency;
        analysis = FrequencyResponse.of(response, RATE);
    }

    /** Measures over some frames behind the latency, at settings as they are typed. */
    static PhaseMeasurement of(int frames, String... settings) {
        try (RunningPlugin running = PluginHarness.of(Equalizer::new).set(settings).open()) {
            int latency = running.latencyFrames();
            float[] impulse = Signals.impulse(latency + frames, 0, 1);
            return new PhaseMeasurement(running.render(impulse, impulse.clone())[0], latency);
        }
    }

    int latency() {
        return latency;
    }

    /** The response at a time in frames, 0 being the impulse of an untouched, equally late signal. */
    double at(int frame) {
        int index = latency + frame;
        return index >= 0 && index < response.length ? response[index] : 0;
    }

    double gainDb(double hz) {
        return analysis.magnitudeDb(hz);
    }

    /** The phase in degrees, within half a turn, without the latency. */
    double degrees(double hz) {
        double late = 2 * StrictMath.PI * hz / RATE * latency;
        return StrictMath.toDegrees(StrictMath.IEEEremainder(analysis.phase(hz) + late, 2 * StrictMath.PI));
    }

    static double analogDb(List<BandSettings> bands, double hz) {
        double power = 1;
        for (BandSettings band : bands) {
            power *= prototype(band).magnitudeSquared(hz);
        }
        return 10 * StrictMath.log10(power);
    }

    /** The phase of the analog models in degrees, within half a turn. */
    static double analogDegrees(List<BandSettings> bands, double hz) {
        double phase = 0;
        for (BandSettings band : bands) {
            phase += prototype(band).phase(hz);
        }
        return StrictMath.toDegrees(StrictMath.IEEEremainder(phase, 2 * StrictMath.PI));
    }

    private static AnalogPrototype prototype(BandSettings band) {
        AnalogPrototype prototype = new AnalogPrototype();
        prototype.set(band);
        return prototype;
    }

    /** Frequencies from one to another in equal ratios. */
    static double[] hertz(double from, double to, int points) {
        double[] hz = new double[points];
        Arrays.setAll(hz, i -> from * StrictMath.pow(to / from, i / (points - 1.0)));
        return hz;
    }
}
