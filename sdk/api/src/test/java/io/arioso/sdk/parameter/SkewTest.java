package io.arioso.sdk.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SkewTest {
    private static final int PLACES = 100_000;
    private static final int ROUNDS = 20;
    private static double sink;

    static Stream<Arguments> ranges() {
        return Stream.of(
            Arguments.of(Skew.LINEAR, -60, 24), Arguments.of(Skew.LINEAR, -0.1, 0.3),
            Arguments.of(Skew.LOGARITHMIC, 20, 20_000), Arguments.of(Skew.LOGARITHMIC, 0.1, 7),
            Arguments.of(Skew.power(3), 0, 5000), Arguments.of(Skew.power(0.4), -7, 11));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void bothEndsAreExact(Skew skew, double minimum, double maximum) {
        assertEquals(minimum, skew.toPlain(0, minimum, maximum));
        assertEquals(maximum, skew.toPlain(1, minimum, maximum));
        assertEquals(0.0, skew.toNormalized(minimum, minimum, maximum));
        assertEquals(1.0, skew.toNormalized(maximum, minimum, maximum));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void itRisesBothWaysAndNeverLeavesTheRange(Skew skew, double minimum, double maximum) {
        double lastPlain = minimum;
        double lastNormalized = 0;
        for (int place = 0; place <= PLACES; place++) {
            double plain = skew.toPlain((double) place / PLACES, minimum, maximum);
            double normalized = skew.toNormalized(plain, minimum, maximum);
            assertTrue(plain >= lastPlain && plain <= maximum, "plain " + plain + " after " + lastPlain);
            assertTrue(normalized >= lastNormalized && normalized <= 1, normalized + " after " + lastNormalized);
            lastPlain = plain;
            lastNormalized = normalized;
        }
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void itIsTheFormulaWithinAFewLastBits(Skew skew, double minimum, double maximum) {
        for (int place = 1; place < 1000; place++) {
            double normalized = place / 1000.0;
            double plain = skew.toPlain(normalized, minimum, maximum);
            assertEquals(normalized, skew.toNormalized(plain, minimum, maximum), 1e-14);
            if (skew == Skew.LOGARITHMIC)
                assertEquals(minimum * StrictMath.pow(maximum / minimum, normalized), plain, 1e-14 * plain);
        }
        assertEquals(0.125 * 5000, Skew.power(3).toPlain(0.5, 0, 5000), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void convertingAllocatesNothing(Skew skew, double minimum, double maximum) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && least > 0; round++) {
            long before = threads.getThreadAllocatedBytes(thread);
            for (int place = 0; place < 10_000; place++)
                sink += skew.toNormalized(skew.toPlain(place / 10_000.0, minimum, maximum), minimum, maximum);
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        assertEquals(0, least, "bytes in every round; the virtual machine itself charges a thread while it compiles");
    }
}
