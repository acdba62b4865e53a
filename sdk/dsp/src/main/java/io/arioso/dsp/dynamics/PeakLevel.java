package io.arioso.dsp.dynamics;

import io.arioso.dsp.meter.TruePeakInterpolator;

/** The square of a channel's largest sample, or true peak, within a sliding window. */
final class PeakLevel implements LevelDetector {
    private static final int CHUNK = 256;

    private final PeakHold hold;
    private final TruePeakInterpolator interpolator;
    private final float[] peaks = new float[CHUNK];

    /** Holds sample peaks. */
    PeakLevel(int holdFrames) {
        hold = new PeakHold(holdFrames);
        interpolator = null;
    }

    /** Holds true peaks. */
    PeakLevel(int holdFrames, double sampleRate) {
        hold = new PeakHold(holdFrames);
        interpolator = TruePeakInterpolator.standard(sampleRate);
    }

    @Override
    public void process(float[] in, int from, double[] power, int frames) {
        for (int done = 0; done < frames; done += CHUNK) {
            int count = Math.min(CHUNK, frames - done);
            if (interpolator == null) {
                System.arraycopy(in, from + done, peaks, 0, count);
            } else {
                interpolator.process(in, from + done, peaks, 0, count);
            }
            hold.process(peaks, peaks, count);
            for (int i = 0; i < count; i++) {
                power[done + i] = (double) peaks[i] * peaks[i];
            }
        }
    }

    @Override
    public int latencyFrames() {
        return interpolator == null ? 0 : interpolator.latencyFrames();
    }

    @Override
    public void reset() {
        hold.reset();
        if (interpolator != null) {
            interpolator.reset();
        }
    }
}
