package io.arioso.bridge;

import java.util.concurrent.atomic.AtomicInteger;

/** A DAW that counts what it is told. */
final class FakeHost implements BridgeHost {
    final AtomicInteger latencyChanges = new AtomicInteger();
    final AtomicInteger parameterChanges = new AtomicInteger();
    final AtomicInteger edits = new AtomicInteger();
    private final boolean bearsLatency;

    FakeHost(boolean bearsLatency) {
        this.bearsLatency = bearsLatency;
    }

    @Override
    public void latencyChanged() {
        latencyChanges.incrementAndGet();
    }

    @Override
    public boolean latencyMayChangeWhileActive() {
        return bearsLatency;
    }

    @Override
    public void parametersChanged() {
        parameterChanges.incrementAndGet();
    }

    @Override
    public void editsWaiting() {
        edits.incrementAndGet();
    }

    @Override
    public void close() {
    }
}
