package io.arioso.dsp.convolution;

import java.util.Arrays;

/**
 * Convolves in partitions of equal length, late by one partition, and can change its impulse response while it plays.
 *
 * <p>{@link #setImpulse} only copies: the taps are transformed a quarter a partition, beside the ones in use, and the
 * output then fades from the old response to the new. Both read the same past input, so the fade joins two steady
 * states and is free of clicks. A response that is set meanwhile waits; of several the last one counts.
 *
 * <p>Uniform partitioned overlap-save: T. G. Stockham (1966); F. Wefers, "Partitioned convolution algorithms for
 * real-time auralization" (2014).
 */
public final class UniformConvolver implements Convolver {
    private static final int BLOCKS_TO_LOAD = 4;

    private final int block;
    private final int maxTaps;
    private final int fadeBlocks;
    private final BlockTransform transform;
    private final SpectralDelayLine spectra;
    private ImpulsePartitions heard;
    private ImpulsePartitions next;
    private float[] waiting;
    private float[] loading;
    private int waitingTaps;
    private int loadingTaps;
    /** Partitions of {@link #next} that are loaded; all of them while it fades in. */
    private int loaded;
    private int faded;
    private boolean changing;

    private final float[] window;
    private final float[] output;
    private final float[] result;
    private final float[] other;
    private final float[] sumRe;
    private final float[] sumIm;
    private int filled;

    /**
     * A convolver that is silent until an impulse response is set.
     *
     * @param block      frames of a partition, a power of two from 16 to 8192: the latency
     * @param maxTaps    longest impulse response that will be set, 1 to 2^22
     * @param fadeFrames how long a change takes to fade in; rounded up to whole partitions
     */
    public UniformConvolver(int block, int maxTaps, int fadeFrames) {
        this(new BlockTransform(block), block, maxTaps, fadeFrames);
    }

    /** A convolver with an impulse response from the start; each later one may be no longer. */
    public UniformConvolver(float[] impulse, int block, int fadeFrames) {
        this(block, impulse.length, fadeFrames);
        setImpulse(impulse, impulse.length);
        reset();
    }

    private UniformConvolver(BlockTransform transform, int block, int maxTaps, int fadeFrames) {
        if (maxTaps < 1 || maxTaps > ZeroLatencyConvolver.MAX_TAPS) {
            throw new IllegalArgumentException(
                    "longest impulse response: " + maxTaps + " taps is outside 1.." + ZeroLatencyConvolver.MAX_TAPS);
        }
        if (fadeFrames < 0) {
            throw new IllegalArgumentException("fade: " + fadeFrames + " frames is below 0");
        }
        this.transform = transform;
        this.block = block;
        this.maxTaps = maxTaps;
        fadeBlocks = Math.max(1, (fadeFrames + block - 1) / block);
        int partitions = (maxTaps + block - 1) / block;
        spectra = new SpectralDelayLine(partitions, block);
        heard = new ImpulsePartitions(partitions, block);
        next = new ImpulsePartitions(partitions, block);
        waiting = new float[maxTaps];
        loading = new float[maxTaps];
        window = new float[2 * block];
        output = new float[block];
        result = new float[2 * block];
        other = new float[2 * block];
        sumRe = new float[block];
        sumIm = new float[block];
    }

    /**
     * Changes the impulse response; copies {@code length} taps and allocates nothing. [audio-thread]
     *
     * <p>It is heard fully after at most twice four partitions and the fade. After {@link #reset} it is heard at once.
     *
     * @param taps   finite
     * @param length 1 to the longest that was announced; missing taps are zero
     */
    public void setImpulse(float[] taps, int length) {
        Taps.require(taps, length, maxTaps);
        System.arraycopy(taps, 0, waiting, 0, length);
        waitingTaps = length;
    }

    @Override
    public void process(float[] in, int inOffset, float[] out, int outOffset, int frames) {
        for (int done = 0; done < frames; ) {
            int n = Math.min(block - filled, frames - done);
            InputGuard.copy(in, inOffset + done, window, block + filled, n);
            System.arraycopy(output, filled, out, outOffset + done, n);
            filled += n;
            done += n;
            if (filled == block) {
                convolveBlock();
                filled = 0;
            }
        }
    }

    private void convolveBlock() {
        spectra.advance(window);
        if (!spectra.newestIsSilent()) {
            for (int step = 0; step < transform.steps(); step++) {
                transform.forward(step, window, spectra.newestRe(), spectra.newestIm());
            }
        }
        System.arraycopy(window, block, window, 0, block);
        boolean fading = loadSome();
        convolve(heard, result);
        if (fading) {
            convolve(next, other);
            fade();
        }
        for (int i = 0; i < block; i++) {
            float sample = result[block + i];
            output[i] = Math.abs(sample) < InputGuard.FLOOR ? 0f : sample;
        }
    }

    /** Transforms some partitions of an impulse response that waits; returns whether one is ready to fade in. */
    private boolean loadSome() {
        if (!changing) {
            if (waitingTaps == 0) {
                return false;
            }
            take();
        }
        if (loaded == next.count()) {
            return true;
        }
        int until = Math.min(next.count(), loaded + (next.count() + BLOCKS_TO_LOAD - 1) / BLOCKS_TO_LOAD);
        while (loaded < until) {
            next.load(loaded++, loading, loadingTaps, 0, transform, other);
        }
        return false;
    }

    private void take() {
        float[] taken = waiting;
        waiting = loading;
        loading = taken;
        loadingTaps = waitingTaps;
        waitingTaps = 0;
        loaded = 0;
        faded = 0;
        changing = true;
    }

    private void convolve(ImpulsePartitions impulse, float[] into) {
        Arrays.fill(sumRe, 0f);
        Arrays.fill(sumIm, 0f);
        boolean sounding = false;
        for (int partition = 0; partition < impulse.count(); partition++) {
            sounding |= spectra.multiplyAdd(partition, impulse, sumRe, sumIm);
        }
        if (!sounding) {
            Arrays.fill(into, 0f);
            return;
        }
        for (int step = 0; step < transform.steps(); step++) {
            transform.inverse(step, sumRe, sumIm, into);
        }
    }

    /** Both responses are alike but for the change, so a linear fade keeps the level. */
    private void fade() {
        float step = 1f / (fadeBlocks * block);
        float first = faded * block;
        for (int i = 0; i < block; i++) {
            float share = (first + i) * step;
            result[block + i] += (other[block + i] - result[block + i]) * share;
        }
        faded++;
        if (faded == fadeBlocks) {
            swap();
        }
    }

    private void swap() {
        ImpulsePartitions old = heard;
        heard = next;
        next = old;
        changing = false;
    }

    /** The partition. */
    @Override
    public int latencyFrames() {
        return block;
    }

    /** {@inheritDoc} An impulse response that was set is taken at once, a burst of work. */
    @Override
    public void reset() {
        if (waitingTaps > 0) {
            take();
        }
        if (changing) {
            next.loadAll(loading, loadingTaps, 0, transform, other);
            swap();
        }
        spectra.reset();
        Arrays.fill(window, 0f);
        Arrays.fill(output, 0f);
        filled = 0;
    }
}
