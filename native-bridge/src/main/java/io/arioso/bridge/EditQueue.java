package io.arioso.bridge;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What the user does in the editor, on its way to the DAW. Any thread but audio adds; one thread takes, waits for
 * nobody and allocates nothing.
 *
 * <p>It cannot overflow: for each parameter it holds at most a grip, the newest value and a release, and the parameters
 * wait in line in the order in which they were touched. So a DAW that fetches late misses values that newer ones have
 * overtaken, but never the end of a gesture.
 */
public final class EditQueue {
    private static final int BEGIN = 1;
    private static final int VALUE = 2;
    private static final int END = 4;
    private static final int IN_LINE = 8;

    private final AtomicIntegerArray waiting;
    private final AtomicLongArray values;
    private final int[] line;
    private volatile int first;
    private volatile int behindLast;

    /** A queue for as many parameters. */
    EditQueue(int parameters) {
        waiting = new AtomicIntegerArray(parameters);
        values = new AtomicLongArray(parameters);
        // Each parameter stands in line once, but for the one that steps out just now and back in.
        line = new int[Integer.highestOneBit(parameters + 1) * 2];
    }

    /** Takes the edits out, those of a parameter in the order in which they came. */
    public interface Taker {
        /**
         * One edit.
         *
         * @param kind as in {@link AudioBlock}: value, begin, end
         * @param index place in {@link BridgedPlugin#parameters}
         * @param plain the value, for {@link AudioBlock#VALUE}
         * @return false if it cannot be taken now; it is offered again next time
         */
        boolean take(int kind, int index, double plain);
    }

    /** The user takes hold. A release that still waits is taken back: the gesture goes on. [any-thread but audio] */
    synchronized void begin(int index) {
        int before;
        int after;
        do {
            before = waiting.get(index);
            after = ((before & END) != 0 ? before & ~END : before | BEGIN) | IN_LINE;
        } while (!waiting.compareAndSet(index, before, after));
        if ((before & IN_LINE) == 0) append(index);
    }

    /** The user moves. [any-thread but audio] */
    synchronized void value(int index, double plain) {
        values.set(index, Double.doubleToRawLongBits(plain));
        add(index, VALUE);
    }

    /** The user lets go. [any-thread but audio] */
    synchronized void end(int index) {
        add(index, END);
    }

    private void add(int index, int edit) {
        int before;
        do before = waiting.get(index);
        while (!waiting.compareAndSet(index, before, before | edit | IN_LINE));
        if ((before & IN_LINE) == 0) append(index);
    }

    private void append(int index) {
        int at = behindLast;
        line[at & line.length - 1] = index;
        behindLast = at + 1;
    }

    /** Hands the waiting edits on until one is not taken. [one thread, may be audio] */
    public void drain(Taker taker) {
        while (first != behindLast) {
            int index = line[first & line.length - 1];
            if (!drain(index, taker)) return;
            first = first + 1;
        }
    }

    /** Hands on what waits for one parameter; true if it may step out of the line. */
    private boolean drain(int index, Taker taker) {
        while (true) {
            int now = waiting.get(index);
            int next = (now & BEGIN) != 0 ? BEGIN : (now & VALUE) != 0 ? VALUE : now & END;
            // Claimed before it is handed on: what a producer adds from here on is another edit.
            if (!waiting.compareAndSet(index, now, next == 0 ? 0 : now & ~next)) continue;
            if (next == 0) return true;
            double plain = Double.longBitsToDouble(values.get(index));
            if (!taker.take(kind(next), index, plain)) {
                giveBack(index, next);
                return false;
            }
        }
    }

    private void giveBack(int index, int edit) {
        int now;
        int again;
        do {
            now = waiting.get(index);
            // Taken hold of again in between: neither the release nor the new grip happens.
            again = edit == END && (now & BEGIN) != 0 ? now & ~BEGIN : now | edit;
        } while (!waiting.compareAndSet(index, now, again));
    }

    private static int kind(int edit) {
        return edit == BEGIN ? AudioBlock.GESTURE_BEGIN : edit == VALUE ? AudioBlock.VALUE : AudioBlock.GESTURE_END;
    }

    /** Whether there is anything to take. [any-thread] */
    public boolean isEmpty() {
        return first == behindLast;
    }
}
