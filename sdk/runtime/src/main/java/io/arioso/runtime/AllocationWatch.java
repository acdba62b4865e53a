package io.arioso.runtime;

/** Decides when a processor's allocation is a fault: any after warm-up is told, a flood ends its turn. */
final class AllocationWatch {
    /** Calls in which classes may still be loaded and lambdas linked. */
    private static final int WARM_UP_CALLS = 200;
    /** Bytes for each second of audio beyond which the collector would be heard. */
    private static final double FLOOD_BYTES_PER_SECOND = 16 << 20;

    private final AllocationProbe probe;
    private final double sampleRate;
    private long before;
    private long lastBytes;
    private long calls;
    private double floodBytes;
    private long floodFrames;

    AllocationWatch(AllocationProbe probe, double sampleRate) {
        this.probe = probe;
        this.sampleRate = sampleRate;
    }

    void start() {
        before = probe.allocatedBytes();
    }

    /** Ends a call of so many frames; says whether it allocated although it is warm. */
    boolean allocated(int frames) {
        lastBytes = probe.allocatedBytes() - before;
        floodBytes += lastBytes;
        floodFrames += frames;
        return ++calls > WARM_UP_CALLS && lastBytes > 0;
    }

    /** Whether the last second of audio or more has allocated beyond the budget; starts a new second. */
    boolean flooded() {
        if (floodFrames < sampleRate) return false;
        boolean flooded = floodBytes > FLOOD_BYTES_PER_SECOND * floodFrames / sampleRate;
        floodBytes = 0;
        floodFrames = 0;
        return flooded;
    }

    long lastBytes() {
        return lastBytes;
    }
}
