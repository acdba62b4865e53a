package io.arioso.host.graph;

import io.arioso.dsp.dynamics.LookaheadDelay;
import io.arioso.sdk.Transport;
import java.util.Arrays;

/** Sums delayed and scaled sources into a bus. */
final class MixStep implements Step {
    private final float[][] target;
    private final Source[] sources;
    private final float[] scratch;

    MixStep(float[][] target, Source[] sources, int maxFrames) {
        this.target = target;
        this.sources = sources;
        this.scratch = new float[maxFrames];
    }

    @Override
    public void run(int frames, Transport transport) {
        for (int channel = 0; channel < target.length; channel++) {
            if (sources.length == 0) Arrays.fill(target[channel], 0, frames, 0f);
            for (int index = 0; index < sources.length; index++)
                add(sources[index], channel, frames, index == 0);
        }
    }

    private void add(Source source, int channel, int frames, boolean first) {
        float[] into = target[channel];
        if (first) {
            System.arraycopy(source.bus[channel], 0, into, 0, frames);
            if (source.delays != null) source.delays[channel].process(into, 0, frames);
            if (source.gain != 1) for (int frame = 0; frame < frames; frame++) into[frame] *= source.gain;
            return;
        }
        float[] from = source.bus[channel];
        if (source.delays != null) {
            System.arraycopy(from, 0, scratch, 0, frames);
            source.delays[channel].process(scratch, 0, frames);
            from = scratch;
        }
        float gain = source.gain;
        for (int frame = 0; frame < frames; frame++) into[frame] += from[frame] * gain;
    }

    @Override
    public void reset() {
        for (Source source : sources)
            if (source.delays != null) for (LookaheadDelay delay : source.delays) delay.reset();
    }

    /** One arriving connection: where its audio lies, how loud it is, and how late it must be made. */
    static final class Source {
        private final float[][] bus;
        private final float gain;
        private final LookaheadDelay[] delays;

        Source(float[][] bus, float gain, int delayFrames) {
            this.bus = bus;
            this.gain = gain;
            delays = delayFrames == 0 ? null : new LookaheadDelay[bus.length];
            if (delays != null) Arrays.setAll(delays, channel -> new LookaheadDelay(delayFrames));
        }
    }
}
