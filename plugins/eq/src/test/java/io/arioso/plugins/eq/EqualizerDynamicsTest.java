package io.arioso.plugins.eq;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.dsp.filter.BandSettings;
import io.arioso.dsp.filter.FilterShape;
import io.arioso.dsp.filter.ResponseCurve;
import io.arioso.dsp.meter.LongTermSpectrum;
import io.arioso.dsp.meter.LoudnessMeter;
import io.arioso.runtime.ProcessorRunner;
import io.arioso.runtime.RunnerSettings;
import io.arioso.runtime.TransportState;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.event.EventList;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.testkit.signal.Signals;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EqualizerDynamicsTest {
    private static final int RATE = DynamicsBench.RATE;
    private static final float[][] NO_KEY = {};

    private static DynamicsBench bell() {
        return new DynamicsBench().set("band1_on", "on").set("band1_freq", "1 kHz").set("band1_dyn_on", "on")
                .set("band1_dyn_threshold", "-40 dB").set("band1_dyn_range", "-12 dB").set("band1_dyn_knee", "0 dB");
    }

    @ParameterizedTest
    @CsvSource({"-50, -50", "-36, -40", "-30, -40", "-20, -32"})
    void aBandThatIsTooLoudIsHeldAtItsThresholdWithinTheRange(double inDb, double outDb) {
        assertEquals(outDb, bell().outputDb(1000, inDb), 0.1);
    }

    @Test
    void theBandsOwnGainIsThereAllTheTime() {
        assertEquals(-50 + 6, bell().set("band1_gain", "6 dB").outputDb(1000, -50), 0.1);
        assertEquals(-20 + 6 - 12, bell().set("band1_gain", "6 dB").outputDb(1000, -20), 0.1);
    }

    @Test
    void gainScaleScalesRangesToo() {
        assertEquals(-20 - 6, bell().set("gain_scale", "50 %").outputDb(1000, -20), 0.1);
        assertEquals(-20 + 12, bell().set("gain_scale", "-100 %").outputDb(1000, -20), 0.1);
    }

    @Test
    void theLastBandIsAsTheFirst() {
        DynamicsBench last = new DynamicsBench();
        for (Parameter parameter : bell().effect.parameters()) {
            if (parameter.id().startsWith("band1_")) {
                last.set(parameter.id().replace("band1_", "band32_"), parameter.text());
            }
        }
        float[][] noise = {Signals.white(RATE, 3, 0.5), Signals.white(RATE, 4, 0.5)};
        float[][] first = bell().render(noise, NO_KEY, 512);
        float[][] other = last.render(noise, NO_KEY, 512);
        assertArrayEquals(first[0], other[0]);
        assertArrayEquals(first[1], other[1]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aSideChainMovesTheBandThatListensToIt(int channels) {
        DynamicsBench bench = bell().set("band1_sc_external", "on").set("band1_sc_filter", "all");
        assertTrue(bench.effect.supports(BusLayout.STEREO.withSidechain(channels)));
        assertFalse(bench.effect.supports(BusLayout.STEREO.withSidechain(3)));
        float[] sine = Signals.sine(RATE, 1000, RATE, 0.1);
        float[][] key = new float[channels][RATE];
        key[channels - 1] = Signals.sine(RATE, 200, RATE, 0.5);
        float[][] free = bench.render(new float[][] {sine, sine}, new float[channels][RATE], 512);
        float[][] ducked = bench.render(new float[][] {sine, sine}, key, 512);
        assertEquals(sine[RATE - 9], free[0][RATE - 9]);
        assertEquals(0.1 * Math.pow(10, -12 / 20.0), peak(ducked[0], RATE / 2), 0.002);
        assertEquals(-12, bench.effect.dynamicGain.read(), 0.1, "the largest gain since the meter's last figure");
    }

    @Test
    void metersShowTheGainsThatAreApplied() {
        DynamicsBench bench = bell().set("band7_on", "on").set("band7_freq", "5 kHz").set("band7_dyn_on", "on")
                .set("band7_dyn_range", "9 dB").set("band7_dyn_threshold", "-60 dB");
        bench.outputDb(1000, -34);
        assertEquals(-6, bench.effect.bandGains.get(0).read(), 0.1);
        assertEquals(9, bench.effect.bandGains.get(6).read(), 0.1);
        assertEquals(0, bench.effect.bandGains.get(1).read());
        assertEquals(9, bench.effect.dynamicGain.read(), 0.1);
    }

    @Test
    void lookaheadIsLatencyAndItsChangeAsksForARestart() {
        DynamicsBench bench = new DynamicsBench().set("lookahead_ms", "20 ms");
        AtomicInteger restarts = new AtomicInteger();
        try (ProcessorRunner runner = new ProcessorRunner(bench.effect,
                RunnerSettings.of(RATE, 512, BusLayout.STEREO).withHost(restarts::incrementAndGet))) {
            assertEquals(960, runner.latencyFrames());
            float[][] block = new float[2][512];
            runner.process(block, 512, EventList.NONE, new TransportState());
            assertEquals(0, restarts.get());
            bench.set("lookahead_ms", "5 ms");
            runner.process(block, 512, EventList.NONE, new TransportState());
            assertEquals(1, restarts.get());
        }
    }

    @Test
    void listeningToABandLetsItsPartBeHeard() {
        DynamicsBench bench = bell().set("band1_dyn_threshold", "0 dB").set("sc_listen", "1").set("band2_on", "on")
                .set("band2_gain", "12 dB");
        assertEquals(-20, bench.outputDb(1000, -20), 0.1, "the key, not the sound behind band 2");
        assertTrue(bench.outputDb(8000, -20) < -34, "far from the band little is heard");
        assertEquals(-20 + 12, bench.set("sc_listen", "2").outputDb(1000, -20), 0.1, "band 2 listens to nothing");
    }

    /** EQ-8, with a curve that moves. */
    @ParameterizedTest
    @CsvSource({"off, 6 dB", "on, 6 dB", "on, -12 dB"})
    void autoGainByLoudnessKeepsTheLoudnessOfPinkNoise(String dynamics, String gain) {
        DynamicsBench bench = bell().set("band1_dyn_on", dynamics).set("band1_gain", gain).set("band2_on", "on")
                .set("band2_type", "high shelf").set("band2_freq", "5 kHz").set("band2_gain", "9 dB")
                .set("auto_gain", "on").set("auto_gain_mode", "loudness");
        float[][] pink = {Signals.pink(12 * RATE, 1, 0.3), Signals.pink(12 * RATE, 2, 0.3)};
        double change = loudness(bench.render(pink, NO_KEY, 512)) - loudness(pink);
        assertEquals(0, change, 0.1, "LU");
    }

    private static double loudness(float[][] audio) {
        LoudnessMeter meter = new LoudnessMeter(RATE, 2);
        meter.process(audio, 4 * RATE, 8 * RATE);
        return meter.integratedLufs();
    }

    @Test
    void allBandsAtOnceGiveTheSameBitsInBlocksOfAnySize() {
        long seed = 20_261_122;
        Random random = new Random(seed);
        DynamicsBench bench = new DynamicsBench();
        for (Parameter parameter : bench.effect.parameters()) {
            boolean band = parameter.id().startsWith("band");
            if (band) {
                parameter.setNormalized(random.nextDouble());
            }
            if (band && (parameter.id().endsWith("_gain") || parameter.id().endsWith("_range"))) {
                parameter.set(6 * random.nextDouble() - 3);
            }
            if (band && parameter.id().endsWith("_on")) {
                parameter.set(1);
            }
        }
        bench.set("auto_gain", "on").set("auto_gain_mode", "loudness");
        float[][] noise = {Signals.white(9600, 7, 0.5), Signals.white(9600, 8, 0.5)};
        float[][] key = {Signals.white(9600, 9, 0.5), Signals.white(9600, 10, 0.5)};
        float[][] whole = bench.render(noise, key, 9600);
        for (int block : new int[] {1, 64, 509}) {
            float[][] cut = bench.render(noise, key, block);
            assertArrayEquals(whole[0], cut[0], "blocks of " + block + ", seed " + seed);
            assertArrayEquals(whole[1], cut[1], "blocks of " + block + ", seed " + seed);
        }
        assertTrue(peak(whole[0], 0) < 1e6 && !Arrays.equals(noise[0], whole[0]));
    }

    /** EQ-9, from spectra to parameters and back. */
    @Test
    void aMatchSetsTheBandsThatMakeTheDifference() {
        double[] hz = LongTermSpectrum.hertz();
        double[] wanted = new double[hz.length];
        ResponseCurve.of(List.of(BandSettings.of(FilterShape.LOW_SHELF, 100, 5, 0.7071),
                BandSettings.of(FilterShape.BELL, 400, -4, 1.5), BandSettings.of(FilterShape.BELL, 900, 3, 1),
                BandSettings.of(FilterShape.BELL, 2500, -6, 2), BandSettings.of(FilterShape.BELL, 5000, 4, 1.2),
                BandSettings.of(FilterShape.HIGH_SHELF, 10_000, -5, 0.7071)), RATE).gainsDb(hz, wanted);
        double[] programme = new double[hz.length];
        double[] reference = new double[hz.length];
        for (int i = 0; i < hz.length; i++) {
            programme[i] = -30 - 4 * Math.log(hz[i] / 20);
            reference[i] = programme[i] + wanted[i] - 11;
        }
        DynamicsBench bench = new DynamicsBench().set("band2_on", "on");
        double left = bench.effect.matchReference(hz, programme, reference, 8);
        assertTrue(left <= 0.5, "rms " + left + " dB");
        assertEquals(0, bench.effect.bands.get(1).gainDb().plain(), "a band that was on is left alone");
        bench.set("band2_on", "off");
        double[] found = bench.curveDb(hz, 100, -100);
        double mean = 0;
        for (int i = 0; i < hz.length; i++) {
            mean += (found[i] - wanted[i]) / hz.length;
        }
        double square = 0;
        for (int i = 0; i < hz.length; i++) {
            square += (found[i] - wanted[i] - mean) * (found[i] - wanted[i] - mean) / hz.length;
        }
        assertTrue(Math.sqrt(square) <= 0.5, "the sound is " + Math.sqrt(square) + " dB rms from it");
    }

    @Test
    void aMatchThatCannotBeMadeChangesNothing() {
        DynamicsBench bench = new DynamicsBench();
        var before = bench.effect.save();
        double[] hz = LongTermSpectrum.hertz();
        double[] level = new double[hz.length];
        double[] nothing = new double[hz.length];
        Arrays.fill(nothing, Double.NEGATIVE_INFINITY);
        assertThrows(IllegalArgumentException.class, () -> bench.effect.matchReference(hz, level, nothing, 8));
        assertThrows(IllegalArgumentException.class, () -> bench.effect.matchReference(hz, level, new double[3], 8));
        assertThrows(IllegalArgumentException.class, () -> bench.effect.matchReference(hz, level, level, 17));
        bench.effect.bands.forEach(band -> band.on().set(true));
        var full = bench.effect.save();
        String told = assertThrows(IllegalArgumentException.class,
                () -> bench.effect.matchReference(hz, level, level, 1)).getMessage();
        assertTrue(told.contains("0 bands are off, 1 were asked for"), told);
        assertEquals(full, bench.effect.save());
        assertNotEquals(before, full);
    }

    private static double peak(float[] samples, int from) {
        double peak = 0;
        for (int i = from; i < samples.length; i++) {
            peak = Math.max(peak, Math.abs(samples[i]));
        }
        return peak;
    }
}
