package io.arioso.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.BusLayout;
import io.arioso.sdk.event.EventList;
import io.arioso.sdk.parameter.Parameter;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BypassTest {
    private static final int FADE = 480;
    private static final int LATENCY = LateAndHalf.LATENCY;

    private final TransportState song = new TransportState();
    private final Scripted effect = Scripted.of(self -> setup -> new LateAndHalf());
    private final Parameter bypass = effect.parameters().get("bypass");

    private static float[] noise(int frames) {
        Random random = new Random(5);
        float[] noise = new float[frames];
        for (int frame = 0; frame < frames; frame++) noise[frame] = random.nextFloat() - 0.5f;
        return noise;
    }

    private static float[] late(float[] input, float factor) {
        float[] late = new float[input.length];
        for (int frame = LATENCY; frame < input.length; frame++) late[frame] = factor * input[frame - LATENCY];
        return late;
    }

    private float[] render(ProcessorRunner runner, float[] input, int block, EventList first) {
        float[] output = input.clone();
        for (int start = 0; start < output.length; start += block) {
            int frames = Math.min(block, output.length - start);
            float[][] audio = {Arrays.copyOfRange(output, start, start + frames)};
            runner.process(audio, frames, start == 0 ? first : EventList.NONE, song);
            System.arraycopy(audio[0], 0, output, start, frames);
        }
        return output;
    }

    private ProcessorRunner runner() {
        return new ProcessorRunner(effect, RunnerSettings.of(48_000, 2000, BusLayout.MONO));
    }

    @Test
    void bypassedFromTheStartItIsTheInputBitForBitAsLateAsEver() {
        bypass.set(1);
        ProcessorRunner runner = runner();
        assertEquals(LATENCY, runner.latencyFrames());
        assertArrayEquals(late(noise(4000), 1), render(runner, noise(4000), 64, EventList.NONE));
    }

    @Test
    void switchedOnWhileRunningItIsTheInputBitForBitAfterTenMilliseconds() {
        EventQueue events = new EventQueue(1);
        events.add(1000, bypass, 1);
        float[] output = render(runner(), noise(4000), 2000, events);
        assertArrayEquals(slice(late(noise(4000), 0.5f), 0, 1000), slice(output, 0, 1000));
        assertArrayEquals(slice(late(noise(4000), 1), 1000 + FADE, 4000), slice(output, 1000 + FADE, 4000));
    }

    @Test
    void switchedOffItIsTheEffectBitForBitAfterTenMilliseconds() {
        bypass.set(1);
        EventQueue events = new EventQueue(1);
        events.add(1000, bypass, 0);
        float[] output = render(runner(), noise(4000), 2000, events);
        assertArrayEquals(slice(late(noise(4000), 1), 0, 1000), slice(output, 0, 1000));
        assertArrayEquals(slice(late(noise(4000), 0.5f), 1000 + FADE, 4000), slice(output, 1000 + FADE, 4000));
    }

    @Test
    void theCrossfadeIsAStraightLineBetweenBoth() {
        EventQueue events = new EventQueue(1);
        events.add(1000, bypass, 1);
        float[] constant = new float[2000];
        Arrays.fill(constant, 1);
        float[] output = render(runner(), constant, 2000, events);
        for (int frame = 0; frame < FADE; frame++)
            assertEquals(0.5 + 0.5 * (frame + 1) / FADE, output[1000 + frame], 1e-6, "frame " + frame);
    }

    @Test
    void theCrossfadeDoesNotDependOnTheBlocks() {
        EventQueue events = new EventQueue(1);
        events.add(0, bypass, 1);
        float[] whole = render(runner(), noise(4000), 2000, events);
        bypass.set(0);
        assertArrayEquals(whole, render(runner(), noise(4000), 13, events));
        bypass.set(0);
        assertArrayEquals(whole, render(runner(), noise(4000), 1, events));
    }

    @Test
    void aBypassThatIsTakenBackHalfWayReturnsWithoutAStep() {
        EventQueue events = new EventQueue(2);
        events.add(500, bypass, 1);
        events.add(700, bypass, 0);
        float[] constant = new float[2000];
        Arrays.fill(constant, 1);
        float[] output = render(runner(), constant, 2000, events);
        for (int frame = LATENCY + 1; frame < 2000; frame++)
            assertTrue(Math.abs(output[frame] - output[frame - 1]) < 0.6 / FADE, "frame " + frame);
        assertEquals(0.5f, output[1999]);
    }

    private static float[] slice(float[] samples, int from, int to) {
        return Arrays.copyOfRange(samples, from, to);
    }
}
