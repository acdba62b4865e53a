package io.arioso.benchmark;

import io.arioso.sdk.AudioPlugin;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Each effect while its parameters move every 64 frames. */
public class AutomationBenchmark extends SteadyBenchmark {
    /** Which parameters move. */
    @Param
    public Movement movement;
    /** Which effect. */
    @Param({"eq", "limiter"})
    public String effect;
    /** Frames of a block. */
    @Param({"64", "256"})
    public int block;

    /** Makes what is measured. */
    @Setup
    public void prepare() {
        AudioPlugin plugin = effect.equals("eq") ? Effects.equalizer(8) : Effects.limiter();
        prepare(Subjects.automated(plugin, block, movement), block, 6);
    }
}
