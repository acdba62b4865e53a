package io.arioso.benchmark;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Each benchmark plays once, so that none is found broken only when somebody measures. */
class BenchmarksTest {

    @Test
    void theEqualizerSounds() {
        EqualizerBenchmark benchmark = new EqualizerBenchmark();
        benchmark.bells = 16;
        benchmark.block = 64;
        benchmark.prepare();
        assertSound(benchmark.play());
    }

    @Test
    void theLimiterSounds() {
        LimiterBenchmark benchmark = new LimiterBenchmark();
        benchmark.drive = 10;
        benchmark.block = 256;
        benchmark.prepare();
        assertSound(benchmark.play());
    }

    @Test
    void theChainSounds() {
        ChainBenchmark benchmark = new ChainBenchmark();
        benchmark.block = 1024;
        benchmark.prepare();
        assertSound(benchmark.play());
    }

    @Test
    void effectsSoundWhileTheyMove() {
        for (String effect : new String[] {"eq", "limiter"}) {
            AutomationBenchmark benchmark = new AutomationBenchmark();
            benchmark.effect = effect;
            benchmark.movement = Movement.ALL;
            benchmark.block = 256;
            benchmark.prepare();
            assertSound(benchmark.play());
        }
    }

    @Test
    void theMetersLeaveTheSoundAlone() {
        for (String meter : new String[] {"loudness", "programme"}) {
            MeterBenchmark benchmark = new MeterBenchmark();
            benchmark.meter = meter;
            benchmark.prepare();
            assertSound(benchmark.play());
        }
    }

    @Test
    void silenceComesAfterMusic() {
        for (String effect : new String[] {"eq", "limiter"}) {
            SilenceBenchmark benchmark = new SilenceBenchmark();
            benchmark.effect = effect;
            benchmark.prepare();
            benchmark.excite();
            assertSound(benchmark.music());
            assertTrue(peak(benchmark.silence()) < 1e-3, "ten seconds after the music");
        }
    }

    private static void assertSound(float[][] block) {
        float peak = peak(block);
        assertTrue(peak > 1e-3 && peak < 10, () -> "peak " + peak);
    }

    private static float peak(float[][] block) {
        float peak = 0;
        for (float[] channel : block) for (float sample : channel) peak = Math.max(peak, Math.abs(sample));
        return peak;
    }
}
