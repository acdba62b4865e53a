package io.arioso.plugins.delay;

import static io.arioso.plugins.delay.Echoing.RATE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.BusLayout;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.testkit.BlockSplit;
import io.arioso.testkit.PluginHarness;
import io.arioso.testkit.RunningPlugin;
import io.arioso.testkit.signal.Signals;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is particular to each topology, and what is common to all. */
class DelayTopologyTest {
    private static final int FRAMES = 20_000;

    @ParameterizedTest
    @EnumSource
    void anySplitGivesTheSameBitsWhileEverythingMoves(Topology topology) {
        long seed = 41 + topology.ordinal();
        float[][] noise = Signals.whiteChannels(2, FRAMES, seed, 0.7);
        float[][] whole = moved(topology, seed).blocks(4096).render(noise);
        for (BlockSplit split : new BlockSplit[] {BlockSplit.of(1), BlockSplit.of(37), BlockSplit.random(seed, 900)}) {
            float[][] cut = moved(topology, seed).blocks(split).render(noise);
            assertArrayEquals(whole[0], cut[0], split.name() + ", seed " + seed);
            assertArrayEquals(whole[1], cut[1], split.name() + ", seed " + seed);
        }
    }

    /** Short times, everything on, and every parameter thrown somewhere six times. */
    private static PluginHarness moved(Topology topology, long seed) {
        PluginHarness harness = topology(topology, "time_ms=13.3 ms", "right_time_ms=7 ms", "drive=30 %",
            "diffusion=50 %", "mod_depth_ms=0.5 ms", "flutter=20 %", "tilt=1 dB", "duck_on=on", "tap3_on=on");
        Random random = new Random(seed);
        for (Parameter parameter : new Delay().parameters()) {
            for (int change = 0; change < 6 && parameter.automatable(); change++) {
                boolean time = parameter.id().contains("time_ms");
                double place = time ? 0.35 + 0.3 * random.nextDouble() : random.nextDouble();
                harness.at(random.nextInt(FRAMES), parameter.id(), parameter.toPlain(place));
            }
        }
        return harness;
    }

    @ParameterizedTest
    @EnumSource
    void resetForgetsEverything(Topology topology) {
        float[][] noise = Signals.whiteChannels(2, FRAMES, 3, 0.7);
        try (RunningPlugin running = topology(topology, "time_ms=13.3 ms", "drive=30 %", "diffusion=50 %", "tilt=1 dB",
                "mod_depth_ms=0.5 ms", "flutter=20 %", "duck_on=on", "gate_on=on", "high_cut_freq=5 kHz").open()) {
            float[][] first = running.render(noise);
            running.reset();
            assertArrayEquals(first[0], running.render(noise)[0]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void worksInMonoAndAtEveryRate(Topology topology) {
        for (double rate : new double[] {8000, 44_100, 192_000}) {
            float[] noise = Signals.white(FRAMES, 6, 0.5);
            float[][] out = topology(topology, "time_ms=10 ms").layout(BusLayout.MONO).rate(rate).render(noise);
            assertTrue(Echoing.peak(out[0], 0, FRAMES) > 0.1, "silence at " + rate);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEnergyOfTheFirstEchoIsThatOfTheInput(Topology topology) {
        float[] burst = Echoing.burst(RATE, 6000, 4000, 1000);
        float[][] out = topology(topology, "time_ms=250 ms", "right_time_ms=250 ms", "feedback=0 %", "fade_ms=20 ms")
            .render(burst, burst);
        double in = energy(burst);
        double heard = topology == Topology.PING_PONG ? energy(out[0]) : (energy(out[0]) + energy(out[1])) / 2;
        // Tape and bucket brigade bend full scale a little.
        assertEquals(0, 10 * StrictMath.log10(heard / in), topology.saturates() ? 2.5 : 0.05);
    }

    private static double energy(float[] x) {
        double sum = 0;
        for (float sample : x) {
            sum += (double) sample * sample;
        }
        return sum;
    }

    @Test
    void middleAndSidesHaveTimesOfTheirOwn() {
        float[] impulse = Signals.impulse(RATE, 0, 1);
        float[][] out = topology(Topology.MID_SIDE, "time_ms=100 ms", "right_time_ms=200 ms", "feedback=0 %")
            .render(impulse, new float[RATE]);
        assertEquals(0.5, out[0][4800]);
        assertEquals(0.5, out[1][4800]);
        assertEquals(0.5, out[0][9600]);
        assertEquals(-0.5, out[1][9600]);
    }

    @Test
    void thePatternPlaysItsTapsAndComesAgain() {
        float[][] out = Echoing.impulse(2 * RATE, "topology=pattern", "time_ms=100 ms", "feedback=50 %",
            "pattern_steps=4", "tap1_step=1", "tap1_pan=-100 %", "tap2_on=on", "tap2_step=3", "tap2_level=-6 dB",
            "tap2_pan=50 %");
        double quieter = StrictMath.pow(10, -0.3);
        for (int round = 0; round < 4; round++) {
            double gain = StrictMath.pow(0.5, round);
            assertEquals(gain, out[0][round * 19_200 + 4800], 1e-5, "tap 1, round " + round);
            assertEquals(0, out[1][round * 19_200 + 4800], 1e-9);
            assertEquals(gain * quieter / 2, out[0][round * 19_200 + 14_400], 1e-5, "tap 2, round " + round);
            assertEquals(gain * quieter, out[1][round * 19_200 + 14_400], 1e-5);
        }
    }

    @Test
    void reversePlaysEachStretchBackwards() {
        float[] noise = Signals.white(3 * RATE, 7, 0.5);
        float[][] out = topology(Topology.REVERSE, "time_ms=500 ms", "feedback=0 %", "fade_ms=20 ms")
            .render(noise, noise);
        for (int stretch = 1; stretch < 6; stretch++) {
            int begin = stretch * 24_000;
            for (int i = 960; i < 24_000; i++) {
                assertEquals(noise[begin - 1 - i], out[0][begin + i], "frame " + i + " of stretch " + stretch);
            }
        }
    }

    @Test
    void reverseFadesFromStretchToStretchWithoutASeam() {
        float[] low = Signals.sine(2 * RATE, 60, RATE, 0.5);
        float[][] out = topology(Topology.REVERSE, "time_ms=300 ms", "feedback=0 %", "fade_ms=20 ms").render(low, low);
        double step = 0;
        for (int i = 14_401; i < 2 * RATE; i++) {
            step = Math.max(step, Math.abs(out[0][i] - out[0][i - 1]));
        }
        assertTrue(step < 0.5 * 2 * StrictMath.PI * 60 / RATE + 1.5 / 960 * 1.01, "largest step " + step);
    }

    @Test
    void tapeGrowsDullerRepeatByRepeatAndABucketBrigadeWithItsTime() {
        double[] tape = new double[3];
        float[][] out = Echoing.impulse(2 * RATE, "topology=tape", "time_ms=200 ms", "feedback=80 %");
        for (int k = 1; k <= 3; k++) {
            tape[k - 1] = Echoing.tone(out[0], k * 9600 - 1000, k * 9600 + 1000, 9000)
                / Echoing.tone(out[0], k * 9600 - 1000, k * 9600 + 1000, 1000);
        }
        assertEquals(-3, Echoing.db(tape[0]), 0.5, "the head's corner");
        assertTrue(tape[1] < tape[0] * 0.75 && tape[2] < tape[1] * 0.75, Arrays.toString(tape));
        float[] burst = Echoing.burst(2 * RATE, 3000, 2000, 4000);
        double fast = energy(topology(Topology.BBD, "time_ms=100 ms", "feedback=0 %").render(burst, burst)[0]);
        double slow = energy(topology(Topology.BBD, "time_ms=600 ms", "feedback=0 %").render(burst, burst)[0]);
        assertTrue(slow < fast / 100, "4 kHz does not pass a clock of 3.4 kHz: " + slow + " of " + fast);
    }

    @Test
    void diffusionSmearsAroundTheTime() {
        float[][] out = Echoing.impulse(RATE, "topology=diffuse", "time_ms=400 ms", "feedback=0 %");
        double energy = 0;
        double moment = 0;
        for (int i = 0; i < RATE; i++) {
            energy += out[0][i] * out[0][i];
            moment += (double) i * out[0][i] * out[0][i];
        }
        assertEquals(19_200, moment / energy, 48, "the centre is the time");
        assertTrue(Echoing.peak(out[0], 0, RATE) < 0.6, "no sharp echo is left");
        float[][] later = Echoing.impulse(2 * RATE, "time_ms=400 ms", "feedback=50 %", "diffusion=100 %");
        assertEquals(1, later[0][19_200], "the first echo of the other topologies is sharp");
        assertTrue(Echoing.peak(later[0], 30_000, 50_000) < 0.31, "the second is not");
    }

    private static PluginHarness topology(Topology topology, String... settings) {
        return Echoing.wet("topology=" + topology.name().toLowerCase(Locale.ROOT)).set(settings);
    }
}
