package io.arioso.bridge;

import io.arioso.runtime.AllocationProbe;

/** Counts the bytes that work allocates on its thread. */
final class Allocated {
    private static final int ROUNDS = 20;

    private Allocated() {
    }

    /** Bytes of the thriftiest of a few rounds: the virtual machine charges a thread while it compiles its code. */
    static long bytes(Runnable work) {
        AllocationProbe probe = AllocationProbe.ofVirtualMachine();
        long fewest = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && fewest > 0; round++) {
            long before = probe.allocatedBytes();
            work.run();
            fewest = Math.min(fewest, probe.allocatedBytes() - before);
        }
        return fewest;
    }
}
