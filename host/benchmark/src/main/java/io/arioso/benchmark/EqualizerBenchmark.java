package io.arioso.benchmark;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The equaliser by number of bells and length of block. */
public class EqualizerBenchmark extends SteadyBenchmark {
    /** Bells that are on. */
    @Param({"8", "16"})
    public int bells;
    /** Frames of a block. */
    @Param({"32", "64", "256", "512", "1024"})
    public int block;

    /** Makes what is measured. */
    @Setup
    public void prepare() {
        prepare(Subjects.effect(Effects.equalizer(bells), block), block, 0);
    }
}
