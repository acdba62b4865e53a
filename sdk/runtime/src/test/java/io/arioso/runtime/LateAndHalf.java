package io.arioso.runtime;

import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.ProcessContext;
import java.util.Arrays;

/** Half as loud, 37 frames late. */
final class LateAndHalf implements AudioProcessor {
    static final int LATENCY = 37;

    private final float[] line = new float[LATENCY];
    private int at;

    @Override
    public void process(ProcessContext context) {
        float[] samples = context.audio().channel(0);
        for (int frame = 0; frame < context.frames(); frame++) {
            float late = line[at];
            line[at] = samples[frame];
            samples[frame] = 0.5f * late;
            at = (at + 1) % LATENCY;
        }
    }

    @Override
    public void reset() {
        Arrays.fill(line, 0);
        at = 0;
    }

    @Override
    public int latencyFrames() {
        return LATENCY;
    }
}
