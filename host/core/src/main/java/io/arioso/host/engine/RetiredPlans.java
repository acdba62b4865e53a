package io.arioso.host.engine;

import io.arioso.host.graph.ProcessingPlan;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The way back of plans from the audio thread to the main thread: one writer, one reader, no allocation. */
final class RetiredPlans {
    private static final int CAPACITY = 64;

    private final AtomicReferenceArray<ProcessingPlan> slots = new AtomicReferenceArray<>(CAPACITY);
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger read = new AtomicInteger();

    boolean full() {
        return written.get() - read.get() == CAPACITY;
    }

    void add(ProcessingPlan plan) {
        int index = written.get();
        slots.set(index % CAPACITY, plan);
        written.set(index + 1);
    }

    /** The oldest retired plan, or null. */
    ProcessingPlan poll() {
        int index = read.get();
        if (index == written.get()) return null;
        ProcessingPlan plan = slots.getAndSet(index % CAPACITY, null);
        read.set(index + 1);
        return plan;
    }
}
