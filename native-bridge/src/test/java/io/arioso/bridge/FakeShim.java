package io.arioso.bridge;

import io.arioso.sdk.BusLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What the shim does, in Java: hands blocks over and reads what comes back, by the offsets of {@code shim.h}. */
final class FakeShim {
    static final double RATE = 48_000;

    /** An event as it lies in memory. */
    record Event(int frame, int kind, int parameter, double value) {
    }

    final ByteBuffer memory;
    final AudioBlock block;
    private final BridgedPlugin plugin;
    private final BusLayout layout;
    private final int maxFrames;

    FakeShim(BridgedPlugin plugin, BusLayout layout, int maxFrames) {
        this.plugin = plugin;
        this.layout = layout;
        this.maxFrames = maxFrames;
        memory = ByteBuffer.allocateDirect(
            AudioBlock.sizeOf(layout.channels(), layout.sidechainChannels(), maxFrames)).order(ByteOrder.nativeOrder());
        memory.putInt(64, maxFrames).putInt(68, layout.channels()).putInt(72, layout.sidechainChannels());
        block = new AudioBlock(memory.duplicate());
    }

    FakeShim activate(boolean offline, Event... initial) {
        block.begin(0, 0);
        for (Event event : initial) block.receive(event.frame(), event.parameter(), event.value());
        plugin.activate(block, RATE, layout, offline);
        return this;
    }

    /** One call. The audio is the main bus's channels, then the side-chain's. */
    List<Event> process(float[][] audio, int from, int frames, int flags, List<Event> events) {
        block.begin(frames, flags);
        for (Event event : events) {
            block.receive(event.frame(), event.parameter(), event.value());
            memory.putInt(128 + (memory.getInt(8) - 1) * 24 + 4, event.kind());
        }
        float[] plane = new float[maxFrames];
        for (int channel = 0; channel < layout.channels() + layout.sidechainChannels(); channel++) {
            System.arraycopy(audio[channel], from, plane, 0, frames);
            block.write(channel, plane, frames);
        }
        plugin.process(block);
        for (int channel = 0; channel < layout.channels(); channel++) {
            block.read(channel, plane, frames);
            System.arraycopy(plane, 0, audio[channel], from, frames);
        }
        return sent();
    }

    /** What Java sent with the last call. */
    List<Event> sent() {
        List<Event> sent = new ArrayList<>();
        for (int i = 0; i < memory.getInt(12); i++) {
            int at = 128 + (1024 + i) * 24;
            sent.add(new Event(
                memory.getInt(at), memory.getInt(at + 4), memory.getInt(at + 8), memory.getDouble(at + 16)));
        }
        return sent;
    }

    int latency() {
        return memory.getInt(56);
    }

    int tail() {
        return memory.getInt(60);
    }

    /** Renders in blocks of random length, with each event in the block of its frame. */
    void render(float[][] audio, int length, int flags, List<Event> events, SplittableRandom random) {
        int next = 0;
        for (int at = 0; at < length;) {
            int frames = Math.min(length - at, random.nextInt(maxFrames + 1));
            List<Event> now = new ArrayList<>();
            for (; next < events.size() && events.get(next).frame() < at + frames; next++) {
                Event event = events.get(next);
                now.add(new Event(event.frame() - at, event.kind(), event.parameter(), event.value()));
            }
            process(audio, at, frames, flags, now);
            at += frames;
        }
    }

    static float[][] noise(int channels, int frames, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] noise = new float[channels][frames];
        for (float[] channel : noise)
            for (int i = 0; i < frames; i++) channel[i] = (float) random.nextDouble(-0.5, 0.5);
        return noise;
    }
}
