package io.arioso.bridge;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * In the place of the bridge when the shim alone is tested: effects that do to the process what effects do at their
 * worst, chosen by id. Their output is 0.5 times their input.
 */
public final class Bridge {
    private static final int FRAMES = 0;
    private static final int EVENTS_IN = 8;
    private static final int EVENTS_OUT = 12;
    private static final int POSITION_FRAMES = 16;
    private static final int CHANNELS = 68;
    private static final int MAX_FRAMES = 64;
    private static final int EVENTS = 128;
    private static final int EVENT_BYTES = 24;
    private static final int SENT = EVENTS + 1024 * EVENT_BYTES;
    private static final int AUDIO = SENT + 1024 * EVENT_BYTES;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Effect[] EFFECTS = new Effect[4096];
    private static volatile String fault = "";
    private static volatile Object nothing;
    private static volatile Object garbage;

    private static final class Effect {
        private final String id;
        private float[] samples;
        private ByteBuffer block;
        private FloatBuffer audio;
        private double memory;
        private long bytes;

        Effect(String id) {
            this.id = id;
        }
    }

    private Bridge() {
    }

    static boolean start(String resources, long[] tables) {
        return true;
    }

    static int open(int format, String id, long face, long detail) {
        if (id.equals("refuses")) {
            fault = "the effect does not want to";
            return -1;
        }
        if (id.equals("exits-at-once")) System.exit(3);
        if (id.equals("fails-to-open")) throw new IllegalStateException("not today");
        int handle = NEXT.getAndIncrement() % EFFECTS.length;
        EFFECTS[handle] = new Effect(id);
        return handle;
    }

    static boolean activate(int handle, ByteBuffer block, double rate, boolean offline) {
        Effect effect = EFFECTS[handle];
        effect.block = block.order(ByteOrder.nativeOrder());
        effect.audio = block.duplicate().order(ByteOrder.nativeOrder()).position(AUDIO).slice()
            .order(ByteOrder.nativeOrder()).asFloatBuffer();
        effect.samples = new float[block.getInt(MAX_FRAMES)];
        fault = effect.id.equals("no-activation") ? "the effect does not want to be active" : "";
        return fault.isEmpty();
    }

    static void deactivate(int handle) {
        EFFECTS[handle].block = null;
    }

    static void process(int handle) {
        Effect effect = EFFECTS[handle];
        if (!effect.id.equals("empty")) misbehave(effect.id);
        int frames = effect.block.getInt(FRAMES);
        int stride = effect.block.getInt(MAX_FRAMES);
        boolean remembers = effect.id.equals("remembers");
        for (int channel = 0; channel < effect.block.getInt(CHANNELS); channel++) {
            effect.audio.get(channel * stride, effect.samples, 0, frames);
            double memory = effect.memory;
            for (int i = 0; i < frames; i++) {
                memory = effect.samples[i] * 0.5 + (remembers ? 0.9 * memory : 0);
                effect.samples[i] = (float) memory;
            }
            effect.memory = memory;
            effect.audio.put(channel * stride, effect.samples, 0, frames);
        }
        echoEvents(effect.block);
        if (effect.id.equals("counts-threads")) effect.audio.put(0, Thread.getAllStackTraces().size());
        if (effect.id.equals("counts-bytes")) effect.audio.put(0, bytesSince(effect));
        if (effect.id.equals("tells-position")) effect.audio.put(0, effect.block.getLong(POSITION_FRAMES));
    }

    /** Bytes that this thread has allocated since the last block. */
    private static float bytesSince(Effect effect) {
        long now = THREADS.getCurrentThreadAllocatedBytes();
        long since = now - effect.bytes;
        effect.bytes = now;
        return since;
    }

    /** Sends every event back as it came. */
    private static void echoEvents(ByteBuffer block) {
        int count = block.getInt(EVENTS_IN);
        for (int i = 0; i < count; i++)
            for (int at = 0; at < EVENT_BYTES; at += Long.BYTES)
                block.putLong(SENT + i * EVENT_BYTES + at, block.getLong(EVENTS + i * EVENT_BYTES + at));
        block.putInt(EVENTS_OUT, count);
    }

    static void reset(int handle) {
        EFFECTS[handle].memory = 0;
    }

    static void close(int handle) {
        EFFECTS[handle] = null;
    }

    static String fault() {
        return fault;
    }

    private static void misbehave(String id) {
        switch (id) {
            case "null" -> pointAtNothing();
            case "collect" -> collect();
            case "poll" -> spinWhileAnotherThreadStopsAll();
            case "overflow" -> overflow();
            case "throws" -> throw new IllegalStateException("every block");
            case "overflows" -> deeper(0);
            case "out-of-memory" -> garbage = new long[Integer.MAX_VALUE - 8];
            case "exits" -> System.exit(3);
            case "halts" -> Runtime.getRuntime().halt(3);
            default -> { }
        }
    }

    /** Compiled code has no test for null here: the fault of the processor is the test. */
    private static void pointAtNothing() {
        int caught = 0;
        for (int i = 0; i < 20_000; i++) {
            Object what = i % 1000 == 999 ? nothing : "something";
            try {
                if (what.hashCode() == 0) caught--;
            } catch (NullPointerException expected) {
                caught++;
            }
        }
        if (caught != 20) throw new AssertionError(caught + " of 20 null pointers");
    }

    private static void collect() {
        for (int i = 0; i < 2000; i++) garbage = new byte[100_000];
    }

    private static void spinWhileAnotherThreadStopsAll() {
        Thread other = new Thread(Bridge::collect, "garbage");
        other.setDaemon(true);
        other.start();
        double sum = 0;
        for (long i = 0; other.isAlive() && i < 1L << 40; i++) for (int k = 0; k < 1000; k++) sum += k * 1e-9;
        garbage = sum;
    }

    private static void overflow() {
        try {
            deeper(0);
            throw new AssertionError("no stack overflow");
        } catch (StackOverflowError expected) {
            garbage = expected;
        }
    }

    private static int deeper(int depth) {
        return deeper(depth + 1) + 1;
    }
}
