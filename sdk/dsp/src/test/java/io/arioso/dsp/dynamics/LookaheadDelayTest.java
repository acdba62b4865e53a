package io.arioso.dsp.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookaheadDelayTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 72, 511, 512, 513, 4000})
    void everySampleComesBackExactlyLate(int delay) {
        float[] in = Signals.gaussian(10_000, delay, 1);
        for (int[] split : Signals.splits(in.length, 8)) {
            LookaheadDelay line = new LookaheadDelay(delay);
            float[] out = Signals.inBlocks(in, split, (from, to, frames) -> {
                System.arraycopy(from, 0, to, 0, frames);
                line.process(to, frames);
            });
            for (int i = 0; i < in.length; i++) {
                assertEquals(i < delay ? 0f : in[i - delay], out[i], "delay " + delay + ", frame " + i);
            }
        }
    }

    @Test
    void resetSilencesTheLine() {
        LookaheadDelay line = new LookaheadDelay(10);
        line.process(Signals.gaussian(100, 1, 1), 100);
        line.reset();
        float[] out = new float[10];
        line.process(out, 10);
        for (float sample : out) {
            assertEquals(0f, sample);
        }
    }

    @Test
    void aNegativeDelayIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LookaheadDelay(-1));
    }
}
