package io.arioso.plugins.eq;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.arioso.dsp.filter.BandSettings;
import io.arioso.dsp.filter.FilterShape;
import io.arioso.runtime.AllocationProbe;
import io.arioso.runtime.ProcessorRunner;
import io.arioso.runtime.RunnerSettings;
import io.arioso.runtime.TransportState;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.event.EventList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EqualizerPhaseTest {
    private static final List<BandSettings> BANDS = List.of(
            BandSettings.of(FilterShape.BELL, 10_000, 12, 1),
            new BandSettings(FilterShape.HIGH_PASS, 100, 0, 0.7071, 24),
            BandSettings.of(FilterShape.HIGH_SHELF, 14_000, -6, 0.7071));
    private static final String[] SETTINGS = {
        "band1_on=on", "band1_freq=10 kHz", "band1_gain=12 dB", "band1_q=1",
        "band2_on=on", "band2_type=high pass", "band2_freq=100 Hz", "band2_slope=24",
        "band3_on=on", "band3_type=high shelf", "band3_freq=14 kHz", "band3_gain=-6 dB"};

    @ParameterizedTest
    @CsvSource({"minimum, 4096, 0", "analog, 4096, 384", "linear, 1024, 576", "linear, 4096, 2304",
        "linear, 16384, 9216"})
    void everyPhaseHasItsLatency(String phase, String length, int frames) {
        assertEquals(frames, PhaseMeasurement.of(1, "phase=" + phase, "linear_length=" + length).latency());
    }

    /** EQ-4, end to end. */
    @Test
    void analogPhaseIsTheAnalogPhaseTo19Kilohertz() {
        PhaseMeasurement ours = measure("phase=analog");
        for (double hz : PhaseMeasurement.hertz(25, 19_200, 80)) {
            double error = Math.IEEEremainder(ours.degrees(hz) - PhaseMeasurement.analogDegrees(BANDS, hz), 360);
            assertEquals(0, error, 0.3, hz + " Hz, in degrees");
            assertEquals(PhaseMeasurement.analogDb(BANDS, hz), ours.gainDb(hz), 0.05, hz + " Hz, in dB");
        }
    }

    /** EQ-5, end to end. */
    @Test
    void linearPhaseHasTheAnalogMagnitudeAndNoPhase() {
        PhaseMeasurement ours = measure("phase=linear", "linear_length=4096");
        for (double hz : PhaseMeasurement.hertz(80, 23_000, 80)) {
            assertEquals(0, ours.degrees(hz), 0.01, hz + " Hz, in degrees");
            assertEquals(PhaseMeasurement.analogDb(BANDS, hz), ours.gainDb(hz), 0.05, hz + " Hz, in dB");
        }
    }

    private static PhaseMeasurement measure(String... phase) {
        String[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(phase), java.util.Arrays.stream(SETTINGS))
                .toArray(String[]::new);
        return PhaseMeasurement.of(8192, all);
    }

    @Test
    void anotherPhaseAsksTheHostForARestart() {
        Equalizer effect = new Equalizer();
        AtomicInteger requests = new AtomicInteger();
        RunnerSettings settings = new RunnerSettings(48_000, 64, BusLayout.STEREO, false, requests::incrementAndGet,
                AllocationProbe.NONE);
        try (ProcessorRunner runner = new ProcessorRunner(effect, settings)) {
            process(runner);
            effect.linearLength.set(LinearLength.TAPS_1024);
            process(runner);
            assertEquals(0, requests.get(), "the length counts in linear phase alone");
            effect.phase.set(Phase.LINEAR);
            process(runner);
            assertEquals(1, requests.get());
        }
    }

    private static void process(ProcessorRunner runner) {
        runner.process(new float[2][64], 64, EventList.NONE, new TransportState());
    }
}
