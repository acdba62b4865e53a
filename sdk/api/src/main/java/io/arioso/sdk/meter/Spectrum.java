package io.arioso.sdk.meter;

import io.arioso.sdk.AudioBuffer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The most recent stretch of a signal, for analysers: the processor writes samples, the reader transforms them on its
 * own thread. Costs nothing while nobody watches.
 *
 * <p>A reader that is overtaken by the writer sees a stretch with a seam; harmless on a display.
 */
public final class Spectrum {
    /** Frames that are kept, a power of two. */
    public static final int FRAMES = 32_768;

    private static final VarHandle SAMPLE = MethodHandles.arrayElementVarHandle(float[].class);
    private static final VarHandle WRITTEN;

    static {
        try {
            WRITTEN = MethodHandles.lookup().findVarHandle(Spectrum.class, "written", long.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final String id;
    private final String name;
    private final AtomicInteger watchers = new AtomicInteger();
    private volatile float[] ring;
    private long written;

    /** Makes a signal; authors call {@code AudioEffect.spectrum}. [main-thread] */
    public Spectrum(String id, String name) {
        this.id = id;
        this.name = name;
    }

    /** Eternal identity within the plug-in. [any-thread] */
    public String id() {
        return id;
    }

    /** Name shown to users. [any-thread] */
    public String name() {
        return name;
    }

    /** Starts to keep samples; every watch is ended by one {@link #unwatch}. [main-thread] */
    public void watch() {
        if (ring == null) ring = new float[FRAMES];
        watchers.incrementAndGet();
    }

    /** Ends a {@link #watch}. [main-thread] */
    public void unwatch() {
        watchers.decrementAndGet();
    }

    /** Whether somebody watches; a processor need not ask. [any-thread] */
    public boolean watched() {
        return watchers.getPlain() > 0;
    }

    /** Adds a block, mixed down to the mean of its channels. [audio-thread] */
    public void feed(AudioBuffer audio) {
        float[] target = ring;
        if (target == null || watchers.getOpaque() <= 0 || audio.channels() == 0) return;
        float scale = 1f / audio.channels();
        long position = written;
        for (int frame = 0; frame < audio.frames(); frame++, position++) {
            float sum = 0;
            for (int channel = 0; channel < audio.channels(); channel++) sum += audio.channel(channel)[frame];
            SAMPLE.setOpaque(target, (int) (position & (FRAMES - 1)), sum * scale);
        }
        WRITTEN.setRelease(this, position);
    }

    /**
     * Copies the latest samples, oldest first. [any-thread]
     *
     * @param latest receives them; at most {@link #FRAMES} long; zeros stand where nothing was fed yet
     * @return frames fed since the start: the same number twice means that nothing new has come
     */
    public long read(float[] latest) {
        if (latest.length > FRAMES)
            throw new IllegalArgumentException("spectrum frames: " + latest.length + " is above " + FRAMES);
        long end = (long) WRITTEN.getAcquire(this);
        float[] source = ring;
        for (int frame = 0; frame < latest.length; frame++) {
            long position = end - latest.length + frame;
            latest[frame] = source == null || position < 0 ? 0
                : (float) SAMPLE.getOpaque(source, (int) (position & (FRAMES - 1)));
        }
        return end;
    }
}
