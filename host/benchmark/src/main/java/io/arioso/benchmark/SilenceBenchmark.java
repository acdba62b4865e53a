package io.arioso.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Ten seconds of silence right after music, where decaying states could become denormals, and ten seconds of the music
 * itself; ns per stereo frame.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 20)
@Measurement(iterations = 20)
@Fork(2)
public class SilenceBenchmark {
    private static final int BLOCK = 256;
    private static final int FRAMES = 1875 * BLOCK;

    /** Which effect. */
    @Param({"eq", "limiter"})
    public String effect;

    private Player music;
    private Player silence;
    private Subject subject;

    /** Makes the effect and its material. */
    @Setup
    public void prepare() {
        music = new Player(Programme.first(10, 6), BLOCK);
        silence = new Player(new float[2][BLOCK], BLOCK);
        subject = Subjects.effect(effect.equals("eq") ? Effects.equalizer(8) : Effects.limiter(), BLOCK);
    }

    /** Fills the effect with a second of music before each measured stretch. */
    @Setup(Level.Invocation)
    public void excite() {
        music.play(subject, Programme.SAMPLE_RATE);
    }

    /** The music goes on. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public float[][] music() {
        return music.play(subject, FRAMES);
    }

    /** The music has stopped. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public float[][] silence() {
        return silence.play(subject, FRAMES);
    }
}
