package io.arioso.dsp.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The synthetic signals of EBU Tech 3341 (cases 1 to 6 and 9 to 14) and Tech 3342 (1 to 4).
 *
 * <p>Cases 7 and 8 are recordings. At 48 kHz the readings are also held to those of libebur128 on the same signals,
 * within 0.02 LU.
 */
class LoudnessConformanceTest {
    private static final double EBU_LU = 0.1;
    private static final double REFERENCE_LU = 0.02;

    private int sampleRate;
    private LoudnessMeter meter;

    private ToneProgramme start(int sampleRate, int channels) {
        this.sampleRate = sampleRate;
        LoudnessMeter fresh = new LoudnessMeter(sampleRate, channels);
        meter = fresh;
        return new ToneProgramme(sampleRate, channels, fresh::process);
    }

    private void assertReads(double expected, double reference, double reading) {
        assertEquals(expected, reading, EBU_LU);
        if (sampleRate == 48_000) {
            assertEquals(reference, reading, REFERENCE_LU, "libebur128");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000, 192_000})
    void case1And2SteadyToneReadsItsLevelOnAllScales(int rate) {
        start(rate, 2).tone(20, -23);
        assertReads(-23, -22.993, meter.momentaryLufs());
        assertReads(-23, -22.993, meter.shortTermLufs());
        assertReads(-23, -22.993, meter.integratedLufs());
        start(rate, 2).tone(20, -33);
        assertReads(-33, -32.993, meter.momentaryLufs());
        assertReads(-33, -32.993, meter.shortTermLufs());
        assertReads(-33, -32.993, meter.integratedLufs());
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000, 192_000})
    void case3RelativeGateDropsQuietEnds(int rate) {
        start(rate, 2).tone(10, -36).tone(60, -23).tone(10, -36);
        assertReads(-23, -23.014, meter.integratedLufs());
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000, 192_000})
    void case4AbsoluteGateDropsNearSilence(int rate) {
        start(rate, 2).tone(10, -72).tone(10, -36).tone(60, -23).tone(10, -36).tone(10, -72);
        assertReads(-23, -23.014, meter.integratedLufs());
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000, 192_000})
    void case5BlocksOverlapAtStepsOfLevel(int rate) {
        start(rate, 2).tone(20, -26).tone(20.1, -20).tone(20, -26);
        assertReads(-23, -22.979, meter.integratedLufs());
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000, 192_000})
    void case6SurroundChannelsWeighMore(int rate) {
        start(rate, 5).tone(20, -28, -28, -24, -30, -30);
        assertReads(-23, -23.016, meter.integratedLufs());
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000, 192_000})
    void case9ShortTermIsConstantOverItsOwnPeriod(int rate) {
        ToneProgramme programme = start(rate, 2);
        for (int i = 0; i < 5; i++) {
            boolean full = i > 0;
            programme.tone(1.34, done -> assertConstant(full, meter::shortTermLufs), -20);
            programme.tone(1.66, done -> assertConstant(full, meter::shortTermLufs), -30);
        }
        assertReads(-23, -22.986, meter.maxShortTermLufs());
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000, 192_000})
    void case10ShortTermCatchesThreeSecondsStartingAnywhere(int rate) {
        for (int i = 0; i < 20; i++) {
            start(rate, 2).silence(i * 0.15).tone(3, -23).silence(1);
            assertReads(-23, -22.993, meter.maxShortTermLufs());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000, 192_000})
    void case11ShortTermMaximumFollowsRisingBursts(int rate) {
        ToneProgramme programme = start(rate, 2);
        for (int i = 0; i < 20; i++) {
            programme.silence(i * 0.15).tone(3, -38 + i).silence(3 - i * 0.15);
            assertEquals(-38 + i, meter.maxShortTermLufs(), EBU_LU);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000, 192_000})
    void case12MomentaryIsConstantOverItsOwnPeriod(int rate) {
        ToneProgramme programme = start(rate, 2);
        for (int i = 0; i < 25; i++) {
            boolean full = i > 2;
            programme.tone(0.18, done -> assertConstant(full, meter::momentaryLufs), -20);
            programme.tone(0.22, done -> assertConstant(full, meter::momentaryLufs), -30);
        }
        assertReads(-23, -22.960, meter.maxMomentaryLufs());
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000, 192_000})
    void case13MomentaryCatches400MsStartingAnywhere(int rate) {
        for (int i = 0; i < 20; i++) {
            start(rate, 2).silence(i * 0.02).tone(0.4, -23).silence(1);
            assertReads(-23, -22.994, meter.maxMomentaryLufs());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000, 192_000})
    void case14MomentaryMaximumFollowsRisingBursts(int rate) {
        ToneProgramme programme = start(rate, 2);
        for (int i = 0; i < 20; i++) {
            programme.silence(i * 0.02).tone(0.4, -38 + i).silence(0.4 - i * 0.02);
            assertEquals(-38 + i, meter.maxMomentaryLufs(), EBU_LU);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000, 192_000})
    void tech3342RangesAreTheDistancesOfTheSteps(int rate) {
        start(rate, 2).tone(20, -20).tone(20, -30);
        assertEquals(10, meter.loudnessRangeLu(), EBU_LU);
        start(rate, 2).tone(20, -20).tone(20, -15);
        assertEquals(5, meter.loudnessRangeLu(), EBU_LU);
        start(rate, 2).tone(20, -40).tone(20, -20);
        assertEquals(20, meter.loudnessRangeLu(), EBU_LU);
        start(rate, 2).tone(20, -50).tone(20, -35).tone(20, -20).tone(20, -35).tone(20, -50);
        assertEquals(15, meter.loudnessRangeLu(), EBU_LU);
    }

    private void assertConstant(boolean windowFull, DoubleSupplier reading) {
        if (windowFull) {
            assertEquals(-23, reading.getAsDouble(), EBU_LU);
        }
    }
}
