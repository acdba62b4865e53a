package io.arioso.dsp.shape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.dsp.fir.KaiserWindow;
import io.arioso.dsp.fir.PolyphaseFilter;
import io.arioso.dsp.resample.Oversampler;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OversampledSoftClipTest {
    private static final double KNEE = 0.7;

    @Test
    void underTheKneeItIsABitExactDelay() {
        float[] in = noise(4000, 1, 0.3f);
        float[] out = clipped(new OversampledSoftClip(4, KNEE), in, constant(4000, 0.9f), 512);
        assertArrayEquals(Arrays.copyOf(in, 4000 - 112), Arrays.copyOfRange(out, 112, 4000));
    }

    @Test
    void aboveItTheLossIsThatOfTheCurveAtTheHigherRate() {
        float[] in = noise(2000, 2, 2f);
        float[] out = clipped(new OversampledSoftClip(4, KNEE), in, constant(2000, 0.5f), 300);
        SoftClip curve = new SoftClip();
        curve.setCeiling(0.5, KNEE);
        Oversampler oversampler = new Oversampler(4);
        float[] fast = new float[8000];
        oversampler.up(in, 0, fast, 0, 2000);
        float[] loss = fast.clone();
        curve.process(loss, 0, 8000);
        for (int i = 0; i < 8000; i++) {
            loss[i] -= fast[i];
        }
        float[] slow = new float[2000];
        oversampler.down(loss, 0, slow, 0, 2000);
        double[] lowPass = PolyphaseFilter.design(0, 64, 0.43, KaiserWindow.forStopBand(60));
        for (int i = 112; i < 2000; i++) {
            double ended = 0;
            for (int k = 0; k < 64; k++) {
                ended += lowPass[k] * slow[i - 63 + k];
            }
            assertEquals(in[i - 112] + ended, out[i], 2e-6, "frame " + i);
        }
    }

    @Test
    void aHotToneStaysNearTheTopAndItsLossIsMeasured() {
        float[] in = new float[9600];
        for (int i = 0; i < in.length; i++) {
            in[i] = (float) (2 * Math.sin(2 * Math.PI * 440 * i / 48_000));
        }
        OversampledSoftClip clip = new OversampledSoftClip(4, KNEE);
        assertEquals(1f, clip.takeLeastGain());
        float[] out = clipped(clip, in, constant(9600, 1f), 512);
        for (int i = 500; i < 9600; i++) {
            assertTrue(Math.abs(out[i]) <= 1.03, "frame " + i + ": " + out[i]);
        }
        double bent = 0.7 + 1.3 / Math.sqrt(1 + Math.pow(1.3 / 0.3, 2));
        assertEquals(bent / 2, clip.takeLeastGain(), 1e-3);
        assertEquals(1f, clip.takeLeastGain());
    }

    @Test
    void anyBlockSplitGivesTheSameBitsWhileTheTopMoves() {
        float[] in = noise(5000, 4, 1.5f);
        float[] tops = new float[5000];
        for (int i = 0; i < 5000; i++) {
            tops[i] = 0.5f + 0.4f * (i % 900) / 900;
        }
        OversampledSoftClip clip = new OversampledSoftClip(4, KNEE);
        float[] whole = clipped(clip, in, tops, 5000);
        for (int block : new int[] {1, 7, 64, 480, 1000}) {
            clip.reset();
            assertArrayEquals(whole, clipped(clip, in, tops, block), "block " + block);
        }
    }

    private static float[] clipped(OversampledSoftClip clip, float[] in, float[] tops, int block) {
        float[] out = in.clone();
        for (int at = 0; at < in.length; at += block) {
            int count = Math.min(block, in.length - at);
            clip.process(out, at, count, Arrays.copyOfRange(tops, at, at + count));
        }
        return out;
    }

    private static float[] constant(int frames, float value) {
        float[] out = new float[frames];
        Arrays.fill(out, value);
        return out;
    }

    private static float[] noise(int frames, long seed, float peak) {
        Random random = new Random(seed);
        float[] out = new float[frames];
        for (int i = 0; i < frames; i++) {
            out[i] = peak * (2 * random.nextFloat() - 1);
        }
        return out;
    }
}
