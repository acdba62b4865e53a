package io.arioso.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.IntParameter;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostValuesTest {
    private static final long SEED = 20_261_122;
    private static double sink;

    static Stream<BridgedParameter> ranges() {
        return Stream.of(FloatParameter.decibels("db", "Db", -60, 24, 0),
            FloatParameter.hertz("hz", "Hz", 20, 20_000, 20),
            FloatParameter.milliseconds("ms", "Ms", 0, 5000, 0),
            FloatParameter.milliseconds("log", "Log", 0.1, 700, 1),
            FloatParameter.of("wide", "Wide", Unit.NONE, -1e6, 1e6, 0),
            FloatParameter.of("odd", "Odd", Unit.NONE, 0.1, 0.7, 0.1))
            .map(HostValuesTest::bridged);
    }

    private static BridgedParameter bridged(Parameter parameter) {
        return new BridgedParameter(0, 1, 0, parameter, null);
    }

    private static double digits(double value, int count) {
        return new BigDecimal(value).round(new MathContext(count)).doubleValue();
    }

    private static double onGrid(double value, double grid) {
        return new BigDecimal(Math.rint(value / grid)).multiply(BigDecimal.valueOf(grid)).doubleValue();
    }

    private static double somewhere(BridgedParameter parameter, SplittableRandom random) {
        return parameter.parameter().toPlain(random.nextDouble());
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void sevenDigitsComeBackThroughAFloat(BridgedParameter parameter) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 20_000; i++) {
            double set = parameter.parameter().nearest(digits(somewhere(parameter, random), 1 + i % 7));
            assertEquals(set, HostValues.fromFloat(parameter, (float) set), "seed " + SEED);
        }
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void fiveDigitsOfTheRangeComeBackThroughAFloatOnZeroToOne(BridgedParameter parameter) {
        SplittableRandom random = new SplittableRandom(SEED);
        boolean linear = !parameter.id().equals("hz") && !parameter.id().equals("log");
        double grid = Math.pow(10, Math.floor(Math.log10((parameter.maximum() - parameter.minimum()) * 2e-6)));
        for (int i = 0; i < 20_000; i++) {
            double at = somewhere(parameter, random);
            double set = parameter.parameter().nearest(linear ? onGrid(at, grid) : digits(at, 5));
            float place = (float) HostValues.toNormalized(parameter, set);
            assertEquals(set, HostValues.fromNormalized(parameter, place), "seed " + SEED);
        }
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void tenDigitsComeBackThroughADoubleOnZeroToOne(BridgedParameter parameter) {
        SplittableRandom random = new SplittableRandom(SEED);
        double lastDigits = (parameter.maximum() - parameter.minimum()) * 1e-12;
        for (int i = 0; i < 20_000; i++) {
            double set = parameter.parameter().nearest(digits(somewhere(parameter, random) + 1e-3, 10));
            double place = HostValues.toNormalized(parameter, set);
            if ((float) place != place)
                assertEquals(set, HostValues.fromNormalized(parameter, place), lastDigits, "seed " + SEED);
        }
        assertEquals(-1.234567891, HostValues.fromNormalized(bridged(FloatParameter.decibels("db", "Db", -60, 24, 0)),
            (-1.234567891 + 60) / 84));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void aKnobNeverTurnsBack(BridgedParameter parameter) {
        double last = parameter.minimum();
        for (float place = 0.25f; place < 0.2501f; place = Math.nextUp(place)) {
            double plain = HostValues.fromNormalized(parameter, place);
            assertTrue(plain >= last, plain + " after " + last);
            last = plain;
        }
        assertEquals(parameter.minimum(), HostValues.fromNormalized(parameter, 0));
        assertEquals(parameter.maximum(), HostValues.fromNormalized(parameter, 1));
        assertEquals(parameter.minimum(), HostValues.fromNormalized(parameter, -3));
        assertEquals(parameter.maximum(), HostValues.fromNormalized(parameter, Double.POSITIVE_INFINITY));
        assertEquals(parameter.minimum(), HostValues.fromFloat(parameter, (float) parameter.minimum()));
        assertEquals(parameter.maximum(), HostValues.fromFloat(parameter, (float) parameter.maximum()));
        assertEquals(parameter.minimum(), HostValues.fromFloat(parameter, Double.NEGATIVE_INFINITY));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void aDawThatRepeatsWhatItWasToldChangesNothing(BridgedParameter parameter) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 2000; i++) {
            double exact = somewhere(parameter, random);
            double place = HostValues.toNormalized(parameter, exact);
            assertEquals(exact, HostValues.ofEvent(EventValues.NORMALIZED_BY_KEY, parameter, exact, (float) place));
            assertEquals(exact, HostValues.ofEvent(EventValues.NORMALIZED_BY_KEY, parameter, exact, place));
            assertEquals(exact, HostValues.ofEvent(EventValues.PLAIN_BY_CONTROL, parameter, exact, (float) exact));
            assertEquals(exact, HostValues.ofEvent(EventValues.PLAIN_BY_KEY, parameter, 0, exact));
        }
    }

    @Test
    void steppedValuesAreTheStepsAtTheirPlaces() {
        BridgedParameter repeats = bridged(new IntParameter("repeats", "Repeats", Unit.NONE, 1, 12, 3));
        for (int step = 1; step <= 12; step++) {
            assertEquals(step, HostValues.fromNormalized(repeats, (float) ((step - 1) / 11.0)));
            assertEquals(step, HostValues.fromFloat(repeats, step));
        }
    }

    @Test
    void convertingAllocatesNothing() {
        BridgedParameter[] all = ranges().toArray(BridgedParameter[]::new);
        long bytes = Allocated.bytes(() -> {
            for (int i = 0; i < 20_000; i++) {
                BridgedParameter parameter = all[i % all.length];
                sink += HostValues.ofEvent(EventValues.NORMALIZED_BY_KEY, parameter, sink, (i % 997) / 997f);
                float port = (float) parameter.minimum() + i;
                sink += HostValues.ofEvent(EventValues.PLAIN_BY_CONTROL, parameter, sink, port);
            }
        });
        assertEquals(0, bytes);
    }
}
