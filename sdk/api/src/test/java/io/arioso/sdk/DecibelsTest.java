package io.arioso.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class DecibelsTest {
    private static final MathContext DIGITS = new MathContext(70);
    private static final BigDecimal LN_10 = new BigDecimal(
        "2.302585092994045684017991454684364207601101488628772976033327900967572609677352480235997205");
    private static double sink;

    @Test
    void everyLevelIsThePowerOfTenToThirteenDigits() {
        for (double db = -300; db <= 300; db += 3.917) {
            double exact = powerOfTen(db);
            assertEquals(exact, Decibels.toGain(db), 1e-14 * exact * (1 + Math.abs(db) / 100), db + " dB");
        }
    }

    /** 10^(db/20) to forty digits: the power series of e^x. */
    private static double powerOfTen(double db) {
        BigDecimal x = new BigDecimal(db).multiply(LN_10).divide(BigDecimal.valueOf(20), DIGITS);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int k = 1; k < 160; k++) {
            term = term.multiply(x, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum.doubleValue();
    }

    @Test
    void theEndsAreSilenceUnityAndInfinity() {
        assertEquals(0, Decibels.toGain(Double.NEGATIVE_INFINITY));
        assertEquals(1, Decibels.toGain(0));
        assertEquals(1, Decibels.toGain(-0.0));
        assertEquals(Double.POSITIVE_INFINITY, Decibels.toGain(Double.POSITIVE_INFINITY));
        assertTrue(Double.isNaN(Decibels.toGain(Double.NaN)));
        assertEquals(0, Decibels.toGain(-1e9));
    }

    @Test
    void aGainBecomesTheLevelItCameFrom() {
        for (double db = -200; db <= 100; db += 0.73) assertEquals(db, Decibels.fromGain(Decibels.toGain(db)), 1e-12);
        assertEquals(Double.NEGATIVE_INFINITY, Decibels.fromGain(0));
        assertEquals(0, Decibels.fromGain(-1));
    }

    @Test
    void conversionAllocatesNothing() {
        Assumptions.assumeTrue(ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean,
            "this virtual machine does not count allocation");
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 1000; i++) sink += Decibels.toGain(i * 0.01);
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1000; i++) sink += Decibels.toGain(i * 0.01);
        assertEquals(0, threads.getCurrentThreadAllocatedBytes() - before);
    }
}
