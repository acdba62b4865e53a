package io.arioso.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.SmoothRow;
import org.junit.jupiter.api.Test;

class SmoothRowTest {
    private static final int WAY = 10;

    private final LinearSmoother smoother = new LinearSmoother(1, plain -> plain, WAY);
    private final LinearSmoother twin = new LinearSmoother(1, plain -> plain, WAY);
    private final SmoothRow row = new SmoothRow(smoother, 8);

    private void assertRowIsTheSmoothers(int frames) {
        float[] values = row.next(frames);
        for (int i = 0; i < frames; i++) assertEquals(twin.next(), values[i], "frame " + i);
    }

    @Test
    void atRestItIsOneValueFromTheStart() {
        assertTrue(row.restsAt(1));
        assertRowIsTheSmoothers(5);
        assertTrue(row.isConstant());
        assertTrue(row.is(1));
        assertFalse(row.is(2));
    }

    @Test
    void onItsWayItIsWhatTheSmootherGivesFrameByFrame() {
        smoother.aim(3);
        twin.aim(3);
        for (int frames : new int[] {3, 5, 8, 2}) assertRowIsTheSmoothers(frames);
        assertTrue(row.is(3));
    }

    @Test
    void aRowThatHoldsTheEndOfAWayIsNotConstant() {
        smoother.aim(3);
        twin.aim(3);
        assertRowIsTheSmoothers(8);
        assertRowIsTheSmoothers(8);
        assertFalse(row.isConstant());
        assertFalse(row.is(3));
        assertTrue(row.restsAt(3));
    }

    @Test
    void afterAJumpItIsTheNewValueAtOnce() {
        assertRowIsTheSmoothers(4);
        smoother.jump(7);
        twin.jump(7);
        assertRowIsTheSmoothers(4);
        assertTrue(row.is(7));
    }
}
