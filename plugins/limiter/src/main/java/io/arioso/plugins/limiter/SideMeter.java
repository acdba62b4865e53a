package io.arioso.plugins.limiter;

import io.arioso.dsp.meter.ChannelWeights;
import io.arioso.dsp.meter.LoudnessMeter;
import io.arioso.dsp.meter.TruePeakDetector;
import io.arioso.dsp.meter.TruePeakReader;
import java.util.Arrays;

/**
 * Measures loudness and true peak of one side of the limiter, from the last reset on.
 *
 * <p>Audio is collected and measured in batches: the figures come up to {@link #BATCH} frames late, and cost the same
 * however short the host's blocks are.
 */
final class SideMeter {
    private static final int BATCH = 1024;
    private static final int MAX_WEIGHTED_CHANNELS = 8;

    private final LoudnessMeter loudness;
    private final TruePeakDetector[] peaks;
    private final float[][] batch;
    private int filled;

    SideMeter(double sampleRate, int channels) {
        loudness = new LoudnessMeter(sampleRate, weights(channels));
        peaks = new TruePeakDetector[channels];
        for (int channel = 0; channel < channels; channel++) {
            peaks[channel] = new TruePeakDetector(sampleRate, TruePeakReader.STANDARD);
        }
        batch = new float[channels][BATCH];
    }

    private static double[] weights(int channels) {
        if (channels <= MAX_WEIGHTED_CHANNELS) {
            return ChannelWeights.forChannels(channels);
        }
        double[] ones = new double[channels];
        Arrays.fill(ones, 1);
        return ones;
    }

    void take(float[][] planes, int frames) {
        for (int done = 0; done < frames; ) {
            int count = Math.min(BATCH - filled, frames - done);
            for (int channel = 0; channel < batch.length; channel++) {
                System.arraycopy(planes[channel], done, batch[channel], filled, count);
            }
            filled += count;
            done += count;
            if (filled == BATCH) {
                measure();
            }
        }
    }

    private void measure() {
        loudness.process(batch, 0, BATCH);
        for (int channel = 0; channel < peaks.length; channel++) {
            peaks[channel].process(batch[channel], 0, BATCH);
        }
        filled = 0;
    }

    double integratedLufs() {
        return loudness.integratedLufs();
    }

    double shortTermLufs() {
        return loudness.shortTermLufs();
    }

    /** The highest of any channel, linear. */
    double truePeak() {
        double highest = 0;
        for (TruePeakDetector detector : peaks) {
            highest = Math.max(highest, detector.truePeak());
        }
        return highest;
    }

    void reset() {
        loudness.reset();
        for (TruePeakDetector detector : peaks) {
            detector.reset();
        }
        filled = 0;
    }
}
