package io.arioso.dsp.shape;

import io.arioso.dsp.meter.SamplePeak;
import io.arioso.dsp.dynamics.LookaheadDelay;
import io.arioso.dsp.fir.FirKernel;
import io.arioso.dsp.fir.KaiserWindow;
import io.arioso.dsp.fir.PolyphaseFilter;
import io.arioso.dsp.resample.Oversampler;
import java.util.Arrays;

/**
 * Rounds off the peaks of one channel at a higher rate, under a top that may move, and leaves the rest alone.
 *
 * <p>Only what a {@link SoftClip} takes off is made at the higher rate, brought back down, and ended at 0.4 to 0.46 of
 * the rate, since what rings at the Nyquist frequency no reader of true peaks can be sure of. It is taken from the
 * delayed input. So the pass band is not filtered at all, and what stays under the knee comes out bit for bit,
 * {@link #latencyFrames()} later. The sum may exceed the top by what the filters ring (some tenths of a decibel): a
 * limiter follows.
 *
 * <p>Per sample, so no split into blocks changes a bit. One instance serves one channel and one thread.
 */
public final class OversampledSoftClip {
    private static final int CHUNK = 256;
    private static final int TAPS = 64;
    private static final double CUTOFF = 0.43;
    private static final double STOP_BAND_DB = 60;

    private final SoftClip curve = new SoftClip();
    private final Oversampler oversampler;
    private final FirKernel lowPass = new FirKernel();
    private final float[] taps = new float[TAPS];
    private final float[] lossWindow = new float[TAPS + CHUNK];
    private final int latencyFrames;
    private final LookaheadDelay dry;
    private final LookaheadDelay topDelay;
    private final float[] scaled = new float[CHUNK];
    private final float[] lateTops = new float[CHUNK];
    private final float[] fast;
    private final float[] bent;
    private final float knee;
    /** Frames after which what was taken off has left every filter. */
    private final int memoryFrames;
    private int idleFrames;
    private float loudest;

    /**
     * A clip at {@code factor} times the rate.
     *
     * @param factor 1, 2, 4 or 8
     * @param knee   share of the top up to which the sound stays as it is, 0 to below 1
     */
    public OversampledSoftClip(int factor, double knee) {
        oversampler = new Oversampler(factor);
        curve.setCeiling(1, knee);
        this.knee = (float) knee;
        latencyFrames = oversampler.latencyFrames() + TAPS / 2;
        double[] design = PolyphaseFilter.design(0, TAPS, CUTOFF, KaiserWindow.forStopBand(STOP_BAND_DB));
        for (int k = 0; k < TAPS; k++) {
            taps[k] = (float) design[k];
        }
        memoryFrames = 2 * latencyFrames + CHUNK;
        idleFrames = memoryFrames;
        dry = new LookaheadDelay(latencyFrames);
        topDelay = new LookaheadDelay(latencyFrames, 1f);
        fast = new float[CHUNK * factor];
        bent = new float[CHUNK * factor];
    }

    /** Frames by which the output is late. */
    public int latencyFrames() {
        return latencyFrames;
    }

    /**
     * Shapes {@code audio[from..from + frames)} in place. [audio-thread]
     *
     * @param tops the magnitude that each frame is bent under, from index 0 on, linear, above 0
     */
    public void process(float[] audio, int from, int frames, float[] tops) {
        for (int done = 0; done < frames; done += CHUNK) {
            int count = Math.min(CHUNK, frames - done);
            System.arraycopy(tops, done, lateTops, 0, count);
            processChunk(audio, from + done, count);
        }
    }

    private void processChunk(float[] audio, int from, int frames) {
        System.arraycopy(audio, from, scaled, 0, frames);
        for (int i = 0; i < frames; i++) {
            scaled[i] = scaled[i] / lateTops[i];
        }
        topDelay.process(lateTops, 0, frames);
        oversampler.up(scaled, 0, fast, 0, frames);
        dry.process(audio, from, frames);
        float peak = SamplePeak.of(fast, 0, frames * oversampler.factor());
        loudest = Math.max(loudest, peak);
        idleFrames = peak <= knee ? Math.min(idleFrames + frames, memoryFrames) : 0;
        // Filters that hold nothing but zeros would give zeros.
        if (idleFrames < memoryFrames) {
            takeLoss(audio, from, frames);
        }
    }

    private void takeLoss(float[] audio, int from, int frames) {
        lose(frames * oversampler.factor());
        oversampler.down(fast, 0, lossWindow, TAPS, frames);
        lowPass.run(taps, lossWindow, 1, scaled, 0, frames);
        System.arraycopy(lossWindow, frames, lossWindow, 0, TAPS);
        for (int i = 0; i < frames; i++) {
            // Taking 0 away leaves a sample its bits, even the sign of zero.
            audio[from + i] = audio[from + i] - scaled[i] * lateTops[i];
        }
    }

    /** Turns what is fast into its loss. */
    private void lose(int samples) {
        System.arraycopy(fast, 0, bent, 0, samples);
        curve.process(bent, 0, samples);
        for (int i = 0; i < samples; i++) {
            fast[i] = fast[i] - bent[i];
        }
    }

    /** The lowest gain that a sample was given since the last call, linear; 1 when nothing was bent. [audio-thread] */
    public float takeLeastGain() {
        float least = loudest <= knee ? 1 : (float) (curve.bend(loudest) / loudest);
        loudest = 0;
        return least;
    }

    /** Forgets the past: as if silence had been playing. [audio-thread] */
    public void reset() {
        oversampler.reset();
        dry.reset();
        topDelay.reset();
        Arrays.fill(lossWindow, 0f);
        idleFrames = memoryFrames;
        loudest = 0;
    }
}
