package io.arioso.dsp.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeakRhythmTest {
    private final PeakRhythm rhythm = new PeakRhythm(48_000);

    @BeforeEach
    void peaksWithoutRhythmAreHeldForThirtyFrames() {
        rhythm.setLeastHold(30);
        rhythm.reset();
    }

    @Test
    void theThirdPeakOfARhythmIsHeldBeyondTheNext() {
        rhythm.fallAfter(480);
        assertEquals(30, rhythm.holdFrames());
        rhythm.fallAfter(480);
        assertEquals(600, rhythm.holdFrames());
    }

    @Test
    void theFallsTowardsOneCrestCountAsOnePeak() {
        for (int peak = 0; peak < 3; peak++) {
            rhythm.fallAfter(380);
            for (int fall = 0; fall < 100; fall++) {
                rhythm.fallAfter(1);
            }
        }
        assertEquals(600, rhythm.holdFrames());
    }

    @Test
    void irregularAndFarPeaksGetTheLeastHold() {
        rhythm.fallAfter(480);
        rhythm.fallAfter(200);
        assertEquals(30, rhythm.holdFrames());
        rhythm.fallAfter(700);
        rhythm.fallAfter(700);
        assertEquals(30, rhythm.holdFrames());
    }

    @Test
    void aLongLeastHoldIsNeverShortened() {
        rhythm.setLeastHold(600);
        rhythm.fallAfter(100);
        rhythm.fallAfter(100);
        assertEquals(600, rhythm.holdFrames());
    }
}
