package io.arioso.plugins.delay;

import static io.arioso.plugins.delay.Echoing.RATE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.runtime.AllocationProbe;
import io.arioso.runtime.ProcessorRunner;
import io.arioso.runtime.RunnerSettings;
import io.arioso.runtime.TransportState;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.event.EventList;
import io.arioso.testkit.RunningPlugin;
import io.arioso.testkit.signal.Signals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands around the echoes: ducking, gate, width, pan, memory, requests to the host. */
class DelayOutputTest {

    @ParameterizedTest
    @CsvSource({"-30,8", "-40,12", "-32,20"})
    void duckingIsAsDeepAsItsAmount(double thresholdDb, double amountDb) {
        double[] gains = DuckingCurve.measure(thresholdDb, amountDb, 10, 300);
        assertEquals(-amountDb, gains[DuckingCurve.KEY_END - 10], 0.2);
        assertEquals(0, gains[DuckingCurve.KEY_START - 10], 0.01);
    }

    @ParameterizedTest
    @CsvSource({"10,300", "50,100", "100,1000"})
    void duckingTimesAreTrue(double attackMs, double releaseMs) {
        double[] gains = DuckingCurve.measure(-30, 10, attackMs, releaseMs);
        int down = DuckingCurve.KEY_START;
        while (gains[down] > -6.32) {
            down++;
        }
        int up = DuckingCurve.KEY_END;
        while (gains[up] < -3.68) {
            up++;
        }
        double attack = (down - DuckingCurve.KEY_START) / 48.0;
        double release = (up - DuckingCurve.KEY_END) / 48.0;
        assertEquals(attackMs, attack, Math.max(0.02 * attackMs, 0.3), "attack");
        assertEquals(releaseMs, release, 0.02 * releaseMs, "release");
    }

    @Test
    void theGateLetsOnlyThrowsThrough() {
        float[] quiet = Signals.sine(RATE, 1000, RATE, 0.01);
        float[] loud = Signals.sine(RATE, 1000, RATE, 0.5);
        float[] programme = Signals.join(quiet, loud, quiet);
        float[][] out = Echoing.wet("time_ms=10 ms", "feedback=0 %", "gate_on=on", "gate_threshold=-24 dB")
            .render(programme, programme);
        assertTrue(Echoing.db(Echoing.peak(out[0], 0, RATE)) < -120, "closed");
        assertEquals(0.5, Echoing.peak(out[0], RATE + 9600, 2 * RATE), 0.01, "open");
        assertTrue(Echoing.db(Echoing.peak(out[0], 3 * RATE - 9600, 3 * RATE)) < -110, "closed again");
    }

    @Test
    void widthAndPanPlaceTheEchoes() {
        float[] noise = Signals.white(RATE, 3, 0.5);
        float[][] mono = Echoing.wet("time_ms=10 ms", "width=0 %").render(noise, new float[RATE]);
        assertArrayEquals(mono[0], mono[1]);
        float[][] left = Echoing.wet("time_ms=10 ms", "pan=-100 %").render(noise, noise);
        assertEquals(0, Echoing.peak(left[1], 0, RATE));
        assertTrue(Echoing.peak(left[0], 0, RATE) > 0.4);
    }

    @Test
    void anInstanceAtItsDefaultsNeedsLessThanTwoMegabytes() throws IllegalAccessException {
        try (RunningPlugin running = Echoing.wet().open()) {
            long bytes = Footprint.bytes(running.processor());
            assertTrue(bytes < 2_000_000, bytes + " bytes");
        }
    }

    @Test
    void aLongerTimeThanThereIsMemoryForAsksForOneRestartAndGetsIt() {
        int[] requests = {0};
        Delay delay = new Delay();
        delay.mix().orElseThrow().set(100);
        delay.feedback.set(0);
        RunnerSettings settings = new RunnerSettings(RATE, 512, BusLayout.STEREO, false, () -> requests[0]++,
            AllocationProbe.NONE);
        float[][] block = new float[2][512];
        try (ProcessorRunner runner = new ProcessorRunner(delay, settings)) {
            runner.process(block, 512, EventList.NONE, new TransportState());
            assertEquals(0, requests[0]);
            delay.timeMs.set(4000);
            for (int i = 0; i < 10; i++) {
                runner.process(block, 512, EventList.NONE, new TransportState());
            }
            assertEquals(1, requests[0]);
        }
        try (ProcessorRunner runner = new ProcessorRunner(delay, settings)) {
            float[][] impulse = {Signals.impulse(5 * RATE, 0, 1), Signals.impulse(5 * RATE, 0, 1)};
            runner.process(impulse, 5 * RATE, EventList.NONE, new TransportState());
            assertEquals(1, impulse[0][4 * RATE]);
            assertEquals(1, requests[0]);
        }
    }

    @Test
    void aNoteThatIsTooLongStaysInTime() {
        float[] impulse = Signals.impulse(9 * RATE, 0, 1);
        float[][] out = Echoing.wet("sync=on", "note=4 bars", "feedback=0 %").transport(song -> song.tempo(60, 4, 4))
            .render(impulse, impulse);
        assertEquals(1, out[0][8 * RATE], "16 s do not fit into 10 s: half of it");
    }

    @Test
    void theTailIsEndlessWhereTheLoopIs() {
        try (RunningPlugin running = Echoing.wet("freeze=on").open()) {
            running.render(new float[2][512]);
            assertEquals(Long.MAX_VALUE, running.tailFrames());
        }
    }
}
