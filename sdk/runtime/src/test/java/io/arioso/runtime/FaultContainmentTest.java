package io.arioso.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.event.EventList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultContainmentTest {
    private static final int BLOCK = 480;
    private static final int BLOCKS_IN_TEN_SECONDS = 1000;

    private final TransportState song = new TransportState();
    private int calls;
    private int resets;
    private int closes;

    /** What a faulty block does; may throw. */
    private interface Fall {
        void now(ProcessContext context);
    }

    /** A processor that turns the sign around and falls in some calls, counted from 1. */
    private ProcessorRunner falling(java.util.function.IntPredicate when, Fall fall) {
        AudioProcessor processor = new AudioProcessor() {
            @Override
            public void process(ProcessContext context) {
                Scripted.scale(context, -1);
                if (when.test(++calls)) fall.now(context);
            }

            @Override
            public void reset() {
                resets++;
            }

            @Override
            public void close() {
                closes++;
                throw new IllegalStateException("not even that");
            }
        };
        return new ProcessorRunner(Scripted.processing(processor), RunnerSettings.of(48_000, BLOCK, BusLayout.MONO));
    }

    /** Renders blocks of a constant one; returns the last sample of each. */
    private float[] lastSamples(ProcessorRunner runner, int blocks) {
        float[] last = new float[blocks];
        for (int block = 0; block < blocks; block++) last[block] = block(runner)[BLOCK - 1];
        return last;
    }

    private float[] block(ProcessorRunner runner) {
        float[][] audio = new float[1][BLOCK];
        Arrays.fill(audio[0], 1);
        runner.process(audio, BLOCK, EventList.NONE, song);
        return audio[0];
    }

    private static void fail(ProcessContext context) {
        throw new IllegalStateException("broken");
    }

    static Stream<Throwable> everyKind() {
        return Stream.of(new IllegalStateException("broken"), new AssertionError("broken"), new StackOverflowError(),
            new OutOfMemoryError("broken"), new Error(), new Exception("checked"), new RuntimeException() {
                @Override
                public String getMessage() {
                    throw new IllegalStateException("hostile");
                }
            });
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void whateverIsThrownCostsOneBlockOnly(Throwable thrown) {
        ProcessorRunner runner =
            falling(call -> call == 3, context -> FaultContainmentTest.<RuntimeException>sneak(thrown));
        float[] last = lastSamples(runner, 6);
        assertArrayEquals(new float[] {-1, -1}, Arrays.copyOf(last, 2));
        assertEquals(-1, last[5]);
        assertEquals(6, calls);
        assertEquals(1, resets);
        Fault fault = runner.faults().get(0);
        assertEquals(1, fault.blocks());
        assertEquals(2 * BLOCK, fault.firstFrame());
        assertTrue(fault.detail().startsWith(thrown.getClass().getName()), fault.detail());
        assertTrue(!fault.givenUp());
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void aFaultAtAnyBlockIsToldWithItsPlace(int when) {
        ProcessorRunner runner = falling(call -> call == when, FaultContainmentTest::fail);
        lastSamples(runner, 105);
        assertEquals(List.of(new Fault(Fault.Kind.EXCEPTION, 1, (when - 1L) * BLOCK,
            "java.lang.IllegalStateException: broken", false)), runner.faults());
    }

    @Test
    void aProcessorThatAlwaysThrowsIsLeftAloneAfterThreeBlocksAndPassesTheInput() {
        ProcessorRunner runner = falling(call -> true, FaultContainmentTest::fail);
        float[] last = lastSamples(runner, 50);
        assertEquals(3, calls);
        for (float sample : last) assertEquals(1, sample);
        assertEquals(List.of(new Fault(Fault.Kind.EXCEPTION, 3, 0, "java.lang.IllegalStateException: broken", true)),
            runner.faults());
        runner.reset();
        lastSamples(runner, 5);
        assertEquals(3, calls);
    }

    @Test
    void threeFaultsThatAreSpreadOverMoreThanTenSecondsAreForgiven() {
        int apart = BLOCKS_IN_TEN_SECONDS / 2 + 1;
        ProcessorRunner runner = falling(call -> call % apart == 0, FaultContainmentTest::fail);
        lastSamples(runner, 4 * apart + 1);
        assertEquals(4 * apart + 1, calls);
        assertEquals(4, runner.faults().get(0).blocks());
        assertTrue(!runner.faults().get(0).givenUp());
    }

    @Test
    void threeFaultsWithinTenSecondsAreNot() {
        ProcessorRunner runner = falling(call -> call % 490 == 0, FaultContainmentTest::fail);
        lastSamples(runner, 3 * 490 + 10);
        assertEquals(3 * 490, calls);
        assertTrue(runner.faults().get(0).givenUp());
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void samplesThatAreNotFiniteNeverLeave(float poison) {
        for (int place : new int[] {0, 17, BLOCK - 1}) {
            calls = 0;
            ProcessorRunner runner = falling(call -> call == 2, context -> context.audio().channel(0)[place] = poison);
            for (int block = 0; block < 5; block++)
                for (float sample : block(runner)) assertTrue(Math.abs(sample) <= 1.0001f, "sample " + sample);
            assertEquals(List.of(new Fault(Fault.Kind.NOT_FINITE, 1, BLOCK, "", false)), runner.faults());
        }
    }

    @Test
    void aLoudButFiniteSampleIsNoFault() {
        ProcessorRunner runner = falling(call -> true, context -> context.audio().channel(0)[5] = 3e38f);
        assertEquals(3e38f, block(runner)[5]);
        assertTrue(runner.faults().isEmpty());
    }

    @Test
    void damageInTheInputReachesTheProcessorAsSilence() {
        ProcessorRunner runner = falling(call -> false, FaultContainmentTest::fail);
        float[][] audio = {{0.5f, Float.NaN, Float.POSITIVE_INFINITY, 1.1e6f, -1e6f, 0.25f}};
        runner.process(audio, 6, EventList.NONE, song);
        assertArrayEquals(new float[] {-0.5f, 0, 0, 0, 1e6f, -0.25f}, sameZeros(audio[0]));
        assertTrue(runner.faults().isEmpty());
    }

    private static float[] sameZeros(float[] samples) {
        for (int i = 0; i < samples.length; i++) if (samples[i] == 0) samples[i] = 0;
        return samples;
    }

    @Test
    void neitherTheFallNorTheReturnLeavesAStep() {
        ProcessorRunner runner = falling(call -> call == 4, FaultContainmentTest::fail);
        float before = block(runner)[BLOCK - 1];
        for (int block = 1; block < 12; block++) {
            for (float sample : block(runner)) {
                // The way from -1 to 1 and back takes 10 ms, 480 frames, in one go; both lines may overlap.
                assertTrue(Math.abs(sample - before) <= 3 * 2.0 / BLOCK,
                    "block " + block + ": " + before + " to " + sample);
                before = sample;
            }
        }
        assertEquals(-1, before);
    }

    @Test
    void aCloseThatThrowsIsTold() {
        ProcessorRunner runner = falling(call -> false, FaultContainmentTest::fail);
        runner.close();
        assertEquals(1, closes);
        assertEquals("java.lang.IllegalStateException: not even that", runner.faults().get(0).detail());
    }

    @Test
    void aFaultReadsAsOneLine() {
        assertEquals("Reverb failed: 312 blocks, first at 00:14.2 (java.lang.Error); it is bypassed",
            new Fault(Fault.Kind.EXCEPTION, 312, 681_600, "java.lang.Error", true).describe("Reverb", 48_000));
        assertEquals("Echo made samples that are not finite: 1 block, first at 61:01.5",
            new Fault(Fault.Kind.NOT_FINITE, 1, 175_752_000, "", false).describe("Echo", 48_000));
    }
}
