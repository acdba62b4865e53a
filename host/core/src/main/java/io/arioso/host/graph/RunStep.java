package io.arioso.host.graph;

import io.arioso.runtime.EventQueue;
import io.arioso.runtime.ProcessorRunner;
import io.arioso.sdk.Transport;

/** Runs a plug-in in place on its bus. */
final class RunStep implements Step {
    private static final int EVENTS_A_BLOCK = 4096;

    private final Node node;
    private final ProcessorRunner runner;
    private final float[][] bus;
    private final float[][] sidechain;
    private final EventQueue events = new EventQueue(EVENTS_A_BLOCK);

    RunStep(Node node, ProcessorRunner runner, float[][] bus, float[][] sidechain) {
        this.node = node;
        this.runner = runner;
        this.bus = bus;
        this.sidechain = sidechain;
    }

    Node node() {
        return node;
    }

    ProcessorRunner runner() {
        return runner;
    }

    EventQueue events() {
        return events;
    }

    @Override
    public void run(int frames, Transport transport) {
        runner.process(bus, sidechain, frames, events, transport);
        events.clear();
    }

    @Override
    public void reset() {
        runner.reset();
        events.clear();
    }
}
