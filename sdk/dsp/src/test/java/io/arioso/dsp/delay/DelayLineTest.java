package io.arioso.dsp.delay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DelayLineTest {

    @Test
    void givesBackTheBitsOfThePastWhateverTheBlocks() {
        long seed = 21;
        Random random = new Random(seed);
        int capacity = 777;
        DelayLine line = new DelayLine(capacity);
        float[] past = new float[20_000];
        int written = 0;
        while (written < past.length) {
            int count = Math.min(past.length - written, 1 + random.nextInt(capacity));
            int delay = count + random.nextInt(capacity - count + 1);
            float[] read = new float[count];
            line.read(delay, read, 0, count);
            for (int i = 0; i < count; i++) {
                int at = written + i - delay;
                assertEquals(at < 0 ? 0 : past[at], read[i], "frame " + written + " + " + i + ", seed " + seed);
            }
            for (int i = written; i < written + count; i++) {
                past[i] = random.nextFloat();
            }
            line.write(past, written, count);
            written += count;
        }
    }

    @Test
    void resetForgets() {
        DelayLine line = new DelayLine(10);
        line.write(new float[] {1, 2, 3}, 0, 3);
        line.reset();
        float[] read = new float[10];
        line.read(10, read, 0, 10);
        assertArrayEquals(new float[10], read);
    }

    @Test
    void refusesTheFutureAndWhatItHasForgotten() {
        DelayLine line = new DelayLine(10);
        assertThrows(IllegalArgumentException.class, () -> line.read(11, new float[20], 0, 5));
        assertThrows(IllegalArgumentException.class, () -> line.read(4, new float[20], 0, 5));
        assertThrows(IllegalArgumentException.class, () -> new DelayLine(0));
    }
}
