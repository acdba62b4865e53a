package io.arioso.plugins.widener;

import static io.arioso.plugins.widener.WidenerMeasurements.APART;
import static io.arioso.plugins.widener.WidenerMeasurements.FRAMES;
import static io.arioso.plugins.widener.WidenerMeasurements.RATE;
import static io.arioso.plugins.widener.WidenerMeasurements.antiphase;
import static io.arioso.plugins.widener.WidenerMeasurements.correlation;
import static io.arioso.plugins.widener.WidenerMeasurements.decorrelating;
import static io.arioso.plugins.widener.WidenerMeasurements.decorrelation;
import static io.arioso.plugins.widener.WidenerMeasurements.mid;
import static io.arioso.plugins.widener.WidenerMeasurements.monoSumResponse;
import static io.arioso.plugins.widener.WidenerMeasurements.power;
import static io.arioso.plugins.widener.WidenerMeasurements.side;
import static io.arioso.plugins.widener.WidenerMeasurements.sideResponse;
import static io.arioso.plugins.widener.WidenerMeasurements.widener;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.BusLayout;
import io.arioso.sdk.meter.Meter;
import io.arioso.testkit.PluginHarness;
import io.arioso.testkit.RunningPlugin;
import io.arioso.testkit.analysis.BandEnergy;
import io.arioso.testkit.analysis.FrequencyResponse;
import io.arioso.testkit.signal.Signals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sound of the widener; W-numbers are those of the requirements. */
class WidenerTest {

    /** W-1. */
    @Test
    void aWidthOfHundredPercentPassesEveryBit() {
        float[][] noise = Signals.whiteChannels(2, FRAMES, 1, 0.5);
        float[][] out = widener().render(noise);
        assertArrayEquals(noise[0], out[0]);
        assertArrayEquals(noise[1], out[1]);
    }

    /** W-1. */
    @Test
    void splitBandsOfHundredPercentAreFlat() {
        String[] allButOneAtHundred = {"width=100 %", "band1_width=100.0001 %"};
        FrequencyResponse side = sideResponse(widener(allButOneAtHundred));
        FrequencyResponse mid = monoSumResponse(widener(allButOneAtHundred));
        for (double hertz = 20; hertz < 20_000; hertz *= 1.1) {
            assertEquals(0, side.magnitudeDb(hertz), 0.01, "side at " + hertz + " Hz");
            assertEquals(0, mid.magnitudeDb(hertz), 0.001, "mid at " + hertz + " Hz");
        }
    }

    /** W-2. */
    @ParameterizedTest
    @ValueSource(strings = {"velvet", "allpass", "micro_delay"})
    void theMonoSumKeepsItsLevelAtEveryFrequencyWhateverIsWidened(String decorrelation) {
        String kind = "decorrelation=" + decorrelation;
        FrequencyResponse together = monoSumResponse(decorrelating("100 %", kind, "width=200 %"));
        FrequencyResponse apart = monoSumResponse(decorrelating("80 %", kind).set(APART)
            .set("mono_bass_freq=200 Hz", "guard_on=on", "guard_limit=0.5", "side_gain=9 dB", "onset_on=on"));
        for (double hertz = 20; hertz < 20_000; hertz *= 1.05) {
            assertEquals(0, together.magnitudeDb(hertz), 0.001, "alike, " + hertz + " Hz");
            assertEquals(0, apart.magnitudeDb(hertz), 0.001, "apart, " + hertz + " Hz");
        }
    }

    /** W-2. */
    @Test
    void whileNothingIsSplitTheMonoSumIsThatOfTheInputToRounding() {
        float[][] noise = Signals.whiteChannels(2, FRAMES, 3, 0.5);
        float[] before = mid(noise);
        float[] after = mid(decorrelating("100 %", "width=150 %").render(noise));
        for (int i = 0; i < FRAMES; i++) {
            assertEquals(before[i], after[i], 2e-7, "frame " + i);
        }
    }

    /** W-3. */
    @Test
    void aWidthOfZeroMakesBothChannelsEqualBitForBit() {
        float[][] noise = Signals.whiteChannels(2, FRAMES, 4, 0.5);
        float[][] together = widener("width=0 %").render(noise);
        assertArrayEquals(together[0], together[1]);
        float[][] split = widener("width=0 %", "crossover1_freq=300 Hz", "band2_width=150 %").render(noise);
        assertArrayEquals(split[0], split[1]);
    }

    /** W-4. */
    @ParameterizedTest
    @ValueSource(doubles = {44_100, 48_000, 96_000})
    void velvetNoiseUnrelatesLeftAndRightAndHardlyColoursThem(double rate) {
        StereoImpulse alike = decorrelation(decorrelating("100 %"), rate);
        StereoImpulse split = decorrelation(decorrelating("100 %", "band1_width=50 %"), rate);
        for (StereoImpulse impulse : new StereoImpulse[] {alike, split}) {
            assertTrue(impulse.largestCorrelation() <= 0.1, "correlation " + impulse.largestCorrelation());
            assertTrue(impulse.deviationDb(315, 1000) <= 3, "below 1 kHz " + impulse.deviationDb(315, 1000) + " dB");
            assertTrue(impulse.deviationDb(1000, 16_000) <= 1.5,
                "above 1 kHz " + impulse.deviationDb(1000, 16_000) + " dB");
        }
    }

    /** W-5. */
    @Test
    void theWidthOfABandActsOnItsBandAlone() {
        FrequencyResponse second = sideResponse(widener("width=100 %", "band1_width=0 %", "band3_width=0 %",
            "band4_width=0 %", "crossover1_freq=400 Hz", "crossover2_freq=1600 Hz", "crossover3_freq=8000 Hz"));
        assertEquals(linkwitzRileyDb(800, 400, 1600), second.magnitudeDb(800), 0.1);
        assertTrue(second.magnitudeDb(200) <= -24, second.magnitudeDb(200) + " dB");
        assertTrue(second.magnitudeDb(3200) <= -24, second.magnitudeDb(3200) + " dB");
        assertTrue(second.magnitudeDb(12_000) <= -48, second.magnitudeDb(12_000) + " dB");
    }

    /** A band between two Linkwitz-Riley corners: 1 / (1 + (f / corner)^4) for each. */
    private static double linkwitzRileyDb(double hertz, double low, double high) {
        return -20 * Math.log10((1 + Math.pow(low / hertz, 4)) * (1 + Math.pow(hertz / high, 4)));
    }

    /** W-6. */
    @ParameterizedTest
    @ValueSource(doubles = {60, 180, 500})
    void monoBassTakesTheSideAwayByItsSlope(double corner) {
        for (int slope : new int[] {12, 24}) {
            FrequencyResponse side = sideResponse(widener("mono_bass_freq=" + corner, "mono_bass_slope=" + slope));
            double butterworth = 10 * Math.log10(1 + Math.pow(2, slope / 3.0));
            assertEquals(-butterworth, side.magnitudeDb(corner / 2), 0.2, slope + " dB/oct at " + corner / 2);
            assertEquals(-3.01, side.magnitudeDb(corner), 0.1);
            assertEquals(0, side.magnitudeDb(corner * 8), 0.05);
        }
    }

    /** W-7. */
    @ParameterizedTest
    @ValueSource(doubles = {-0.5, 0, 0.2, 0.3, 0.8})
    void theGuardKeepsTheCorrelationAboveItsLimitWithinThreeHundredMilliseconds(double limit) {
        float[][] wide = antiphase(96_000, 7, 3);
        float[][] mono = antiphase(48_000, 9, 0.05);
        float[][] input = {Signals.join(mono[0], wide[0]), Signals.join(mono[1], wide[1])};
        float[][] out = widener("guard_on=on", "guard_limit=" + limit).render(input);
        assertArrayEquals(mono[0], java.util.Arrays.copyOf(out[0], 48_000), "what keeps the limit passes");
        int window = 4800;
        for (int from = 48_000 + 14_400; from + window <= 144_000; from += window) {
            double r = correlation(out, from, from + window);
            assertTrue(r >= limit, r + " at frame " + from);
            assertTrue(r <= limit + 0.15, "no more than needed: " + r + " at frame " + from);
        }
    }

    @Test
    void theGuardKeepsTheLimitWhenTheSidesAreOfUnequalLevel() {
        float[][] input = antiphase(96_000, 11, 4);
        for (int i = 0; i < 96_000; i++) {
            input[1][i] *= 0.3f;
        }
        float[][] out = widener("guard_on=on", "guard_limit=0.4").render(input);
        assertTrue(correlation(out, 14_400, 96_000) >= 0.4);
    }

    /** W-8. */
    @Test
    void theOnsetGateKeepsAClickNarrow() {
        float[] click = Signals.impulse(FRAMES, 9600, 0.9);
        double whole = power(click, 0, FRAMES);
        float[][] gated = decorrelating("100 %", "onset_on=on").render(click, click);
        float[][] open = decorrelating("100 %").render(click, click);
        int fiveMs = 9600 + 240;
        double gatedDb = 10 * Math.log10(power(side(gated), fiveMs, FRAMES) / whole + 1e-30);
        double openDb = 10 * Math.log10(power(side(open), fiveMs, FRAMES) / whole);
        assertTrue(gatedDb <= -25, gatedDb + " dB");
        assertTrue(openDb > -6, "without the gate it is heard: " + openDb + " dB");
    }

    @Test
    void theOnsetGateLeavesSteadySoundAlone() {
        float[] noise = Signals.pink(96_000, 5, 0.3);
        float[] gated = side(decorrelating("100 %", "onset_on=on").render(noise, noise));
        float[] open = side(decorrelating("100 %").render(noise, noise));
        double lossDb = 10 * Math.log10(power(gated, 9600, 96_000) / power(open, 9600, 96_000));
        assertTrue(lossDb > -1, lossDb + " dB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"velvet", "allpass", "micro_delay"})
    void decorrelatedMonoNoiseIsAsWideAsTwoStrangers(String kind) {
        float[] noise = Signals.white(96_000, 6, 0.3);
        float[][] out = decorrelating("100 %", "decorrelation=" + kind).render(noise, noise);
        assertEquals(0, correlation(out, 9600, 96_000), 0.1);
        double asideDb = 10 * Math.log10(power(out[0], 9600, 96_000) / power(out[1], 9600, 96_000));
        assertEquals(0, asideDb, 0.3, "louder on one side");
    }

    @Test
    void soloLetsOneBandBeHeardInMidAndSide() {
        float[] low = Signals.sine(FRAMES, 60, RATE, 0.3);
        float[] high = Signals.sine(FRAMES, 2000, RATE, 0.3);
        float[][] input = {Signals.sine(FRAMES, 2000, RATE, 0.3), low};
        for (int i = 0; i < FRAMES; i++) {
            input[0][i] += low[i];
        }
        float[][] out = widener("band3_solo=on").render(input);
        double heardDb = 10 * Math.log10(power(out[0], 9600, FRAMES) / power(high, 9600, FRAMES));
        assertEquals(linkwitzRileyDb(2000, 900, 5000), heardDb, 0.1);
        assertTrue(power(out[1], 9600, FRAMES) < 1e-4 * power(low, 9600, FRAMES));
    }

    @Test
    void aBypassedBandKeepsItsSide() {
        FrequencyResponse side = sideResponse(widener("width=0 %", "band3_bypass=on"));
        assertEquals(linkwitzRileyDb(2200, 900, 5000), side.magnitudeDb(2200), 0.1);
        assertTrue(side.magnitudeDb(70) < -24);
    }

    @Test
    void monoCheckPlaysTheMeanOfWhatLeavesOnBothSides() {
        float[][] noise = Signals.whiteChannels(2, FRAMES, 8, 0.5);
        float[][] without = widener("width=170 %", "balance=30 %").render(noise);
        float[][] checked = widener("width=170 %", "balance=30 %", "mono_check=on").render(noise);
        assertArrayEquals(checked[0], checked[1]);
        float[] mean = mid(without);
        for (int i = 0; i < FRAMES; i++) {
            assertEquals(mean[i], checked[0][i], 1e-6);
        }
    }

    @Test
    void rotationTurnsASoundAcrossTheStageAndBalanceTurnsOneSideDown() {
        float[] tone = Signals.sine(4800, 500, RATE, 0.5);
        float[][] right = widener("rotation=45").render(tone, tone);
        assertEquals(0, power(right[0], 0, 4800), 1e-9);
        assertEquals(2 * power(tone, 0, 4800), power(right[1], 0, 4800), 1e-3);
        float[][] balanced = widener("balance=-40 %").render(tone, tone);
        assertArrayEquals(tone, balanced[0]);
        assertEquals(0.36 * power(tone, 0, 4800), power(balanced[1], 0, 4800), 1e-3);
    }

    @Test
    void gainsOfMidAndSideAreThoseOfTheDecibels() {
        float[][] noise = Signals.whiteChannels(2, FRAMES, 8, 0.3);
        float[][] out = widener("mid_gain=-6 dB", "side_gain=4 dB").render(noise);
        assertEquals(-6, 10 * Math.log10(power(mid(out), 0, FRAMES) / power(mid(noise), 0, FRAMES)), 1e-4);
        assertEquals(4, 10 * Math.log10(power(side(out), 0, FRAMES) / power(side(noise), 0, FRAMES)), 1e-4);
    }

    @Test
    void aMonoBusPassesBitForBit() {
        float[] noise = Signals.white(FRAMES, 12, 0.5);
        float[][] out = PluginHarness.of(StereoWidener::new).layout(BusLayout.MONO).set("width=200 %").render(noise);
        assertArrayEquals(noise, out[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"velvet", "allpass", "micro_delay"})
    void anySplitIntoBlocksGivesTheSameBitsWithEverythingOnAndMoving(String kind) {
        float[][] noise = Signals.whiteChannels(2, 24_000, 13, 0.5);
        float[][] whole = moving(kind).blocks(24_000).render(noise);
        for (int block : new int[] {1, 7, 64, 480, 1000}) {
            float[][] cut = moving(kind).blocks(block).render(noise);
            assertArrayEquals(whole[0], cut[0], "blocks of " + block);
            assertArrayEquals(whole[1], cut[1], "blocks of " + block);
        }
    }

    private static PluginHarness moving(String kind) {
        return widener("decorrelation=" + kind).at(1000, "band2_width", 150).at(1500, "band3_decorrelation", 60)
            .at(2100, "onset_on", 1).at(2300, "guard_on", 1).at(2300, "guard_limit", 0.5)
            .at(3000, "mono_bass_freq", 200)
            .at(4000, "crossover2_freq", 2000).at(5000, "band1_solo", 1).at(7000, "band1_solo", 0)
            .at(8000, "rotation", 20).at(9000, "mono_check", 1).at(11_000, "mono_check", 0).at(12_000, "rotation", 0)
            .at(13_000, "guard_on", 0).at(14_000, "band3_decorrelation", 0).at(15_000, "band2_width", 100)
            .at(16_000, "mono_bass_freq", 20);
    }

    @Test
    void bandsThatAreAlikeAgainPassEveryBitAfterAWhile() {
        float[][] noise = Signals.whiteChannels(2, 192_000, 14, 0.5);
        float[][] out = widener().at(10_000, "band2_width", 150).at(30_000, "band2_width", 100).render(noise);
        for (int i = 140_000; i < 192_000; i++) {
            assertEquals(noise[0][i], out[0][i], "frame " + i);
        }
    }

    @Test
    void splittingAndJoiningLeaveNoClick() {
        float[] tone = Signals.sine(240_000, 1000, RATE, 0.5);
        float[] out = widener().at(24_013, "band2_width", 150).at(48_013, "band2_width", 100).render(tone, tone)[0];
        float[] high = BandEnergy.above(out, 4000, RATE);
        double loudest = BandEnergy.loudestWindowDb(high, 12_000, 238_000, 2400);
        assertTrue(loudest < -90, loudest + " dBFS above 4 kHz");
    }

    @Test
    void metersShowWhatIsThere() {
        float[][] input = antiphase(96_000, 15, 0.5);
        try (RunningPlugin running = widener("width=200 %").open()) {
            running.render(input);
            StereoWidener effect = (StereoWidener) running.plugin();
            assertEquals((1 - 0.25) / 1.25, effect.correlationIn.read(), 0.05);
            assertEquals(0, effect.correlationOut.read(), 0.05);
            assertEquals(3.01, effect.monoLoss.read(), 0.2);
            assertEquals(0, effect.gainReduction.read(), 1e-9);
            for (Meter meter : effect.bandWidths.subList(2, 4)) {
                assertEquals(100, meter.read(), 15, meter.id());
            }
        }
        try (RunningPlugin running = widener("guard_on=on", "guard_limit=0.6").open()) {
            running.render(antiphase(96_000, 15, 2));
            double reduction = ((StereoWidener) running.plugin()).gainReduction.read();
            // g² 4 (1 + r) = 1 - r at r = 0.612, the limit and its margin
            assertEquals(-10 * Math.log10((1 - 0.612) / (1 + 0.612) / 4), reduction, 0.7);
        }
    }
}
