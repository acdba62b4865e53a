package io.arioso.benchmark;

import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Equaliser and limiter in a row through the engine, by length of block. */
public class ChainBenchmark extends SteadyBenchmark {
    /** Frames of a block. */
    @Param({"32", "64", "256", "512", "1024"})
    public int block;

    /** Makes what is measured. */
    @Setup
    public void prepare() {
        prepare(Subjects.chain(List.of(Effects.equalizer(8), Effects.limiter()), block), block, 6);
    }
}
