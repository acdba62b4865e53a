package io.arioso.runtime;

import io.arioso.sdk.AudioBuffer;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.Transport;
import io.arioso.sdk.event.EventList;

/** The one context of a runner, pointed at segment after segment. */
final class SegmentContext implements ProcessContext {
    private final AudioBuffer audio = new AudioBuffer(new float[0][]);
    private final AudioBuffer sidechain = new AudioBuffer(new float[0][]);
    private final TransportState transport = new TransportState();
    private final EventList events;
    private final double sampleRate;

    SegmentContext(EventList events, double sampleRate) {
        this.events = events;
        this.sampleRate = sampleRate;
    }

    void point(float[][] main, float[][] side, int frames, Transport blockTransport, int framesIntoBlock) {
        audio.wrap(main, frames);
        sidechain.wrap(side, frames);
        transport.follow(blockTransport, framesIntoBlock, sampleRate);
    }

    @Override
    public AudioBuffer audio() {
        return audio;
    }

    @Override
    public AudioBuffer sidechain() {
        return sidechain;
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public EventList events() {
        return events;
    }
}
