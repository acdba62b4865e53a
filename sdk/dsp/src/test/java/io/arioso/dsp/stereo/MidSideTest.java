package io.arioso.dsp.stereo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MidSideTest {
    private static final int FRAMES = 4000;
    private final Random random = new Random(5);
    private final float[] left = new float[FRAMES];
    private final float[] right = new float[FRAMES];
    private final float[] mid = new float[FRAMES];
    private final float[] side = new float[FRAMES];

    MidSideTest() {
        for (int i = 0; i < FRAMES; i++) {
            left[i] = random.nextFloat() - 0.5f;
            right[i] = (float) ((random.nextFloat() - 0.5f) * StrictMath.pow(2, -random.nextInt(60)));
        }
        left[7] = -0f;
        right[8] = -0f;
    }

    @Test
    void midAndSideAreHalfOfSumAndDifference() {
        MidSide.encode(left, right, 100, mid, side, 50);
        assertEquals((left[120] + right[120]) / 2, mid[20]);
        assertEquals((left[120] - right[120]) / 2, side[20]);
    }

    @Test
    void decodingUndoesEncoding() {
        float[] l = new float[FRAMES];
        float[] r = new float[FRAMES];
        MidSide.encode(left, right, 0, mid, side, FRAMES);
        MidSide.decode(mid, side, l, r, 0, FRAMES);
        for (int i = 0; i < FRAMES; i++) {
            assertEquals(left[i], l[i], 6e-8);
            assertEquals(right[i], r[i], 6e-8);
        }
    }

    @Test
    void anUnchangedSideKeepsEveryBitAndASilentOneMakesBothChannelsEqual() {
        int[] leftBits = bits(left);
        int[] rightBits = bits(right);
        MidSide.encode(left, right, 0, mid, side, FRAMES);
        MidSide.changeSide(side, side.clone(), left, right, 0, FRAMES);
        assertArrayEquals(leftBits, bits(left));
        assertArrayEquals(rightBits, bits(right));

        MidSide.changeSide(side, new float[FRAMES], left, right, 0, FRAMES);
        assertArrayEquals(left, right);
    }

    @Test
    void aChangedSideLeavesTheMid() {
        MidSide.encode(left, right, 0, mid, side, FRAMES);
        float[] wider = side.clone();
        for (int i = 0; i < FRAMES; i++) {
            wider[i] *= 1.7f;
        }
        MidSide.changeSide(side, wider, left, right, 0, FRAMES);
        for (int i = 0; i < FRAMES; i++) {
            assertEquals(mid[i], 0.5 * ((double) left[i] + right[i]), 9e-8);
            assertEquals(wider[i], 0.5 * ((double) left[i] - right[i]), 9e-8);
        }
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            bits[i] = Float.floatToRawIntBits(values[i]);
        }
        return bits;
    }
}
