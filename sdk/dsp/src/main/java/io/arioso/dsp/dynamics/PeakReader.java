package io.arioso.dsp.dynamics;

import io.arioso.dsp.meter.TruePeakInterpolator;
import io.arioso.dsp.meter.TruePeakReader;

/**
 * Reads the peaks that a limiter must catch in one channel: true peaks or sample peaks, equally late.
 *
 * <p>True peaks are the larger of two readers: a fine grid of long filters, and the example filter of ITU-R BS.1770
 * Annex 2, so that what the standard's own reader will say of the output is known beforehand. Both read a little high,
 * 0.02 dB on a grid of 8 points: that is how far it passes the crests of music, so that a ceiling of -1 reads as -1.00
 * and not -0.99.
 */
final class PeakReader {
    /** Above this rate a meter need not interpolate as Annex 2 does, whose filter is meant for 48 kHz. */
    private static final double ANNEX2_RATE = 96_000;
    private final TruePeakInterpolator fine;
    private final TruePeakInterpolator annex2;
    private final LookaheadDelay annex2Delay;
    private final LookaheadDelay sampleDelay;
    private final int latencyFrames;
    private final float crest;
    private final float[] scratch = new float[LookaheadLimiter.CHUNK];
    private boolean truePeak = true;

    PeakReader(double sampleRate, PeakGrid grid) {
        boolean interpolates = grid != PeakGrid.SAMPLES;
        boolean asPrinted = interpolates && sampleRate <= ANNEX2_RATE;
        fine = interpolates ? new TruePeakInterpolator(sampleRate, grid.reader()) : null;
        crest = grid.crest();
        latencyFrames = interpolates ? fine.latencyFrames() : 0;
        annex2 = asPrinted ? new TruePeakInterpolator(sampleRate, TruePeakReader.ANNEX_2) : null;
        annex2Delay = asPrinted ? new LookaheadDelay(latencyFrames - annex2.latencyFrames()) : null;
        sampleDelay = new LookaheadDelay(latencyFrames);
    }

    /** Frames by which {@link #read} lags its input, in either mode. */
    int latencyFrames() {
        return latencyFrames;
    }

    void setTruePeak(boolean truePeak) {
        this.truePeak = truePeak;
    }

    /**
     * Writes the peak in each frame's interval to the next; some value up to {@code floor} where it is lower.
     *
     * <p>All readers run in both modes, so that switching finds them up to date; one whose floor is beyond reach costs
     * next to nothing.
     */
    void read(float[] in, int from, float[] peaks, int frames, float floor) {
        if (fine != null && truePeak) {
            readTruePeaks(in, from, peaks, frames, floor);
        } else {
            readSamplePeaks(in, from, peaks, frames);
        }
    }

    private void readTruePeaks(float[] in, int from, float[] peaks, int frames, float floor) {
        System.arraycopy(in, from, scratch, 0, frames);
        sampleDelay.process(scratch, 0, frames);
        // A hair lower, so that the floor raised by the crest still lies under the ceiling.
        float readerFloor = floor / crest * (1 - 1e-6f);
        fine.process(in, from, peaks, 0, frames, readerFloor);
        if (annex2 != null) {
            readAsPrinted(in, from, frames, readerFloor);
            takeLarger(peaks, scratch, frames);
        }
        raise(peaks, frames);
    }

    private void readSamplePeaks(float[] in, int from, float[] peaks, int frames) {
        System.arraycopy(in, from, peaks, 0, frames);
        sampleDelay.process(peaks, 0, frames);
        takeMagnitudes(peaks, frames);
        if (fine != null) {
            fine.process(in, from, scratch, 0, frames, Float.MAX_VALUE);
        }
        if (annex2 != null) {
            readAsPrinted(in, from, frames, Float.MAX_VALUE);
        }
    }

    /** Delays the sound, not the peaks: a peak must meet the floor of its own frame, which may be a moving one. */
    private void readAsPrinted(float[] in, int from, int frames, float floor) {
        System.arraycopy(in, from, scratch, 0, frames);
        annex2Delay.process(scratch, 0, frames);
        annex2.process(scratch, 0, scratch, 0, frames, floor);
    }

    private static void takeMagnitudes(float[] peaks, int frames) {
        for (int i = 0; i < frames; i++) {
            peaks[i] = Math.abs(peaks[i]);
        }
    }

    private static void takeLarger(float[] peaks, float[] others, int frames) {
        for (int i = 0; i < frames; i++) {
            peaks[i] = Math.max(peaks[i], others[i]);
        }
    }

    private void raise(float[] peaks, int frames) {
        float raised = crest;
        for (int i = 0; i < frames; i++) {
            peaks[i] = peaks[i] * raised;
        }
    }

    void reset() {
        sampleDelay.reset();
        if (fine != null) {
            fine.reset();
        }
        if (annex2 != null) {
            annex2.reset();
            annex2Delay.reset();
        }
    }
}
