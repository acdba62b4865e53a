package io.arioso.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class LinearSmootherTest {
    private static final DoubleUnaryOperator PLAIN = plain -> plain;

    private static float[] framesOf(LinearSmoother smoother, int frames) {
        float[] values = new float[frames];
        for (int frame = 0; frame < frames; frame++) values[frame] = smoother.next();
        return values;
    }

    @Test
    void theRampIsAStraightLineThatEndsOnTheTarget() {
        LinearSmoother smoother = new LinearSmoother(0, PLAIN, 4);
        smoother.aim(2);
        assertTrue(smoother.moving());
        assertArrayEquals(new float[] {0.5f, 1, 1.5f, 2, 2, 2}, framesOf(smoother, 6));
        assertFalse(smoother.moving());
        assertEquals(2, smoother.current());
    }

    @Test
    void theLineIsStraightInTheMappedValue() {
        LinearSmoother smoother = new LinearSmoother(2, plain -> plain * plain, 3);
        smoother.aim(4);
        assertEquals(16, smoother.target());
        assertArrayEquals(new float[] {8, 12, 16}, framesOf(smoother, 3));
    }

    @Test
    void aNewTargetBendsTheRampWithoutAStep() {
        LinearSmoother smoother = new LinearSmoother(0, PLAIN, 4);
        smoother.aim(4);
        assertArrayEquals(new float[] {1, 2}, framesOf(smoother, 2));
        smoother.aim(0);
        assertArrayEquals(new float[] {1.5f, 1, 0.5f, 0, 0}, framesOf(smoother, 5));
    }

    @Test
    void theSameTargetAgainDoesNotRestartTheRamp() {
        LinearSmoother smoother = new LinearSmoother(0, PLAIN, 4);
        smoother.aim(4);
        framesOf(smoother, 2);
        smoother.aim(4);
        assertArrayEquals(new float[] {3, 4}, framesOf(smoother, 2));
    }

    @Test
    void aRampOfNoLengthJumps() {
        LinearSmoother smoother = new LinearSmoother(0, PLAIN, 0);
        smoother.aim(4);
        assertFalse(smoother.moving());
        assertArrayEquals(new float[] {4, 4}, framesOf(smoother, 2));
    }

    /** Any mixture of next, fill and skip, retargeted at the same frames, gives the bits of next alone. */
    @Test
    void valuesDoNotDependOnHowTheyAreTaken() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            LinearSmoother oracle = new LinearSmoother(0.3, StrictMath::exp, 37);
            LinearSmoother other = new LinearSmoother(0.3, StrictMath::exp, 37);
            float[] values = new float[64];
            for (int stretch = 0; stretch < 30; stretch++) {
                double aim = random.nextInt(4) / 3.0;
                oracle.aim(aim);
                other.aim(aim);
                int frames = random.nextInt(64);
                float[] expected = framesOf(oracle, frames);
                int kind = random.nextInt(3);
                for (int frame = 0; kind == 0 && frame < frames; frame++) values[frame] = other.next();
                if (kind == 1) other.fill(values, frames);
                if (kind == 2) other.skip(frames);
                for (int frame = 0; kind < 2 && frame < frames; frame++)
                    assertEquals(expected[frame], values[frame], "seed " + seed + ", frame " + frame);
                assertEquals(oracle.current(), other.current(), "seed " + seed);
                assertEquals(oracle.moving(), other.moving(), "seed " + seed);
            }
        }
    }
}
