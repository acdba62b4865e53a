package io.arioso.runtime;

import java.lang.management.ManagementFactory;

/** Counts the bytes that the calling thread has allocated. */
@FunctionalInterface
public interface AllocationProbe {
    /** Counts nothing. */
    AllocationProbe NONE = () -> 0;

    /** Bytes allocated so far by the calling thread; allocates nothing itself. [audio-thread] */
    long allocatedBytes();

    /** The virtual machine's own counter, or {@link #NONE} where it has none; takes some 30 ms once. [main-thread] */
    static AllocationProbe ofVirtualMachine() {
        if (ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
                && threads.isThreadAllocatedMemorySupported()) {
            threads.setThreadAllocatedMemoryEnabled(true);
            return threads::getCurrentThreadAllocatedBytes;
        }
        return NONE;
    }
}
