package io.arioso.runtime;

import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.ProcessContext;

/** A processor whose faults end here: each is counted, and after three in ten seconds it is not called again. */
final class GuardedProcessor {
    private static final int MAX_FAILURES = 3;
    private static final double FAILURE_WINDOW_SECONDS = 10;

    private final AudioProcessor processor;
    private final RunnerSettings settings;
    private final AllocationWatch allocation;
    private final FaultLog faults;
    private long position;
    private long windowStart;
    private int failuresInWindow;
    private boolean givenUp;

    GuardedProcessor(AudioProcessor processor, RunnerSettings settings, FaultLog faults) {
        this.processor = processor;
        this.settings = settings;
        this.faults = faults;
        allocation = new AllocationWatch(settings.probe(), settings.sampleRate());
    }

    /** Renders a segment in place; false if its content is worthless and the dry signal must stand in. */
    boolean render(ProcessContext context, float[][] audio, int frames) {
        boolean rendered = !givenUp && called(context, frames) && finite(audio, frames);
        position += frames;
        return rendered;
    }

    private boolean called(ProcessContext context, int frames) {
        try {
            allocation.start();
            processor.process(context);
        } catch (Throwable failure) {
            failed(Fault.Kind.EXCEPTION, failure);
            return false;
        }
        if (settings.probe() != AllocationProbe.NONE) watchAllocation(frames);
        return !givenUp;
    }

    private boolean finite(float[][] audio, int frames) {
        for (float[] channel : audio) {
            if (!SampleGuard.finite(channel, frames)) {
                failed(Fault.Kind.NOT_FINITE, null);
                return false;
            }
        }
        return true;
    }

    private void watchAllocation(int frames) {
        boolean allocated = allocation.allocated(frames);
        boolean flooded = allocation.flooded();
        if (!allocated && !flooded) return;
        String detail = faults.isEmpty(Fault.Kind.ALLOCATION) ? allocation.lastBytes() + " bytes in the first" : "";
        faults.count(Fault.Kind.ALLOCATION, position, detail);
        if (flooded) giveUp(Fault.Kind.ALLOCATION);
    }

    private void failed(Fault.Kind kind, Throwable cause) {
        faults.count(kind, position, cause);
        if (failuresInWindow == 0 || position - windowStart > FAILURE_WINDOW_SECONDS * settings.sampleRate()) {
            windowStart = position;
            failuresInWindow = 0;
        }
        if (++failuresInWindow >= MAX_FAILURES) giveUp(kind);
        reset();
    }

    private void giveUp(Fault.Kind kind) {
        givenUp = true;
        faults.giveUp(kind);
    }

    /** What the processor declares, or the latency in the place of what cannot be. [any-thread] */
    long tailFrames(int latency) {
        try {
            return Math.max(latency, processor.tailFrames());
        } catch (Throwable failure) {
            return latency;
        }
    }

    void reset() {
        try {
            processor.reset();
        } catch (Throwable failure) {
            faults.count(Fault.Kind.EXCEPTION, position, failure);
        }
    }

    void close() {
        try {
            processor.close();
        } catch (Throwable failure) {
            faults.count(Fault.Kind.EXCEPTION, position, failure);
        }
    }
}
