package io.arioso.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.BusLayout;
import io.arioso.sdk.event.EventList;
import io.arioso.sdk.parameter.FloatParameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events at exact frames, however the host cuts its blocks. */
class AutomationTest {
    private static final RunnerSettings MONO = RunnerSettings.of(48_000, 64, BusLayout.MONO);

    private final TransportState song = new TransportState();
    private final Scripted effect = Scripted.levelMeter();
    private final ProcessorRunner runner = new ProcessorRunner(effect, MONO);

    private float[] render(int frames, EventList events) {
        float[][] audio = new float[1][frames];
        runner.process(audio, frames, events, song);
        return audio[0];
    }

    private static float[] steps(int frames, int... framesAndValues) {
        float[] expected = new float[frames];
        for (int i = 0; i < framesAndValues.length; i += 2)
            Arrays.fill(expected, framesAndValues[i], frames, framesAndValues[i + 1]);
        return expected;
    }

    @Test
    void aChangeIsHeardAtItsVeryFrame() {
        EventQueue events = new EventQueue(8);
        events.add(0, effect.level, 1);
        events.add(17, effect.level, 2);
        events.add(17, effect.level, 3);
        events.add(63, effect.level, 4);
        assertArrayEquals(steps(64, 0, 1, 17, 3, 63, 4), render(64, events));
        assertEquals(4, effect.level.plain());
    }

    @Test
    void aBlockAboveThePreparedMaximumIsCutAndItsEventsStayExact() {
        EventQueue events = new EventQueue(8);
        events.add(130, effect.level, 2);
        events.add(999, effect.level, 5);
        assertArrayEquals(steps(1000, 130, 2, 999, 5), render(1000, events));
    }

    @Test
    void noSegmentIsLongerThanThePreparedMaximumOrEmpty() {
        List<Integer> lengths = new ArrayList<>();
        Scripted counting = Scripted.processing(context -> lengths.add(context.frames()));
        EventQueue events = new EventQueue(8);
        events.add(70, counting.level, 2);
        events.add(70, counting.gainDb, 2);
        new ProcessorRunner(counting, MONO).process(new float[1][200], 200, events, song);
        assertEquals(List.of(64, 6, 64, 64, 2), lengths);
    }

    @Test
    void moreEventsThanFramesAreAllApplied() {
        EventQueue events = new EventQueue(1000);
        for (int event = 0; event < 1000; event++) events.add(event / 250, effect.level, event / 10.0);
        assertArrayEquals(new float[] {24.9f, 49.9f, 74.9f, 99.9f}, render(4, events));
    }

    @Test
    void anEventBehindTheBlockTakesEffectAtItsEnd() {
        EventQueue events = new EventQueue(2);
        events.add(64, effect.level, 7);
        events.add(5000, effect.level, 8);
        assertArrayEquals(new float[64], render(64, events));
        assertEquals(8, effect.level.plain());
        assertArrayEquals(steps(4, 0, 8), render(4, EventList.NONE));
    }

    @Test
    void aBlockWithoutFramesAppliesItsEventsAndRendersNothing() {
        int[] calls = {0};
        Scripted counting = Scripted.processing(context -> calls[0]++);
        ProcessorRunner idle = new ProcessorRunner(counting, MONO);
        EventQueue events = new EventQueue(2);
        events.add(0, counting.level, 7);
        idle.process(new float[1][0], 0, events, song);
        assertEquals(0, calls[0]);
        assertEquals(7, counting.level.plain());
        assertTrue(idle.faults().isEmpty());
    }

    @Test
    void aValueOutsideTheRangeBecomesTheNearestLegalOne() {
        EventQueue events = new EventQueue(3);
        events.add(0, effect.level, 1e9);
        events.add(1, effect.level, Double.NEGATIVE_INFINITY);
        events.add(2, effect.level, Double.NaN);
        assertArrayEquals(new float[] {100, 0, 0}, render(3, events));
    }

    @Test
    void anotherPluginsEventIsIgnored() {
        FloatParameter stranger = FloatParameter.percent("level", "Level", 0, 100, 0);
        EventQueue events = new EventQueue(1);
        events.add(3, stranger, 50);
        assertArrayEquals(new float[8], render(8, events));
        assertEquals(0, stranger.plain());
    }

    @Test
    void theSongMovesOnBetweenTheSegmentsOfABlock() {
        List<Long> positions = new ArrayList<>();
        Scripted listening = Scripted.processing(context -> positions.add(context.transport().positionFrames()));
        song.locate(1000, 48_000);
        EventQueue events = new EventQueue(1);
        events.add(10, listening.level, 1);
        new ProcessorRunner(listening, MONO).process(new float[1][100], 100, events, song);
        assertEquals(List.of(1000L, 1010L, 1074L), positions);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anySplitOfARampedGainGivesTheSameBits(long seed) {
        Random random = new Random(seed);
        int[] at = random.ints(20, 0, 20_000).sorted().toArray();
        double[] to = random.doubles(20, -60, 24).toArray();
        float[] whole = gain(at, to, new int[] {64});
        assertArrayEquals(whole, gain(at, to, new int[] {1 + random.nextInt(300), 1, 7, 1 + random.nextInt(64)}),
            "seed " + seed);
        assertArrayEquals(whole, gain(at, to, new int[] {20_000}), "seed " + seed);
    }

    private float[] gain(int[] at, double[] to, int[] sizes) {
        Scripted gain = Scripted.gain();
        ProcessorRunner running = new ProcessorRunner(gain, MONO);
        float[] output = new float[20_000];
        int event = 0;
        for (int start = 0, turn = 0; start < output.length; turn++) {
            int frames = Math.min(sizes[turn % sizes.length], output.length - start);
            float[][] block = {new float[frames]};
            Arrays.fill(block[0], 1);
            EventQueue events = new EventQueue(at.length);
            for (; event < at.length && at[event] < start + frames; event++)
                events.add(at[event] - start, gain.gainDb, to[event]);
            running.process(block, frames, events, song);
            System.arraycopy(block[0], 0, output, start, frames);
            start += frames;
        }
        return output;
    }

    @Test
    void aFullQueueRefusesAndAnEarlyEventMovesToTheLastOnesFrame() {
        EventQueue queue = new EventQueue(2);
        assertTrue(queue.add(9, effect.level, 1));
        assertTrue(queue.add(-4, effect.gainDb, 2));
        assertFalse(queue.add(10, effect.level, 3));
        assertEquals(2, queue.size());
        assertEquals(9, queue.frame(1));
        assertEquals(effect.gainDb, queue.parameter(1));
        assertEquals(2, queue.plain(1));
        queue.clear();
        assertTrue(queue.add(-4, effect.level, 3));
        assertEquals(0, queue.frame(0));
    }
}
