package io.arioso.dsp.convolution;

import io.arioso.dsp.fir.FirKernel;
import java.util.Arrays;

/**
 * Convolves without latency: the first taps directly, the others in partitions that grow with their distance.
 *
 * <p>After the direct form partitions of 64, 512 and 4096 frames follow (8192 for very long impulse responses). The
 * long ones' work is spread evenly over the slots of 64 frames, so no block is much dearer than another, and no thread
 * is needed. One channel costs some 75 ns a frame at two seconds and 48 kHz, 120 at twenty.
 *
 * <p>W. G. Gardner, "Efficient convolution without input-output delay", J. Audio Eng. Soc. 43 (1995).
 */
public final class ZeroLatencyConvolver implements Convolver {
    /** Longest impulse response: 20 s at 192 kHz, and some more. */
    public static final int MAX_TAPS = 1 << 22;
    private static final int SLOT = 64;
    private static final int MIDDLE = 512;
    private static final int LONG = 4096;
    private static final int VERY_LONG = 8192;
    private static final int MANY_TAPS = 1 << 19;

    private final FirKernel direct = new FirKernel();
    /** Newest tap last, as the kernel wants it. */
    private final float[] head = new float[SLOT];
    private final ConvolutionLevel[] levels;
    /** The slot before, and the one that is coming in. */
    private final float[] recent = new float[2 * SLOT];
    private final float[] ring;
    private int ringAt;
    private int filled;

    /**
     * Prepares a convolver: transforms the impulse response. [main-thread]
     *
     * @param impulse 1 to {@link #MAX_TAPS} finite taps; copied
     */
    public ZeroLatencyConvolver(float[] impulse) {
        Taps.require(impulse, impulse.length, MAX_TAPS);
        for (int k = 0; k < Math.min(SLOT, impulse.length); k++) {
            head[SLOT - 1 - k] = impulse[k];
        }
        int[] blocks = {SLOT, MIDDLE, impulse.length > MANY_TAPS ? VERY_LONG : LONG};
        int count = 0;
        while (count < blocks.length && ConvolutionLevel.firstTap(blocks[count], SLOT) < impulse.length) {
            count++;
        }
        levels = new ConvolutionLevel[count];
        for (int i = 0; i < count; i++) {
            int to = i + 1 < count ? ConvolutionLevel.firstTap(blocks[i + 1], SLOT) : impulse.length;
            levels[i] = new ConvolutionLevel(blocks[i], SLOT, impulse, to);
        }
        ring = new float[2 * blocks[Math.max(0, count - 1)]];
    }

    @Override
    public void process(float[] in, int inOffset, float[] out, int outOffset, int frames) {
        for (int done = 0; done < frames; ) {
            int n = Math.min(SLOT - filled, frames - done);
            InputGuard.copy(in, inOffset + done, recent, SLOT + filled, n);
            direct.run(head, recent, filled + 1, out, outOffset + done, n);
            addTail(out, outOffset + done, n);
            filled += n;
            done += n;
            if (filled == SLOT) {
                advance();
            }
        }
    }

    /** A slot never wraps around the ring. */
    private void addTail(float[] out, int outOffset, int frames) {
        int at = ringAt + filled;
        for (int i = 0; i < frames; i++) {
            float sample = out[outOffset + i] + ring[at + i];
            out[outOffset + i] = Math.abs(sample) < InputGuard.FLOOR ? 0f : sample;
        }
    }

    private void advance() {
        Arrays.fill(ring, ringAt, ringAt + SLOT, 0f);
        ringAt = (ringAt + SLOT) & (ring.length - 1);
        for (ConvolutionLevel level : levels) {
            level.advance(recent, SLOT, ring, ringAt);
        }
        System.arraycopy(recent, SLOT, recent, 0, SLOT);
        filled = 0;
    }

    /** Always 0. */
    @Override
    public int latencyFrames() {
        return 0;
    }

    @Override
    public void reset() {
        Arrays.fill(recent, 0f);
        Arrays.fill(ring, 0f);
        ringAt = 0;
        filled = 0;
        for (ConvolutionLevel level : levels) {
            level.reset();
        }
    }
}
