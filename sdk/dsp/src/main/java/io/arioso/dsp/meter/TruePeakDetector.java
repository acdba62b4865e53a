package io.arioso.dsp.meter;

/**
 * Holds the true peak of one channel: the largest magnitude of its analog waveform so far, after ITU-R BS.1770 Annex 2.
 *
 * <p>The waveform is interpolated as in {@link TruePeakInterpolator}; a parabola through each local maximum then finds
 * the crest between the grid's points (not with {@link TruePeakReader#ANNEX_2}, which reads as printed). A band-limited
 * wave cannot rise above the grid by more than {@code 1 / cos(pi / 2R)} (Ehlich and Zeller 1964), which bounds the
 * correction, and which makes skipping exact: a block is interpolated only when it could raise the maximum. Measuring
 * a programme thus costs a fraction of following every peak.
 *
 * <p>Block-split invariant bit for bit, no allocation after construction, one thread. Samples that are not finite
 * count as silence.
 */
public final class TruePeakDetector {
    private final MirrorInterpolator interpolator;
    private final int latencyFrames;
    private final double crest;
    private final float[] framePeaks = new float[MirrorInterpolator.BLOCK + 1];
    private double maximum;

    /** A detector for one channel at {@code sampleRate} (1 kHz to 1 MHz). */
    public TruePeakDetector(double sampleRate, TruePeakReader reader) {
        boolean crests = reader != TruePeakReader.ANNEX_2;
        this.interpolator = reader.interpolator(sampleRate, crests);
        this.latencyFrames = reader.latencyFrames();
        this.crest = crests ? PeakBound.crestFactor(interpolator.phases()) : 1;
    }

    /** Frames at the end of the input that the maximum does not fully see yet. */
    public int latencyFrames() {
        return latencyFrames;
    }

    /** Forgets maximum and signal. */
    public void reset() {
        interpolator.reset();
        maximum = 0;
    }

    /** Forgets the maximum only, so that a display can start a new hold without disturbing the signal. */
    public void clearMaximum() {
        maximum = 0;
    }

    /** Feeds a block. [audio-thread] */
    public void process(float[] in, int at, int frames) {
        for (int done = 0; done < frames; ) {
            int n = Math.min(MirrorInterpolator.BLOCK, frames - done);
            interpolator.load(in, at + done, n);
            maximum = risenMaximum(n);
            interpolator.shift(n);
            done += n;
        }
    }

    /** The largest magnitude so far, linear (1 is full scale); 0 for silence. */
    public double truePeak() {
        return maximum;
    }

    /** The largest magnitude so far in dBTP; negative infinity for silence. */
    public double truePeakDbtp() {
        return Levels.amplitudeDb(truePeak());
    }

    /** The largest magnitude, linear, if nothing but silence followed: the reading for a programme that has ended. */
    public double truePeakAtEnd() {
        interpolator.loadSilence(latencyFrames + 1);
        return risenMaximum(latencyFrames + 1);
    }

    private double risenMaximum(int frames) {
        if (!(interpolator.measure(frames) <= Float.MAX_VALUE)) {
            interpolator.silenceNonFinite(frames);
            interpolator.measure(frames);
        }
        double risen = maximum;
        for (int start = 0; interpolator.search(start, risen); start = interpolator.to()) {
            risen = risenMaximum(interpolator.from(), interpolator.to(), risen);
        }
        return risen;
    }

    private double risenMaximum(int from, int to, double least) {
        // One frame earlier again: its last point was waiting for its right neighbour.
        int count = to - from + 1;
        interpolator.run(from - 1, to);
        interpolator.readPeaks(framePeaks, 0, count, 0f);
        double risen = least;
        for (int i = 0; i < count; i++) {
            if (framePeaks[i] * crest > risen) {
                risen = crestOf(i, i == count - 1, Math.max(risen, framePeaks[i]));
            }
        }
        return risen;
    }

    // Highest crest among the points of frame i that could exceed floor, or floor; the very last point has no right
    // neighbour and counts as it is.
    private double crestOf(int i, boolean last, double floor) {
        int phases = interpolator.phases();
        double highest = floor;
        int end = last ? phases - 1 : phases;
        for (int phase = i == 0 ? phases - 1 : 0; phase < end; phase++) {
            float here = interpolator.value(i, phase);
            if (Math.abs(here) * crest > highest) {
                float before = phase == 0 ? interpolator.value(i - 1, phases - 1) : interpolator.value(i, phase - 1);
                float after = phase == phases - 1 ? interpolator.value(i + 1, 0) : interpolator.value(i, phase + 1);
                highest = Math.max(highest, crest(before, here, after));
            }
        }
        return highest;
    }

    private double crest(double before, double here, double after) {
        double height = Math.abs(here);
        if (height < Math.abs(before) || height < Math.abs(after)) {
            return height;
        }
        double slope = before - after;
        double bend = before - 2 * here + after;
        double vertex = bend == 0 ? here : here - slope * slope / (8 * bend);
        return Math.min(Math.abs(vertex), height * crest);
    }
}
