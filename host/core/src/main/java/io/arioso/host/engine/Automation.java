package io.arioso.host.engine;

import io.arioso.host.graph.Node;
import io.arioso.sdk.parameter.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Parameter changes at exact frames of the song. Immutable; the engine reads it without a lock. */
public final class Automation {
    /** No changes. */
    public static final Automation NONE = new Automation(List.of());

    private final Event[] events;

    private Automation(List<Event> sorted) {
        events = sorted.toArray(Event[]::new);
    }

    /**
     * Changes in any order; those of one frame take effect in the order given.
     *
     * @param unsorted frames count from the start of the song
     */
    public static Automation of(List<Event> unsorted) {
        List<Event> sorted = new ArrayList<>(unsorted);
        sorted.sort(Comparator.comparingLong(Event::frame));
        return new Automation(sorted);
    }

    int size() {
        return events.length;
    }

    Event get(int index) {
        return events[index];
    }

    /** The index of the first event at or after a frame. */
    int firstAtOrAfter(long frame) {
        int low = 0;
        int high = events.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events[middle].frame < frame) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /**
     * One change.
     *
     * @param frame frame of the song, 0 or more
     * @param node the plug-in
     * @param parameter which of its parameters
     * @param plain its new plain value
     */
    public record Event(long frame, Node node, Parameter parameter, double plain) {
    }
}
