package io.arioso.dsp;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the bytes that work allocates on its thread. */
public final class Allocation {
    private static final int ROUNDS = 5;

    private Allocation() {
    }

    /**
     * Bytes of the thriftiest of a few rounds: work that allocates does so in each, while the virtual machine books a few
     * bytes of its own to a thread now and then, where it compiles code anew.
     */
    public static long bytes(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long fewest = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getThreadAllocatedBytes(thread);
            work.run();
            fewest = Math.min(fewest, threads.getThreadAllocatedBytes(thread) - before);
        }
        return fewest;
    }
}
