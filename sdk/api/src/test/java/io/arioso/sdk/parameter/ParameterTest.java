package io.arioso.sdk.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.state.StateValue;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterTest {
    enum Shape { SINE, SAW_UP, SQUARE }

    static Stream<Parameter> everyFactory() {
        return Stream.of(
            FloatParameter.decibels("a", "A", -60, 24, 0),
            FloatParameter.hertz("b", "B", 20, 20_000, 1000),
            FloatParameter.milliseconds("c", "C", 0.05, 2000, 10),
            FloatParameter.milliseconds("d", "D", 0, 500, 20),
            FloatParameter.percent("e", "E", 0, 100, 50),
            FloatParameter.of("f", "F", Unit.RATIO, 1, 20, 4).skew(Skew.power(2)),
            FloatParameter.of("g", "G", Unit.LUFS, -30, -5, -14).step(0.1),
            FloatParameter.of("h", "H", Unit.SECONDS, 0.1, 30, 2).skew(Skew.power(0.5)),
            new IntParameter("i", "I", Unit.SEMITONES, -12, 12, 0),
            new BoolParameter("j", "J", true),
            new ChoiceParameter<>("k", "K", Shape.SINE));
    }

    @ParameterizedTest
    @MethodSource("everyFactory")
    void aThousandValuesSurviveTheKnob(Parameter parameter) {
        for (int place = 0; place <= 1000; place++) {
            double plain = parameter.toPlain(place / 1000.0);
            assertEquals(plain, parameter.nearest(plain), "legal at " + place);
            assertEquals(plain, parameter.toPlain(parameter.toNormalized(plain)),
                1e-9 * (parameter.maximum() - parameter.minimum()));
            if (parameter.stepCount() == 0) assertEquals(place / 1000.0, parameter.toNormalized(plain), 1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("everyFactory")
    void aThousandValuesSurviveAsText(Parameter parameter) {
        long seed = 7;
        Random random = new Random(seed);
        for (int trial = 0; trial < 1000; trial++) {
            double plain = parameter.toPlain(random.nextDouble());
            String text = parameter.format(plain);
            double back = parameter.parse(text);
            double tolerance = parameter.stepCount() > 0 ? 0 : 6e-5 * Math.max(1, Math.abs(plain));
            assertEquals(plain, back, tolerance, () -> text + ", seed " + seed);
            assertEquals(text, parameter.format(back), () -> "seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("everyFactory")
    void aThousandValuesSurviveBeingSavedBitForBit(Parameter parameter) {
        for (int place = 0; place <= 1000; place++) {
            parameter.setNormalized(place / 1000.0);
            assertEquals(parameter.plain(), parameter.restore(parameter.save()));
        }
    }

    @ParameterizedTest
    @MethodSource("everyFactory")
    void theEndsOfTheKnobAreTheBoundsExactly(Parameter parameter) {
        assertEquals(parameter.minimum(), parameter.toPlain(-5));
        assertEquals(parameter.maximum(), parameter.toPlain(1.5));
        assertEquals(0, parameter.toNormalized(parameter.minimum() - 1));
        assertEquals(1, parameter.toNormalized(parameter.maximum() + 1));
        assertEquals(parameter.maximum(), parameter.parse(parameter.format(parameter.maximum())));
        assertEquals(parameter.minimum(), parameter.parse(parameter.format(parameter.minimum())));
    }

    @ParameterizedTest
    @CsvSource({"0, 20", "0.25, 112.4682650380698", "0.5, 632.4555320336759", "1, 20000"})
    void aLogarithmicKnobHasEqualRatios(double place, double hertz) {
        assertEquals(hertz, FloatParameter.hertz("f", "F", 20, 20_000, 1000).toPlain(place), 1e-9 * hertz);
    }

    @Test
    void aPowerAboveOneGivesTheLowerEndMoreRoom() {
        FloatParameter ratio = FloatParameter.of("r", "R", Unit.RATIO, 0, 8, 1).skew(Skew.power(3));
        assertEquals(1, ratio.toPlain(0.5), 1e-12);
        assertEquals(0.5, ratio.toNormalized(1), 1e-12);
    }

    @Test
    void setRefusesWhatIsOutsideAndKeepsTheValue() {
        FloatParameter gain = FloatParameter.decibels("gain", "Gain", -60, 24, 1);
        for (double outside : new double[] {24.5, -61, Double.NaN, Double.POSITIVE_INFINITY})
            assertThrows(IllegalArgumentException.class, () -> gain.set(outside));
        assertEquals("parameter \"gain\": 24.5 dB is outside -60 dB..24 dB",
            assertThrows(IllegalArgumentException.class, () -> gain.set(24.5)).getMessage());
        assertEquals(1, gain.plain());
        gain.setNormalized(Double.NaN);
        assertEquals(1, gain.plain());
    }

    @Test
    void theNearestLegalValueIsTheDefaultForNotANumber() {
        FloatParameter gain = FloatParameter.decibels("gain", "Gain", -60, 24, 1);
        assertEquals(1, gain.nearest(Double.NaN));
        assertEquals(24, gain.nearest(Double.POSITIVE_INFINITY));
        assertEquals(-60, gain.nearest(-1e300));
    }

    @Test
    void negativeZeroIsZero() {
        FloatParameter gain = FloatParameter.decibels("gain", "Gain", -60, 24, 1);
        gain.set(-0.0);
        assertEquals(0, Double.doubleToRawLongBits(gain.plain()));
        assertEquals("0 dB", gain.text());
    }

    @ParameterizedTest
    @CsvSource({"Gain", "1gain", "'gain db'", "''", "gain-db", "gäin"})
    void anIdOfOtherLettersIsRefused(String id) {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> FloatParameter.percent(id, "X", 0, 1, 0))
            .getMessage().startsWith("parameter id \"" + id + "\" does not match"));
    }

    @Test
    void impossibleDeclarationsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> FloatParameter.percent("x", "X", 1, 1, 1));
        assertThrows(IllegalArgumentException.class,
            () -> FloatParameter.percent("x", "X", 0, Double.POSITIVE_INFINITY, 1));
        assertThrows(IllegalArgumentException.class, () -> FloatParameter.percent("x", "X", Double.NaN, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> FloatParameter.hertz("x", "X", 0, 100, 50));
        assertEquals("parameter \"x\": default 3.0 is outside 0.0..2.0",
            assertThrows(IllegalArgumentException.class, () -> FloatParameter.percent("x", "X", 0, 2, 3)).getMessage());
    }

    @Test
    void aSavedValueOfAnotherKindOrOutsideIsRefused() {
        FloatParameter gain = FloatParameter.decibels("gain", "Gain", -60, 24, 1);
        assertEquals("parameter \"gain\": \"loud\" is not a number",
            assertThrows(IllegalArgumentException.class, () -> gain.restore(new StateValue.Text("loud"))).getMessage());
        assertThrows(IllegalArgumentException.class, () -> gain.restore(new StateValue.Number(25)));
        assertThrows(IllegalArgumentException.class,
            () -> new BoolParameter("b", "B", true).restore(new StateValue.Number(1)));
    }

    @Test
    void aSwitchReadsManyWords() {
        BoolParameter on = new BoolParameter("b", "B", false);
        for (String yes : new String[] {"on", "TRUE", " yes ", "1"}) assertEquals(1, on.parse(yes));
        for (String no : new String[] {"off", "False", "NO", "0"}) assertEquals(0, on.parse(no));
        assertEquals("parameter \"b\": \"maybe\" is neither on nor off",
            assertThrows(IllegalArgumentException.class, () -> on.parse("maybe")).getMessage());
        on.set(true);
        assertEquals("on", on.text());
        assertEquals(new StateValue.Flag(true), on.save());
    }

    @Test
    void aChoiceIsReadWithoutRegardToCaseSpacesAndDashes() {
        ChoiceParameter<Shape> shape = new ChoiceParameter<>("shape", "Shape", Shape.SQUARE);
        for (String typed : new String[] {"saw_up", "SAW UP", "saw-up", " SawUp"}) assertEquals(1, shape.parse(typed));
        assertEquals(Shape.SQUARE, shape.value());
        assertEquals(new StateValue.Text("square"), shape.save());
        assertEquals("parameter \"shape\": \"noise\" is none of [sine, saw_up, square]",
            assertThrows(IllegalArgumentException.class, () -> shape.parse("noise")).getMessage());
        assertThrows(IllegalArgumentException.class, () -> shape.restore(new StateValue.Text("SQUARE")));
    }

    @Test
    void aDeclaredParameterIsNotReconfigured() {
        FloatParameter gain = FloatParameter.decibels("gain", "Gain", -60, 24, 1);
        new ParameterSet().add(gain);
        assertThrows(IllegalStateException.class, () -> gain.group("Late"));
        assertThrows(IllegalStateException.class, () -> gain.step(1));
        assertThrows(IllegalStateException.class, () -> gain.skew(Skew.power(2)));
        assertThrows(IllegalStateException.class, gain::notAutomatable);
        assertThrows(IllegalStateException.class, () -> new ParameterSet().add(gain));
    }
}
