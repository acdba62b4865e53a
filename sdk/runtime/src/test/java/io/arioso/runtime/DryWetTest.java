package io.arioso.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.BusLayout;
import io.arioso.sdk.event.EventList;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DryWetTest {
    private static final int LATENCY = LateAndHalf.LATENCY;
    private static final int FADE = 480;
    private static final int RAMP = 960;
    private static final int LENGTH = 4000;

    private final TransportState song = new TransportState();
    private final Scripted effect = Scripted.of(self -> setup -> new LateAndHalf()).mixable(100);

    private static float[] noise() {
        Random random = new Random(5);
        float[] noise = new float[LENGTH];
        for (int frame = 0; frame < LENGTH; frame++) noise[frame] = random.nextFloat() - 0.5f;
        return noise;
    }

    private static float[] late(float factor) {
        float[] input = noise();
        float[] late = new float[LENGTH];
        for (int frame = LATENCY; frame < LENGTH; frame++) late[frame] = factor * input[frame - LATENCY];
        return late;
    }

    private float[] render(float[] input, int block, EventList first) {
        float[] output = input.clone();
        try (ProcessorRunner runner =
                new ProcessorRunner(effect, RunnerSettings.of(48_000, LENGTH, BusLayout.MONO))) {
            for (int start = 0; start < LENGTH; start += block) {
                int frames = Math.min(block, LENGTH - start);
                float[][] audio = {Arrays.copyOfRange(output, start, start + frames)};
                runner.process(audio, frames, start == 0 ? first : EventList.NONE, song);
                System.arraycopy(audio[0], 0, output, start, frames);
            }
            assertTrue(runner.faults().isEmpty());
        }
        return output;
    }

    private void set(String id, double plain) {
        effect.parameters().get(id).set(plain);
    }

    @Test
    void fullyWetIsTheEffectBitForBit() {
        assertArrayEquals(late(0.5f), render(noise(), 64, EventList.NONE));
    }

    @Test
    void fullyDryIsTheInputBitForBitAsLateAsTheEffect() {
        set("mix", 0);
        assertArrayEquals(late(1), render(noise(), 64, EventList.NONE));
    }

    @Test
    void inBetweenItIsTheWeightedSum() {
        set("mix", 30);
        assertArrayEquals(late(0.85f), render(noise(), 64, EventList.NONE), 1e-7f);
    }

    @Test
    void aMovedMixRunsInAStraightLineForTwentyMilliseconds() {
        EventQueue events = new EventQueue(1);
        events.add(1000, effect.parameters().get("mix"), 0);
        float[] constant = new float[LENGTH];
        Arrays.fill(constant, 1);
        float[] output = render(constant, LENGTH, events);
        for (int frame = 0; frame < RAMP; frame++)
            assertEquals(0.5 + 0.5 * (frame + 1) / RAMP, output[1000 + frame], 1e-6, "frame " + frame);
    }

    @Test
    void deltaIsWhatTheInputLosesAndAddsUpToIt() {
        set("mix", 60);
        float[] heard = render(noise(), 100, EventList.NONE);
        set("delta", 1);
        float[] lost = render(noise(), 100, EventList.NONE);
        float[] sum = new float[LENGTH];
        for (int frame = 0; frame < LENGTH; frame++) sum[frame] = heard[frame] + lost[frame];
        assertArrayEquals(late(1), sum, 1e-7f);
    }

    @Test
    void switchingDeltaFadesForTenMilliseconds() {
        EventQueue events = new EventQueue(2);
        events.add(1000, effect.parameters().get("delta"), 1);
        events.add(3000, effect.parameters().get("delta"), 0);
        float[] output = render(noise(), LENGTH, events);
        float[] half = late(0.5f);
        assertArrayEquals(Arrays.copyOfRange(half, 0, 1000), Arrays.copyOfRange(output, 0, 1000));
        assertArrayEquals(Arrays.copyOfRange(half, 1000 + FADE, 3000), Arrays.copyOfRange(output, 1000 + FADE, 3000));
        assertArrayEquals(Arrays.copyOfRange(half, 3000 + FADE, LENGTH), Arrays.copyOfRange(output, 3000 + FADE, LENGTH));
    }

    @Test
    void theDeltaFadeIsAStraightLineFromTheMixToTheDifference() {
        set("mix", 50);
        EventQueue events = new EventQueue(1);
        events.add(1000, effect.parameters().get("delta"), 1);
        float[] constant = new float[LENGTH];
        Arrays.fill(constant, 1);
        float[] output = render(constant, LENGTH, events);
        for (int frame = 0; frame < FADE; frame++)
            assertEquals(0.75 - 0.5 * (frame + 1) / FADE, output[1000 + frame], 1e-6, "frame " + frame);
    }

    @Test
    void neitherDependsOnTheBlocks() {
        EventQueue events = new EventQueue(2);
        events.add(0, effect.parameters().get("mix"), 40);
        events.add(0, effect.parameters().get("delta"), 1);
        float[] whole = render(noise(), LENGTH, events);
        for (int block : new int[] {1, 13}) {
            set("mix", 100);
            set("delta", 0);
            assertArrayEquals(whole, render(noise(), block, events), "block " + block);
        }
    }
}
