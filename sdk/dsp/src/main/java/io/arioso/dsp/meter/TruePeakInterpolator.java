package io.arioso.dsp.meter;

import io.arioso.dsp.fir.KaiserWindow;
import io.arioso.dsp.fir.PolyphaseFilter;
import java.util.Arrays;

/**
 * Follows the peaks of the analog waveform between the samples of one channel: one true-peak value per frame.
 *
 * <p>Frame {@code i} owns the interval from itself up to (not including) frame {@code i + 1}; its value is the largest
 * magnitude of the oversampled signal there, and comes {@link #latencyFrames()} frames late. It is at least the
 * sample's own magnitude (the Annex 2 reader, whose phases all interpolate, excepted). A grid of {@code R} points per
 * frame can pass a peak near the Nyquist frequency by at most a factor {@code cos(pi / 2R)}: 0.69 dB at 4x, 0.17 at 8x;
 * {@link TruePeakDetector} corrects for that, this class does not.
 *
 * <p>Block-split invariant bit for bit, no allocation after construction, one thread. Input must be finite.
 */
public final class TruePeakInterpolator {
    // 54 dB over a transition of 0.45 to 0.55 of the sample rate is what 32 taps per phase can do.
    private static final int TAPS = 32;
    private static final double STOP_BAND_DB = 54;
    private static final double HIGH_RATE = 96_000;

    private final MirrorInterpolator interpolator;
    private final int latencyFrames;
    private final int oversampling;

    private TruePeakInterpolator(MirrorInterpolator interpolator, int latencyFrames, int oversampling) {
        this.interpolator = interpolator;
        this.latencyFrames = latencyFrames;
        this.oversampling = oversampling;
    }

    /** The everyday reader: 4 points per frame up to 96 kHz, 2 above; 32 taps per phase. */
    public static TruePeakInterpolator standard(double sampleRate) {
        return sinc(checkRate(sampleRate) <= HIGH_RATE ? 4 : 2);
    }

    /** The delivery reader: 8 points per frame up to 96 kHz, 4 above; 32 taps per phase. */
    public static TruePeakInterpolator precise(double sampleRate) {
        return sinc(checkRate(sampleRate) <= HIGH_RATE ? 8 : 4);
    }

    /** The example reader of ITU-R BS.1770-5 Annex 2: 48 taps in 4 phases, meant for 48 kHz. */
    public static TruePeakInterpolator annex2() {
        return new TruePeakInterpolator(AnnexTwoFilter.interpolator(), AnnexTwoFilter.LATENCY_FRAMES, 4);
    }

    private static TruePeakInterpolator sinc(int oversampling) {
        PolyphaseFilter filter = new PolyphaseFilter(oversampling, TAPS, 0.5, KaiserWindow.forStopBand(STOP_BAND_DB));
        return new TruePeakInterpolator(MirrorInterpolator.of(filter), TAPS / 2, oversampling);
    }

    private static double checkRate(double sampleRate) {
        if (!(sampleRate >= 1_000 && sampleRate <= 1_000_000)) {
            throw new IllegalArgumentException("sample rate: " + sampleRate + " Hz is outside 1000..1000000 Hz");
        }
        return sampleRate;
    }

    /** Frames by which {@code peaks} lags {@code in}. */
    public int latencyFrames() {
        return latencyFrames;
    }

    /** Points per frame. */
    public int oversampling() {
        return oversampling;
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
     * @param peaks receives linear magnitudes from {@code peaksAt}; may be {@code in}
     * @param floor linear, 0 or more
     */
    public void process(float[] in, int inAt, float[] peaks, int peaksAt, int frames, float floor) {
        // A hair above the bound, because float sums may round up past the exact one.
        float quiet = (float) (floor / (interpolator.gainBound() * 1.0001));
        for (int done = 0; done < frames; ) {
            int n = Math.min(MirrorInterpolator.BLOCK / 1, frames - done);
            interpolator.load(in, inAt + done, n);
            if (Math.max(interpolator.keptPeak(), interpolator.loadedPeak(n)) <= quiet) {
                Arrays.fill(peaks, peaksAt + done, peaksAt + done + n, floor);
            } else {
                interpolator.run(n, 0);
                interpolator.readPeaks(peaks, peaksAt + done, n, floor);
            }
            interpolator.shift(n);
            done += n;
        }
    }
}
