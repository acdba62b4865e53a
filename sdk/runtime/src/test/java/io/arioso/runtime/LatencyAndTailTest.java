package io.arioso.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.ProcessContext;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyAndTailTest {
    private static final RunnerSettings MONO = RunnerSettings.of(48_000, 64, BusLayout.MONO);

    private static ProcessorRunner declaring(int latency, LongSupplier tail) {
        return new ProcessorRunner(Scripted.processing(new AudioProcessor() {
            @Override
            public void process(ProcessContext context) {
            }

            @Override
            public int latencyFrames() {
                return latency;
            }

            @Override
            public long tailFrames() {
                return tail.getAsLong();
            }
        }), MONO);
    }

    @Test
    void theTailIsAskedForEachTime() {
        long[] tail = {100};
        ProcessorRunner runner = declaring(10, () -> tail[0]);
        assertEquals(100, runner.tailFrames());
        tail[0] = Long.MAX_VALUE;
        assertEquals(Long.MAX_VALUE, runner.tailFrames());
    }

    @ParameterizedTest
    @CsvSource({"-1", "0", "9", "-9223372036854775808"})
    void aTailBelowTheLatencyIsTheLatency(long declared) {
        assertEquals(10, declaring(10, () -> declared).tailFrames());
    }

    @Test
    void aTailThatThrowsIsTheLatency() {
        assertEquals(10, declaring(10, () -> {
            throw new StackOverflowError();
        }).tailFrames());
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "-2147483648, 0", "480001, 480000", "2147483647, 480000"})
    void anImpossibleLatencyIsClampedAndToldOnce(int declared, int expected) {
        ProcessorRunner runner = declaring(declared, () -> 0);
        assertEquals(expected, runner.latencyFrames());
        assertEquals(
            List.of(new Fault(Fault.Kind.LATENCY, 1, 0, declared + " frames is outside 0..480000", false)),
                runner.faults());
    }

    @Test
    void theLongestLatencyIsTenSeconds() {
        ProcessorRunner runner = declaring(480_000, () -> 0);
        assertEquals(480_000, runner.latencyFrames());
        assertTrue(runner.faults().isEmpty());
    }
}
