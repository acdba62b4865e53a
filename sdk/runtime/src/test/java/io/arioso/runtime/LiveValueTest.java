package io.arioso.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.arioso.sdk.BusLayout;
import io.arioso.sdk.event.EventList;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.LiveValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a processor is told that a parameter has changed. */
class LiveValueTest {
    private static final RunnerSettings MONO = RunnerSettings.of(48_000, 64, BusLayout.MONO);
    private static final TransportState SONG = new TransportState();

    private final List<String> heard = new ArrayList<>();
    private boolean failing;
    private final Scripted effect = Scripted.of(self -> setup -> {
        LiveValue gain = setup.live(self.gainDb);
        LiveValue level = setup.live(self.level);
        return context -> {
            heard.add((gain.changed() ? "gain " : "") + (level.changed() ? "level " : "") + context.events().size());
            if (failing) throw new IllegalStateException("no more");
        };
    });
    private final ProcessorRunner runner = new ProcessorRunner(effect, MONO);

    private void block(EventList events) {
        runner.process(new float[1][16], 16, events, SONG);
    }

    @Test
    void everyParameterCountsAsChangedInTheFirstBlockAndNoneInTheNext() {
        block(EventList.NONE);
        block(EventList.NONE);
        assertEquals(List.of("gain level 3", "0"), heard);
    }

    @Test
    void aValueSetByAnotherThreadIsToldOnce() {
        block(EventList.NONE);
        effect.level.set(3);
        block(EventList.NONE);
        block(EventList.NONE);
        assertEquals(List.of("gain level 3", "level 1", "0"), heard);
    }

    @Test
    void everyParameterCountsAsChangedAgainAfterAReset() {
        block(EventList.NONE);
        runner.reset();
        block(EventList.NONE);
        block(EventList.NONE);
        assertEquals(List.of("gain level 3", "gain level 3", "0"), heard);
    }

    @Test
    void everyParameterCountsAsChangedAgainAfterAContainedFault() {
        block(EventList.NONE);
        failing = true;
        block(EventList.NONE);
        failing = false;
        block(EventList.NONE);
        block(EventList.NONE);
        assertEquals(List.of("gain level 3", "0", "gain level 3", "0"), heard);
    }

    @Test
    void afterAFaultInTheMiddleOfABlockItsNextSegmentTellsEverything() {
        block(EventList.NONE);
        EventQueue events = new EventQueue(2);
        events.add(8, effect.level, 40);
        failing = true;
        block(events);
        assertEquals(List.of("gain level 3", "0", "gain level 3"), heard);
    }

    @Test
    void anEventThatChangesNothingTellsNothingAndStillCutsTheBlock() {
        block(EventList.NONE);
        EventQueue events = new EventQueue(1);
        events.add(8, effect.level, 0);
        block(events);
        assertEquals(List.of("gain level 3", "0", "0"), heard);
    }

    @Test
    void anotherPluginsParameterIsRefusedByName() {
        FloatParameter stranger = FloatParameter.decibels("stranger", "Stranger", 0, 1, 0);
        Scripted asking = Scripted.of(self -> setup -> {
            setup.live(stranger);
            return context -> { };
        });
        IllegalArgumentException refused =
            assertThrows(IllegalArgumentException.class, () -> new ProcessorRunner(asking, MONO));
        assertEquals("parameter \"stranger\" is not declared by this plug-in", refused.getMessage());
    }
}
