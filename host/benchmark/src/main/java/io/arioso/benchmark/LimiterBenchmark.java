package io.arioso.benchmark;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The limiter holding true peaks, by drive and length of block. */
public class LimiterBenchmark extends SteadyBenchmark {
    /** How far the programme is raised, in decibels. */
    @Param({"6", "10"})
    public double drive;
    /** Frames of a block. */
    @Param({"32", "64", "256", "512", "1024"})
    public int block;

    /** Makes what is measured. */
    @Setup
    public void prepare() {
        prepare(Subjects.effect(Effects.limiter(), block), block, drive);
    }
}
