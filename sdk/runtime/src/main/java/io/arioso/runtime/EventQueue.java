package io.arioso.runtime;

import io.arioso.sdk.event.EventList;
import io.arioso.sdk.parameter.Parameter;

/** A block's events in preallocated memory. Filled and read by one thread. */
public final class EventQueue implements EventList {
    private final int[] frames;
    private final Parameter[] parameters;
    private final double[] values;
    private int size;

    /** Makes room for a number of events, 1 or more. [main-thread] */
    public EventQueue(int capacity) {
        frames = new int[capacity];
        parameters = new Parameter[capacity];
        values = new double[capacity];
    }

    /**
     * Adds an event behind the others; one that comes too early is moved to the last one's frame. [audio-thread]
     *
     * @return false if the queue is full and the event was not taken
     */
    public boolean add(int frame, Parameter parameter, double plain) {
        if (size == frames.length) return false;
        frames[size] = size == 0 ? Math.max(0, frame) : Math.max(frames[size - 1], frame);
        parameters[size] = parameter;
        values[size++] = plain;
        return true;
    }

    /** Forgets all events. [audio-thread] */
    public void clear() {
        size = 0;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int frame(int index) {
        return frames[index];
    }

    @Override
    public Parameter parameter(int index) {
        return parameters[index];
    }

    @Override
    public double plain(int index) {
        return values[index];
    }
}
