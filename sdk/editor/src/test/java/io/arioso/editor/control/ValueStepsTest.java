package io.arioso.editor.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.IntParameter;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.Unit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ValueStepsTest {
    private final FloatParameter gain = FloatParameter.decibels("gain", "Gain", -36, 36, 0);
    private final FloatParameter freq = FloatParameter.hertz("freq", "Frequency", 20, 20_000, 1000);
    private final FloatParameter slope = FloatParameter
        .of("slope", "Slope", Unit.DECIBELS_PER_OCTAVE, 6, 96, 12).step(6);

    @Test
    void linearRangesGoByReadableSteps() {
        assertEquals(0.5, ValueSteps.move(gain, 0, 1, false));
        assertEquals(-0.05, ValueSteps.move(gain, 0, -1, true));
        assertEquals(3.5, ValueSteps.move(gain, 3.2, 1, false), "to the next step of the grid");
    }

    @Test
    void logarithmicRangesGoByThreeDigits() {
        assertEquals(1070, ValueSteps.move(freq, 1000, 1, false));
        assertEquals(1007, ValueSteps.move(freq, 1000, 1, true));
    }

    @Test
    void steppedParametersGoByTheirSteps() {
        assertEquals(18, ValueSteps.move(slope, 12, 1, false));
        assertEquals(18, ValueSteps.move(slope, 12, 1, true));
        assertEquals(6, ValueSteps.move(slope, 12, -10, false));
        assertEquals(5, ValueSteps.move(new IntParameter("n", "N", Unit.NONE, 1, 16, 4), 4, 1, false));
        assertEquals(1, ValueSteps.move(new BoolParameter("on", "On", false), 0, 1, false));
    }

    @Test
    void everyStepMovesInItsDirectionUntilTheBound() {
        Random random = new Random(4711);
        for (Parameter parameter : List.of(gain, freq, slope, FloatParameter.milliseconds("ms", "T", 0, 1000, 0),
                FloatParameter.milliseconds("fast_ms", "T", 0.01, 1000, 10))) {
            for (int trial = 0; trial < 500; trial++) {
                double from = parameter.toPlain(random.nextDouble());
                boolean fine = random.nextBoolean();
                double up = ValueSteps.move(parameter, from, 1, fine);
                double down = ValueSteps.move(parameter, from, -1, fine);
                String where = "seed 4711, " + parameter.id() + " from " + from + " to " + up + " and " + down;
                assertTrue(up > from || up == parameter.maximum() || parameter.maximum() - from < 0.5, where);
                assertTrue(down < from || down == parameter.minimum(), where);
                assertEquals(up, parameter.nearest(up), where);
            }
        }
    }

    @Test
    void aHandLeadsToReadableValuesAndBothBounds() {
        assertEquals(-3.4, ValueSteps.readable(gain, gain.toNormalized(-3.3917), false));
        assertEquals(-3.39, ValueSteps.readable(gain, gain.toNormalized(-3.3917), true));
        assertEquals(1230, ValueSteps.readable(freq, freq.toNormalized(1234.5), false));
        assertEquals(20_000, ValueSteps.readable(freq, 1, false));
        assertEquals(-36, ValueSteps.readable(gain, 0, true));
    }

    @Test
    void shownValuesHaveNoMoreDigitsThanOneReads() {
        assertEquals("-3.39 dB", ValueSteps.shown(gain, -3.391734));
        assertEquals("1.235 kHz", ValueSteps.shown(freq, 1234.5678));
        assertEquals("12 dB/oct", ValueSteps.shown(slope, 12));
    }
}
