package io.arioso.dsp.dynamics;

import io.arioso.dsp.filter.HilbertPair;

/** The squared envelope of a channel. */
final class EnvelopeLevel implements LevelDetector {
    private final HilbertPair pair;

    EnvelopeLevel(double sampleRate) {
        pair = new HilbertPair(sampleRate);
    }

    @Override
    public void process(float[] in, int from, double[] power, int frames) {
        pair.envelopePower(in, from, power, frames);
    }

    @Override
    public void reset() {
        pair.reset();
    }
}
