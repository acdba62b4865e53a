package io.arioso.plugins.delay;

import static io.arioso.plugins.delay.Echoing.RATE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.testkit.RunningPlugin;
import io.arioso.testkit.signal.Signals;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an echo. */
class DelayFeedbackTest {

    @ParameterizedTest
    @ValueSource(doubles = {20, 50, 90, 99})
    void eachRepeatIsQuieterByTheFeedback(double percent) {
        float[][] out = Echoing.impulse(3 * RATE, "time_ms=200 ms", "feedback=" + percent + " %");
        for (int k = 1; k <= 10; k++) {
            assertEquals(Echoing.db(StrictMath.pow(percent / 100, k - 1)), Echoing.db(out[0][k * 9600]), 0.05,
                "repeat " + k);
        }
    }

    @ParameterizedTest
    @CsvSource({"375.01,0,0.1", "200.37,0,0.1", "375.01,1,0.5"})
    void theTenthRepeatOfTenKilohertzIsStillThere(double ms, double modDepthMs, double boundDb) {
        int period = (int) (ms * 48);
        float[] burst = Echoing.burst(12 * period, 4000, 6000, 10_000);
        float[][] out = Echoing.wet("time_ms=" + ms + " ms", "feedback=100 %", "mod_depth_ms=" + modDepthMs + " ms",
            "mod_rate=1 Hz").render(burst, burst);
        double first = energy(out[0], 1 * period, 1 * period + 8000);
        double tenth = energy(out[0], 10 * period, 10 * period + 8000);
        assertEquals(0, 10 * StrictMath.log10(tenth / first), boundDb);
    }

    private static double energy(float[] x, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) x[i] * x[i];
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"0,375", "0.3,375", "0,21.3", "0.3,0.8"})
    void oneHundredAndTenPerCentStayBelowPlusThree(double dc, double ms) {
        float[] noise = Signals.white(RATE, 5, 0.5);
        for (int i = 0; i < RATE; i++) {
            noise[i] += (float) dc;
        }
        try (RunningPlugin running = Echoing.wet("time_ms=" + ms + " ms", "feedback=110 %").blocks(1024).open()) {
            running.render(noise, noise);
            float[][] silence = new float[2][RATE];
            float[][] out = silence;
            double mean = 0;
            for (int second = 0; second < 60; second++) {
                out = running.render(silence);
                for (float sample : out[0]) {
                    mean += second < 30 ? 0 : sample / (30.0 * RATE);
                }
                if (second > 0) {
                    assertTrue(Echoing.peak(out[0], 0, RATE) <= 1.4126,
                        "second " + second + ": " + Echoing.peak(out[0], 0, RATE));
                }
            }
            assertTrue(Echoing.peak(out[0], 0, RATE) > 0.1, "it goes on");
            assertEquals(0, mean, 0.003, "no direct current");
        }
    }

    @Test
    void pingPongNeverLeaksToTheOtherSide() {
        float[][] out = Echoing.impulse(3 * RATE, "topology=ping_pong", "time_ms=250 ms", "feedback=80 %");
        for (int k = 1; k <= 10; k++) {
            int at = k * 12_000;
            float[] heard = out[1 - k % 2];
            float[] other = out[k % 2];
            assertEquals(Echoing.db(StrictMath.pow(0.8, k - 1)), Echoing.db(heard[at]), 0.05, "repeat " + k);
            assertTrue(Echoing.db(Echoing.peak(other, at - 5000, at + 5000)) <= -120, "the other side of repeat " + k);
        }
    }

    @Test
    void crossFeedLeadsEchoesToTheOtherSide() {
        float[] impulse = Signals.impulse(RATE, 0, 1);
        float[][] out = Echoing.wet("time_ms=100 ms", "feedback=50 %", "cross=25 %").render(impulse, new float[RATE]);
        assertEquals(1, out[0][4800]);
        assertEquals(0.375, out[0][9600], 1e-6);
        assertEquals(0.125, out[1][9600], 1e-6);
    }

    @Test
    void theFiltersWorkOncePerRepeat() {
        float[][] out = Echoing.impulse(2 * RATE, "time_ms=200 ms", "feedback=90 %", "high_cut_freq=2 kHz",
            "high_cut_slope=12", "low_cut_freq=200 Hz", "low_cut_slope=24");
        for (int k = 1; k <= 5; k++) {
            double corner = response(out[0], k, 2000);
            double low = response(out[0], k, 200);
            assertEquals((k - 1) * (Echoing.db(0.9) - 3.01), corner, 0.05 * k, "2 kHz, repeat " + k);
            assertEquals((k - 1) * (Echoing.db(0.9) - 3.01), low, 0.1 * k, "200 Hz, repeat " + k);
        }
    }

    @Test
    void tiltTurnsTheRepeatsAroundTheMiddle() {
        float[][] out = Echoing.impulse(RATE, "time_ms=100 ms", "feedback=50 %", "tilt=-4 dB");
        assertEquals(4 + Echoing.db(0.5), response(out[0], 2, 30), 0.1);
        assertEquals(-4 + Echoing.db(0.5), response(out[0], 2, 20_000), 0.1);
    }

    /** Of the k-th repeat of an impulse. */
    private static double response(float[] x, int k, double hertz) {
        int period = x.length == RATE ? 4800 : 9600;
        double re = 0;
        double im = 0;
        for (int i = k * period - 20; i < (k + 1) * period - 20; i++) {
            re += x[i] * StrictMath.cos(2 * StrictMath.PI * hertz * i / RATE);
            im += x[i] * StrictMath.sin(2 * StrictMath.PI * hertz * i / RATE);
        }
        return 10 * StrictMath.log10(re * re + im * im);
    }

    @Test
    void driveBendsLoudEchoesAndLeavesQuietOnesInTime() {
        float[] quiet = Echoing.burst(RATE, 2000, 2000, 1000);
        for (int i = 0; i < RATE; i++) {
            quiet[i] *= 0.001f;
        }
        float[][] out = Echoing.wet("time_ms=100 ms", "feedback=0 %", "drive=50 %").render(quiet, quiet);
        assertEquals(0, Echoing.lateness(out[0], 0, RATE, 1000, 6800), 0.01);
        assertEquals(0.001, Echoing.peak(out[0], 0, RATE), 2e-6);
        float[] loud = Signals.sine(RATE, 1000, RATE, 0.9);
        float[][] bent = Echoing.wet("time_ms=100 ms", "feedback=0 %", "drive=100 %").render(loud, loud);
        assertTrue(Echoing.peak(bent[0], 10_000, RATE) < 0.2, "the ceiling is 18 dB below +3 dBFS");
    }

    @Test
    void theSaturatedLoopFoldsLittleBack() {
        float[] sine = Signals.sine(2 * RATE, 5000, RATE, 0.5);
        float[][] out = Echoing.wet("topology=single", "time_ms=100 ms", "feedback=0 %", "drive=40 %")
            .render(sine, sine);
        double fundamental = Echoing.tone(out[0], RATE, 2 * RATE, 5000);
        // Harmonics 5 and 7 of 5 kHz fold to 23 and 13 kHz.
        assertTrue(Echoing.db(Echoing.tone(out[0], RATE, 2 * RATE, 23_000) / fundamental) < -45);
        assertTrue(Echoing.db(Echoing.tone(out[0], RATE, 2 * RATE, 13_000) / fundamental) < -50);
    }

    @ParameterizedTest
    @EnumSource(value = Topology.class, names = {"SINGLE", "PING_PONG", "TAPE", "BBD", "MID_SIDE"})
    void frozenBitsCirculateUnchanged(Topology topology) {
        float[][] noise = Signals.whiteChannels(2, RATE, 8, 0.5);
        try (RunningPlugin running = Echoing.wet("topology=" + topology.name().toLowerCase(java.util.Locale.ROOT),
                "time_ms=250.01 ms", "right_time_ms=250 ms", "feedback=50 %", "fade_ms=20 ms", "glide_ms=20 ms")
                .at(RATE / 2, "freeze", 1).open()) {
            running.render(noise);
            running.render(new float[2][2 * RATE]);
            float[][] once = running.render(new float[2][24_000]);
            float[][] later = once;
            for (int second = 0; second < 20; second++) {
                later = running.render(new float[2][24_000]);
            }
            assertTrue(Echoing.peak(once[0], 0, 24_000) > 0.01, "something is kept");
            if (topology == Topology.TAPE || topology == Topology.BBD) {
                // What comes out passes the medium's filters, whose states end up repeating too.
                assertEquals(0, largestDifference(once[0], later[0]), 1e-6);
            } else {
                assertArrayEquals(once[0], later[0]);
                assertArrayEquals(once[1], later[1]);
            }
        }
    }

    private static double largestDifference(float[] x, float[] y) {
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            largest = Math.max(largest, Math.abs(x[i] - y[i]));
        }
        return largest;
    }

    @Test
    void modulationIsFrequencyModulationAndNothingElse() {
        int frames = 4 * RATE;
        float[] sine = Signals.sine(frames, 5000, RATE, 0.5);
        float[][] out = Echoing.wet("time_ms=20 ms", "feedback=0 %", "mod_depth_ms=1 ms", "mod_rate=1 Hz")
            .render(sine, sine);
        double error = 0;
        double power = 0;
        for (int i = RATE; i < frames; i++) {
            double delay = 960 + 48 * StrictMath.sin(2 * StrictMath.PI * i / RATE);
            double ideal = 0.5 * StrictMath.sin(2 * StrictMath.PI * 5000 / RATE * (i - delay));
            error += (out[0][i] - ideal) * (out[0][i] - ideal);
            power += ideal * ideal;
        }
        double spurs = 10 * StrictMath.log10(error / power);
        assertTrue(spurs <= -80, "all that is not modulation: " + spurs + " dBc");
    }

    @Test
    void silenceAfterALongTailIsExactZero() {
        float[][] out = Echoing.wet("time_ms=30 ms", "feedback=60 %", "high_cut_freq=4 kHz", "drive=20 %", "tilt=2 dB")
            .tail(20 * RATE).render(Signals.whiteChannels(2, RATE, 4, 0.5));
        float[] end = Arrays.copyOfRange(out[0], 20 * RATE, 21 * RATE);
        assertArrayEquals(new float[RATE], end);
    }
}
