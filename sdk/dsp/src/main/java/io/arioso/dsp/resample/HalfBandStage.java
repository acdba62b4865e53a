package io.arioso.dsp.resample;

import io.arioso.dsp.fir.FirKernel;
import io.arioso.dsp.fir.KaiserWindow;
import io.arioso.dsp.fir.PolyphaseFilter;
import java.util.Arrays;

/**
 * Doubles and halves the rate of one channel with one half-band filter, late by whole frames of the slower rate.
 *
 * <p>Every second tap of a half-band low-pass is zero but the middle one, so going up, one of two samples is the input
 * itself and the other one dot product, and going down costs the same. Both directions delay by {@link #reachFrames()}.
 */
final class HalfBandStage {
    private static final double STOP_BAND_DB = 106;

    private final int reach;
    private final float[] taps;
    private final FirKernel kernel = new FirKernel();
    private final float[] upWindow;
    private final float[] evenWindow;
    private final float[] oddWindow;
    private final float[] between;
    private final float[] whole;

    /**
     * Designs the filter.
     *
     * @param reachFrames frames of the slower rate that it looks to either side, even: half the taps that are not zero
     * @param maxFrames   the most frames of the slower rate in one call
     */
    HalfBandStage(int reachFrames, int maxFrames) {
        reach = reachFrames;
        taps = new PolyphaseFilter(2, 2 * reach, 0.5, KaiserWindow.forStopBand(STOP_BAND_DB)).phase(1);
        upWindow = new float[2 * reach + maxFrames];
        evenWindow = new float[reach + maxFrames];
        oddWindow = new float[2 * reach + maxFrames];
        between = new float[maxFrames];
        whole = new float[maxFrames];
    }

    /** Frames of the slower rate by which {@link #up} is late, and {@link #down} too. */
    int reachFrames() {
        return reach;
    }

    /** Writes twice {@code frames} samples; {@code in} and {@code out} may not be the same array. */
    void up(float[] in, int inAt, float[] out, int outAt, int frames) {
        int past = 2 * reach;
        System.arraycopy(in, inAt, upWindow, past, frames);
        System.arraycopy(upWindow, reach, whole, 0, frames);
        kernel.run(taps, upWindow, 1, between, 0, frames);
        System.arraycopy(upWindow, frames, upWindow, 0, past);
        for (int i = 0, at = outAt; i < frames; i++, at += 2) {
            out[at] = whole[i];
            out[at + 1] = between[i];
        }
    }

    /** Reads twice {@code frames} samples; {@code in} and {@code out} may be the same array. */
    void down(float[] in, int inAt, float[] out, int outAt, int frames) {
        int past = 2 * reach;
        for (int i = 0, at = inAt; i < frames; i++, at += 2) {
            evenWindow[reach + i] = in[at];
            oddWindow[past + i] = in[at + 1];
        }
        System.arraycopy(evenWindow, 0, whole, 0, frames);
        kernel.run(taps, oddWindow, 0, between, 0, frames);
        System.arraycopy(evenWindow, frames, evenWindow, 0, reach);
        System.arraycopy(oddWindow, frames, oddWindow, 0, past);
        average(out, outAt, frames);
    }

    private void average(float[] out, int outAt, int frames) {
        for (int i = 0; i < frames; i++) {
            whole[i] = 0.5f * (whole[i] + between[i]);
        }
        System.arraycopy(whole, 0, out, outAt, frames);
    }

    /** Forgets the past: as if silence had been playing. */
    void reset() {
        Arrays.fill(upWindow, 0f);
        Arrays.fill(evenWindow, 0f);
        Arrays.fill(oddWindow, 0f);
    }
}
