package io.arioso.dsp.dynamics;

/**
 * Measures how loud one channel is, frame by frame.
 *
 * <p>Levels are powers, scaled so that a sine of amplitude 1 reads 1 with every kind once it has settled: a threshold
 * keeps its meaning when the kind changes. Made by {@link LevelKind#detector}. Block-split invariant bit for bit, no
 * allocation after construction. One instance serves one channel and one thread.
 */
public interface LevelDetector {

    /** Writes the level of {@code in[from..from + frames)} to the start of {@code power}. [audio-thread] */
    void process(float[] in, int from, double[] power, int frames);

    /** Frames by which a sudden level shows late for the detector's own reasons, beyond its averaging. */
    default int latencyFrames() {
        return 0;
    }

    /** Forgets the past: as if silence had been playing. [audio-thread] */
    void reset();
}
