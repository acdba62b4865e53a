package io.arioso.dsp.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The settled and the moving form of a section are one filter. */
class StateVariableFormTest {
    private static final int FRAMES = 4000;
    /** Not the flat tilt: with poles at 1 Hz even the textbook form has only 9 digits. */
    private static final FilterShape[] SHAPES = {FilterShape.BELL, FilterShape.LOW_SHELF, FilterShape.HIGH_SHELF,
        FilterShape.LOW_PASS, FilterShape.HIGH_PASS, FilterShape.NOTCH, FilterShape.BAND_PASS, FilterShape.TILT_SHELF,
        FilterShape.ALL_PASS, FilterShape.FLAT_GAIN};

    @Test
    void theStateVariableFilterIsTheBiquadTo12Digits() {
        for (BiquadList design : designs()) {
            double[] input = EqualizerSignals.doubles(EqualizerSignals.noise(1, FRAMES, 11)[0]);
            double[] expected = NaiveBiquads.run(design, input);
            double[] actual = input.clone();
            runMoving(design, new SectionBank(design.size(), 1), actual, 0, FRAMES);
            assertClose(expected, actual);
        }
    }

    @Test
    void aSectionChangesItsFormInMidSignalUnheard() {
        for (BiquadList design : designs()) {
            double[] input = EqualizerSignals.doubles(EqualizerSignals.noise(1, FRAMES, 12)[0]);
            double[] expected = NaiveBiquads.run(design, input);
            double[] actual = input.clone();
            SectionBank bank = new SectionBank(design.size(), 1);
            for (int i = 0; i < design.size(); i++) {
                bank.settle(i, design, i);
                SectionKernels.settled(bank, i, 0, actual, 0, 1000);
            }
            runMoving(design, bank, actual, 1000, 2000);
            for (int i = 0; i < design.size(); i++) {
                bank.arrive(i, design, i);
                SectionKernels.settled(bank, i, 0, actual, 2000, FRAMES);
            }
            assertClose(expected, actual);
        }
    }

    @Test
    void theRunTimeFormsAreTheTextbookFilter() {
        BiquadList design = new BiquadList(BandDesigner.MAX_BIQUADS);
        design.set(new BandDesigner().design(
                new BandSettings(FilterShape.HIGH_PASS, 3000, 0, 0.8, 30), 48_000));
        assertTrue(design.size() >= 3);
        float[][] noise = EqualizerSignals.noise(2, FRAMES, 13);
        double[] left = EqualizerSignals.doubles(noise[0]);
        double[] right = EqualizerSignals.doubles(noise[1]);
        double[] expectedLeft = NaiveBiquads.run(design, left);
        double[] expectedRight = NaiveBiquads.run(design, right);
        SectionBank bank = new SectionBank(design.size(), 2);
        for (int i = 0; i < design.size(); i++) {
            bank.settle(i, design, i);
        }
        double[] mono = left.clone();
        int i = 0;
        for (; i + 1 < design.size(); i += 2) {
            SectionKernels.settledPair(bank, i, i + 1, 0, left, 1, right, 0, FRAMES);
        }
        for (; i < design.size(); i++) {
            SectionKernels.settled(bank, i, 0, left, 1, right, 0, FRAMES);
        }
        assertClose(expectedLeft, left);
        assertClose(expectedRight, right);
        bank.clear();
        SectionKernels.settledPair(bank, 0, 1, 0, mono, 0, FRAMES);
        for (i = 2; i < design.size(); i++) {
            SectionKernels.settled(bank, i, 0, mono, 0, FRAMES);
        }
        assertClose(expectedLeft, mono);
    }

    /** EQ-7: 100 Hz to 10 kHz in 20 ms at Q 10. */
    @Test
    void aFastSweepStaysBelowTheStaticMaximum() {
        int frames = 960;
        BiquadList from = new BiquadList(1);
        BiquadList to = new BiquadList(1);
        AnalogPrototype prototype = new AnalogPrototype();
        prototype.set(FilterShape.LOW_PASS, 100, 0, 10, 12);
        BiquadDesign.bilinear(prototype, 48_000, from);
        prototype.set(FilterShape.LOW_PASS, 10_000, 0, 10, 12);
        BiquadDesign.bilinear(prototype, 48_000, to);
        double[] way = new double[frames];
        for (int i = 0; i < frames; i++) {
            way[i] = (i + 1.0) / frames;
        }
        for (double hz = 100; hz < 10_000; hz *= 1.07) {
            SectionBank bank = new SectionBank(1, 1);
            bank.settle(0, from, 0);
            double[] x = new double[5 * frames];
            for (int i = 0; i < x.length; i++) {
                x[i] = Math.sin(2 * Math.PI * hz / 48_000 * i);
            }
            SectionKernels.settled(bank, 0, 0, x, 0, frames);
            bank.move(0, from, to, 0);
            SectionKernels.moving(bank, 0, way, 0, x, frames, 2 * frames);
            bank.arrive(0, to, 0);
            SectionKernels.settled(bank, 0, 0, x, 2 * frames, x.length);
            for (double y : x) {
                assertTrue(Math.abs(y) <= 10 * Math.sqrt(2), hz + " Hz reaches " + y);
            }
        }
    }

    private static void runMoving(BiquadList design, SectionBank bank, double[] x, int from, int to) {
        double[] still = new double[to - from];
        for (int i = 0; i < design.size(); i++) {
            bank.move(i, design, design, i);
            SectionKernels.moving(bank, i, still, 0, x, from, to);
        }
    }

    private static void assertClose(double[] expected, double[] actual) {
        double peak = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-12 * Math.max(1, peak), "frame " + i);
        }
    }

    private static BiquadList[] designs() {
        Random random = new Random(14);
        BandDesigner designer = new BandDesigner();
        BiquadList[] designs = new BiquadList[60];
        for (int n = 0; n < designs.length; n++) {
            FilterShape shape = SHAPES[n % SHAPES.length];
            designs[n] = new BiquadList(BandDesigner.MAX_BIQUADS);
            designs[n].set(designer.design(new BandSettings(shape, 1000 * Math.pow(18, random.nextDouble()),
                    24 * random.nextDouble() - 12, 0.4 + 3 * random.nextDouble(), 6 + 6 * (n % 3)), 48_000));
        }
        return designs;
    }
}
