package io.arioso.plugins.delay;

import static io.arioso.plugins.delay.Echoing.RATE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.testkit.PluginHarness;
import io.arioso.testkit.RunningPlugin;
import io.arioso.testkit.signal.Signals;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When the echoes come. */
class DelayTimingTest {

    @ParameterizedTest
    @ValueSource(doubles = {1, 5, 95, 375, 1000, 1999})
    void fullyWetDelayEchoesAfterExactlyItsTime(double ms) {
        int frames = (int) (ms * 48);
        float[] noise = Signals.white(RATE, 1, 0.5);
        float[][] out = Echoing.wet("time_ms=" + ms + " ms", "feedback=0 %").tail(2 * RATE).render(noise, noise);
        float[] expected = new float[3 * RATE];
        System.arraycopy(noise, 0, expected, frames, Math.min(RATE, expected.length - frames));
        assertArrayEquals(expected, out[0]);
        assertArrayEquals(expected, out[1]);
    }

    @ParameterizedTest
    @CsvSource({"0.05,100", "0.123,100", "0.3,1000", "7.777,1000", "14.01,4000", "375.003,9000"})
    void aTimeBetweenTwoFramesIsExactToAHundredthOfAFrame(double ms, double hertz) {
        float[] burst = Echoing.burst(RATE, 2000, 2000, hertz);
        float[][] out = Echoing.wet("time_ms=" + ms + " ms", "feedback=0 %").render(burst, burst);
        assertEquals(0, Echoing.lateness(out[0], 0, RATE, hertz, 2000 + ms * 48), 0.01);
    }

    @Test
    void tenMinutesOfQuartersAt97BeatsAreLateByLessThanAFrame() {
        double quarter = 60 / 97.3 * RATE;
        double hertz = 1000;
        try (RunningPlugin running = Echoing.wet("sync=on", "note=1/4", "feedback=99 %")
                .transport(song -> song.tempo(97.3, 4, 4)).blocks(4096).open()) {
            float[] second = Echoing.burst(RATE, 2000, 1000, hertz);
            running.render(second, second);
            float[][] silence = new float[2][RATE];
            float[][] out = silence;
            for (int done = 1; done < 600; done++) {
                out = running.render(silence);
            }
            double from = 599.0 * RATE;
            double echo = Math.ceil((from - 2000 + 1000) / quarter) * quarter + 2000;
            int at = (int) (echo - from);
            double late = Echoing.lateness(out[0], at - 500, Math.min(RATE, at + 500), hertz, echo - from);
            assertTrue(Echoing.peak(out[0], at - 500, at + 500) > 1e-6);
            assertEquals(0, late, 1, "frames late after ten minutes");
        }
    }

    @ParameterizedTest
    @CsvSource({"1/4,120,24000", "1/8D,120,18000", "1/8T,100,9600", "1/64,120,1500", "1 bar,180,64000"})
    void aNoteLastsAsLongAsTheSongSays(String note, double bpm, int frames) {
        float[] impulse = Signals.impulse(2 * RATE, 0, 1);
        float[][] out = Echoing.wet("sync=on", "note=" + note, "feedback=0 %")
            .transport(song -> song.tempo(bpm, 4, 4)).render(impulse, impulse);
        assertEquals(1, out[0][frames], 1e-4);
    }

    @Test
    void swingMakesPingPongLongAndShortAndKeepsThePair() {
        float[] impulse = Signals.impulse(2 * RATE, 0, 1);
        float[][] out = Echoing.wet("topology=ping_pong", "sync=on", "note=1/8", "swing=66 %", "feedback=50 %")
            .render(impulse, impulse);
        assertEquals(1, out[0][15_840], 1e-4, "long: 12000 x 1.32");
        assertEquals(0.5, out[1][24_000], 1e-4, "the pair");
    }

    @Test
    void feelShiftsAndOffsetStretchesTheRight() {
        float[][] out = Echoing.impulse(RATE, "topology=dual", "time_ms=100 ms", "right_time_ms=200 ms", "offset=10 %",
            "feel_ms=-5 ms", "feedback=0 %");
        assertEquals(1, out[0][95 * 48]);
        assertEquals(1, Echoing.peak(out[1], 0, RATE));
        assertEquals(1, out[1][215 * 48], 1e-6, "200 ms x 1.1 less 5 ms");
    }

    @Test
    void aNewTempoIsFollowed() {
        float[] impulses = Signals.impulse(4 * RATE, 100, 1);
        impulses[2 * RATE] = 1;
        PluginHarness harness = Echoing.wet("sync=on", "note=1/4", "feedback=0 %", "change=jump");
        double[] tempo = {120};
        try (RunningPlugin running = harness.transport(song -> song.tempo(tempo[0], 4, 4)).open()) {
            float[][] out = running.render(Arrays.copyOf(impulses, 2 * RATE), Arrays.copyOf(impulses, 2 * RATE));
            assertEquals(1, out[0][24_100]);
        }
        tempo[0] = 100;
        float[][] slower = Echoing.wet("sync=on", "note=1/4", "feedback=0 %")
            .transport(song -> song.tempo(100, 4, 4)).render(impulses, impulses);
        assertEquals(1, slower[0][2 * RATE + 28_800], 1e-6);
    }

    @Test
    void crossfadingToAnotherTimeMakesNoStep() {
        float[] sine = Signals.sine(4 * RATE, 997, RATE, 0.5);
        double inputStep = largestStep(sine, 0, sine.length);
        float[][] out = Echoing.wet("time_ms=1000 ms", "feedback=0 %").at(2 * RATE + 7, "time_ms", 500)
            .render(sine, sine);
        // The fade itself adds at most its slope, 1.875 / 3840, times the difference of the two heads.
        assertTrue(largestStep(out[0], RATE + 100, 4 * RATE) <= inputStep + 1.875 / 3840, "largest step");
    }

    @Test
    void repitchingBendsThePitchAndArrivesExactly() {
        float[] sine = Signals.sine(6 * RATE, 997, RATE, 0.5);
        float[][] out = Echoing.wet("time_ms=500 ms", "feedback=0 %", "change=repitch", "glide_ms=400 ms")
            .at(2 * RATE, "time_ms", 600).render(sine, sine);
        double step = largestStep(sine, 0, sine.length);
        assertTrue(largestStep(out[0], RATE, 6 * RATE) <= step * 1.01, "slower tape has no larger steps");
        float[] expected = new float[6 * RATE];
        System.arraycopy(sine, 0, expected, 28_800, expected.length - 28_800);
        assertArrayEquals(Arrays.copyOfRange(expected, 5 * RATE, 6 * RATE),
            Arrays.copyOfRange(out[0], 5 * RATE, 6 * RATE), "arrived");
    }

    @Test
    void jumpingIsAtOnce() {
        float[] noise = Signals.white(RATE, 3, 0.5);
        float[][] out = Echoing.wet("time_ms=100 ms", "feedback=0 %", "change=jump").at(24_000, "time_ms", 50)
            .render(noise, noise);
        assertEquals(noise[23_999 - 4800], out[0][23_999]);
        assertEquals(noise[24_000 - 2400], out[0][24_000]);
    }

    private static double largestStep(float[] x, int from, int to) {
        double largest = 0;
        for (int i = from + 1; i < to; i++) {
            largest = Math.max(largest, Math.abs(x[i] - x[i - 1]));
        }
        return largest;
    }
}
