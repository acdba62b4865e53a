package io.arioso.dsp.meter;

import java.util.Arrays;

/**
 * Follows the peaks of the analog waveform between the samples of one channel: one true-peak value per frame.
 *
 * <p>Frame {@code i} owns the interval from itself up to (not including) frame {@code i + 1}; its value is the largest
 * magnitude of the oversampled signal there, and comes {@link #latencyFrames()} frames late. It is at least the
 * sample's own magnitude (except with {@link TruePeakReader#ANNEX_2}, whose phases all interpolate). A grid of
 * {@code R} points per frame can pass a peak near the Nyquist frequency by at most a factor {@code cos(pi / 2R)}:
 * 0.69 dB at 4x, 0.17 dB at 8x; {@link TruePeakDetector} corrects for that, this class does not.
 *
 * <p>Block-split invariant bit for bit, no allocation after construction, one thread. Input must be finite.
 */
public final class TruePeakInterpolator {
    private final MirrorInterpolator interpolator;
    private final int latencyFrames;

    /** A reader for one channel at {@code sampleRate} (1 kHz to 1 MHz). */
    public TruePeakInterpolator(double sampleRate, TruePeakReader reader) {
        this.interpolator = reader.interpolator(sampleRate, false);
        this.latencyFrames = reader.latencyFrames();
    }

    /** The everyday reader: 4 points per frame up to 96 kHz, 2 above. */
    public static TruePeakInterpolator standard(double sampleRate) {
        return new TruePeakInterpolator(sampleRate, TruePeakReader.STANDARD);
    }

    /** Frames by which {@code peaks} lags {@code in}. */
    public int latencyFrames() {
        return latencyFrames;
    }

    /** Points per frame. */
    public int oversampling() {
        return interpolator.phases();
    }

    /** The most by which an interpolated value can exceed the largest sample near it, as a factor. */
    public double gainBound() {
        return interpolator.gainBound();
    }

    /** Forgets the past: as if silence had been playing. */
    public void reset() {
        interpolator.reset();
    }

    /** Writes one true peak per frame; same as with a floor of 0. [audio-thread] */
    public void process(float[] in, int inAt, float[] peaks, int peaksAt, int frames) {
        process(in, inAt, peaks, peaksAt, frames, 0f);
    }

    /**
     * Writes one true peak per frame, or {@code floor} where the peak is lower. [audio-thread]
     *
     * <p>Stretches that cannot rise above the floor are not interpolated at all, so a limiter that passes its
     * ceiling pays only for loud ones. The result is the same bits as {@code max(floor, peak)} would give.
     *
     * @param in    one channel, read from {@code inAt}
     * @param peaks receives linear magnitudes from {@code peaksAt}; may be {@code in} at the same place
     * @param floor linear, 0 or more
     */
    public void process(float[] in, int inAt, float[] peaks, int peaksAt, int frames, float floor) {
        for (int done = 0; done < frames; ) {
            int n = Math.min(MirrorInterpolator.BLOCK, frames - done);
            interpolator.load(in, inAt + done, n);
            fill(peaks, peaksAt + done, n, floor);
            interpolator.shift(n);
            done += n;
        }
    }

    private void fill(float[] peaks, int at, int frames, float floor) {
        if (floor <= 0) {
            interpolator.run(0, frames);
            interpolator.readPeaks(peaks, at, frames, floor);
            return;
        }
        Arrays.fill(peaks, at, at + frames, floor);
        interpolator.measure(frames);
        for (int start = 0; interpolator.search(start, floor); start = interpolator.to()) {
            int from = interpolator.from();
            interpolator.run(from, interpolator.to());
            interpolator.readPeaks(peaks, at + from, interpolator.to() - from, floor);
        }
    }
}
