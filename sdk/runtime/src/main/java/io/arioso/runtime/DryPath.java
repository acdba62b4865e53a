package io.arioso.runtime;

/** The unprocessed signal, as late as the processor's output: what bypass and faults fall back to. */
final class DryPath {
    private final float[][] history;
    private final float[][] block;
    private final int latency;

    DryPath(int channels, int latency, int maxFrames) {
        this.latency = latency;
        history = new float[channels][latency + maxFrames];
        block = new float[channels][maxFrames];
    }

    /** Takes the processor's input. Afterwards {@link #block} holds the delayed block. */
    void take(float[][] input, int frames) {
        for (int channel = 0; channel < history.length; channel++) {
            if (latency == 0) {
                System.arraycopy(input[channel], 0, block[channel], 0, frames);
            } else {
                float[] line = history[channel];
                System.arraycopy(input[channel], 0, line, latency, frames);
                System.arraycopy(line, 0, block[channel], 0, frames);
                System.arraycopy(line, frames, line, 0, latency);
            }
        }
    }

    float[][] block() {
        return block;
    }

    void reset() {
        for (float[] line : history) java.util.Arrays.fill(line, 0);
    }
}
