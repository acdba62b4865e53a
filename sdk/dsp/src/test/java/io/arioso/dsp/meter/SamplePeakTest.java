package io.arioso.dsp.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SamplePeakTest {

    @Test
    void itIsThatOfALoopForAnyStretch() {
        Random random = new Random(4);
        float[] x = new float[40];
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextFloat() - 0.7f;
        }
        for (int from = 0; from < 12; from++) {
            for (int frames = 0; frames < 24; frames++) {
                float highest = 0;
                for (int i = from; i < from + frames; i++) {
                    highest = Math.max(highest, Math.abs(x[i]));
                }
                assertEquals(highest, SamplePeak.of(x, from, frames));
            }
        }
    }
}
