package io.arioso.dsp.resample;

/**
 * Runs a non-linear step of one channel at 2, 4 or 8 times the rate, so that its harmonics do not fold back.
 *
 * <p>A cascade of linear-phase half-band filters (Kaiser windows): flat within 0.001 dB up to 0.4535 of the lower rate
 * (20 kHz at 44.1 kHz), images and aliases at least 100 dB down from 0.55 of it on; what lies between folds about the
 * Nyquist frequency, above hearing. The longest filter does the first doubling; the others have room to be short.
 *
 * <pre>{@code
 * oversampler.up(audio, at, fast, 0, frames);
 * clip.process(fast, 0, frames * oversampler.factor());
 * oversampler.down(fast, 0, audio, at, frames);      // audio, latencyFrames() later
 * }</pre>
 *
 * <p>Every output sums in one fixed order, so no split into blocks changes a bit. Nothing but the constructor
 * allocates. One instance serves one channel and one thread.
 */
public final class Oversampler {
    /** Frames of the slower rate that each doubling's filter reaches: even, so that the sum is whole frames. */
    private static final int[] REACH = {36, 8, 8};
    private static final int CHUNK = 256;

    private final HalfBandStage[] stages;
    private final float[][] between;
    private final int factor;

    /** An oversampler by {@code factor}: 1 (which only copies), 2, 4 or 8. */
    public Oversampler(int factor) {
        if (factor != 1 && factor != 2 && factor != 4 && factor != 8) {
            throw new IllegalArgumentException("oversampling factor: " + factor + " is not 1, 2, 4 or 8");
        }
        this.factor = factor;
        stages = new HalfBandStage[Integer.numberOfTrailingZeros(factor)];
        between = new float[Math.max(0, stages.length - 1)][];
        for (int stage = 0; stage < stages.length; stage++) {
            stages[stage] = new HalfBandStage(REACH[stage], CHUNK << stage);
            if (stage > 0) {
                between[stage - 1] = new float[CHUNK << stage];
            }
        }
    }

    /** Samples at the higher rate for each frame. */
    public int factor() {
        return factor;
    }

    /** Frames by which {@link #up} followed by {@link #down} is late: 0, 72, 80 or 84. */
    public int latencyFrames() {
        return latencyFrames(factor);
    }

    /** The latency of an oversampler by {@code factor}. */
    public static int latencyFrames(int factor) {
        int frames = 0;
        for (int stage = 0; 1 << stage < factor; stage++) {
            frames += 2 * REACH[stage] >> stage;
        }
        return frames;
    }

    /**
     * Writes {@link #factor()} samples for each frame. [audio-thread]
     *
     * @param in  {@code frames} samples from {@code inAt}
     * @param out room for {@code frames * factor()} samples from {@code outAt}; not {@code in}
     */
    public void up(float[] in, int inAt, float[] out, int outAt, int frames) {
        for (int done = 0; done < frames; done += CHUNK) {
            upChunk(in, inAt + done, out, outAt + done * factor, Math.min(CHUNK, frames - done));
        }
    }

    private void upChunk(float[] in, int inAt, float[] out, int outAt, int frames) {
        float[] from = in;
        int fromAt = inAt;
        for (int stage = 0; stage < stages.length; stage++) {
            boolean last = stage == stages.length - 1;
            float[] to = last ? out : between[stage];
            stages[stage].up(from, fromAt, to, last ? outAt : 0, frames << stage);
            from = to;
            fromAt = 0;
        }
        if (stages.length == 0) {
            System.arraycopy(in, inAt, out, outAt, frames);
        }
    }

    /**
     * Reads {@link #factor()} samples for each frame. [audio-thread]
     *
     * @param in  {@code frames * factor()} samples from {@code inAt}
     * @param out room for {@code frames} samples from {@code outAt}; not {@code in}
     */
    public void down(float[] in, int inAt, float[] out, int outAt, int frames) {
        for (int done = 0; done < frames; done += CHUNK) {
            downChunk(in, inAt + done * factor, out, outAt + done, Math.min(CHUNK, frames - done));
        }
    }

    private void downChunk(float[] in, int inAt, float[] out, int outAt, int frames) {
        float[] from = in;
        int fromAt = inAt;
        for (int stage = stages.length - 1; stage >= 0; stage--) {
            float[] to = stage == 0 ? out : between[stage - 1];
            stages[stage].down(from, fromAt, to, stage == 0 ? outAt : 0, frames << stage);
            from = to;
            fromAt = 0;
        }
        if (stages.length == 0) {
            System.arraycopy(in, inAt, out, outAt, frames);
        }
    }

    /** Forgets the past: as if silence had been playing. [audio-thread] */
    public void reset() {
        for (HalfBandStage stage : stages) {
            stage.reset();
        }
    }
}
