package io.arioso.benchmark;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The meters, in blocks as a file is read. */
public class MeterBenchmark extends SteadyBenchmark {
    /** Loudness alone, or with true peak, statistics and correlation. */
    @Param({"loudness", "programme"})
    public String meter;

    /** Makes what is measured. */
    @Setup
    public void prepare() {
        prepare(meter.equals("loudness") ? Subjects.loudness() : Subjects.programmeMeter(), 4096, 0);
    }
}
