package io.arioso.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the benchmarks of steady sound share: how they are run, and that a score is nanoseconds per stereo frame. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public abstract class SteadyBenchmark {
    private static final int FRAMES = 8192;

    private Player player;
    private Subject subject;

    /** Holds 20 s of the programme, raised by decibels, for a subject. */
    final void prepare(Subject measured, int block, double gainDb) {
        player = new Player(Programme.first(20, gainDb), block);
        subject = measured;
    }

    /** Plays on. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public float[][] play() {
        return player.play(subject, FRAMES);
    }
}
