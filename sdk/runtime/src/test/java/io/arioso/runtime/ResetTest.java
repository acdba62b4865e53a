package io.arioso.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.event.EventList;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResetTest {
    private static final RunnerSettings MONO = RunnerSettings.of(48_000, 64, BusLayout.MONO);

    private final TransportState song = new TransportState();

    private float[] render(ProcessorRunner runner, EventList events) {
        Random random = new Random(3);
        float[][] audio = new float[1][3000];
        for (int frame = 0; frame < audio[0].length; frame++) audio[0][frame] = random.nextFloat() - 0.5f;
        runner.process(audio, audio[0].length, events, song);
        return audio[0];
    }

    @Test
    void aRunnerThatIsResetEqualsANewOneAtTheSameValues() {
        Scripted effect = Scripted.gain();
        ProcessorRunner used = new ProcessorRunner(effect, MONO);
        EventQueue events = new EventQueue(4);
        events.add(100, effect.gainDb, 12);
        events.add(2900, effect.parameters().get("bypass"), 1);
        events.add(2990, effect.gainDb, -20);
        events.add(2995, effect.parameters().get("bypass"), 0);
        render(used, events);
        used.reset();
        assertArrayEquals(render(new ProcessorRunner(effect, MONO), EventList.NONE), render(used, EventList.NONE));
    }

    @Test
    void theDelayedInputIsForgottenToo() {
        Scripted late = Scripted.processing(new AudioProcessor() {
            @Override
            public void process(ProcessContext context) {
            }

            @Override
            public int latencyFrames() {
                return 50;
            }
        });
        late.parameters().get("bypass").set(1);
        ProcessorRunner runner = new ProcessorRunner(late, MONO);
        render(runner, EventList.NONE);
        runner.reset();
        float[] output = render(runner, EventList.NONE);
        for (int frame = 0; frame < 50; frame++) assertEquals(0, output[frame]);
    }

    @Test
    void aResetThatThrowsIsToldAndContained() {
        ProcessorRunner runner = new ProcessorRunner(Scripted.processing(new AudioProcessor() {
            @Override
            public void process(ProcessContext context) {
            }

            @Override
            public void reset() {
                throw new IllegalStateException("no way back");
            }
        }), MONO);
        runner.reset();
        assertEquals("java.lang.IllegalStateException: no way back", runner.faults().get(0).detail());
    }
}
