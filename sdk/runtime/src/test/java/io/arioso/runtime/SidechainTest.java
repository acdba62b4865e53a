package io.arioso.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.arioso.sdk.BusLayout;
import io.arioso.sdk.event.EventList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SidechainTest {
    private static final TransportState SONG = new TransportState();

    private int seenChannels;
    private final Scripted adds = Scripted.processing(context -> {
        seenChannels = context.sidechain().channels();
        for (int channel = 0; channel < seenChannels; channel++)
            for (int frame = 0; frame < context.frames(); frame++)
                context.audio().channel(0)[frame] += context.sidechain().channel(channel)[frame];
    });

    private ProcessorRunner runner(int sidechainChannels) {
        BusLayout layout = BusLayout.MONO.withSidechain(sidechainChannels);
        return new ProcessorRunner(adds, RunnerSettings.of(48_000, 8, layout));
    }

    private static float[] ones(int frames) {
        float[] ones = new float[frames];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void aSidechainThatNobodyFeedsIsSilentAndHasTheChannelsOfTheLayout() {
        ProcessorRunner runner = runner(3);
        float[][] audio = {ones(20)};
        runner.process(audio, 20, EventList.NONE, SONG);
        assertEquals(3, seenChannels);
        assertArrayEquals(ones(20), audio[0]);
    }

    @Test
    void whatAnEarlierBlockHeardDoesNotComeBackWhenTheSidechainIsGone() {
        ProcessorRunner runner = runner(1);
        runner.process(new float[][] {ones(20)}, new float[][] {ones(20)}, 20, EventList.NONE, SONG);
        float[][] audio = {ones(20)};
        runner.process(audio, 20, EventList.NONE, SONG);
        assertArrayEquals(ones(20), audio[0]);
    }

    @Test
    void missingChannelsAreSilentAndSurplusOnesAreNotHeard() {
        float[][] audio = {ones(20)};
        runner(2).process(audio, new float[][] {ones(20)}, 20, EventList.NONE, SONG);
        assertArrayEquals(scaled(ones(20), 2), audio[0]);
        assertEquals(2, seenChannels);
        runner(1).process(audio, new float[][] {ones(20), ones(20)}, 20, EventList.NONE, SONG);
        assertArrayEquals(scaled(ones(20), 3), audio[0]);
        assertEquals(1, seenChannels);
    }

    @Test
    void aBlockThatIsCutTakesItsSidechainAlong() {
        float[][] audio = {new float[20]};
        float[] ramp = new float[20];
        for (int frame = 0; frame < 20; frame++) ramp[frame] = frame;
        runner(1).process(audio, new float[][] {ramp}, 20, EventList.NONE, SONG);
        assertArrayEquals(ramp, audio[0]);
    }

    @Test
    void damageInTheSidechainReachesTheProcessorAsSilence() {
        float[][] audio = {new float[4]};
        float[] damaged = {1, Float.NaN, Float.NEGATIVE_INFINITY, 2e6f};
        runner(1).process(audio, new float[][] {damaged}, 4, EventList.NONE, SONG);
        assertArrayEquals(new float[] {1, 0, 0, 0}, audio[0]);
    }

    private static float[] scaled(float[] samples, float factor) {
        for (int frame = 0; frame < samples.length; frame++) samples[frame] *= factor;
        return samples;
    }
}
