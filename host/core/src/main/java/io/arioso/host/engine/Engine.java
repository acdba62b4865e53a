package io.arioso.host.engine;

import io.arioso.host.graph.Node;
import io.arioso.host.graph.ProcessingPlan;
import io.arioso.runtime.Fault;
import io.arioso.runtime.ProcessorRunner;
import io.arioso.runtime.Seam;
import io.arioso.runtime.TransportState;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Renders audio through a plan; the same code for a device's callback and for a file.
 *
 * <p>The main thread publishes plans; the audio thread takes the newest one at the start of a block, closes the seam in
 * the waveform over 10 ms, and sends the old one back to be closed by {@link #collect}.
 */
public final class Engine implements AutoCloseable {
    private static final double SEAM_SECONDS = 0.01;
    private static final float[][] NO_CHANNELS = {};

    private final double sampleRate;
    private final TransportState transport = new TransportState();
    private final AtomicReference<ProcessingPlan> published = new AtomicReference<>();
    private final RetiredPlans retired = new RetiredPlans();
    private final Seam seam;
    private volatile Automation automation = Automation.NONE;
    private ProcessingPlan newest;
    private ProcessingPlan plan;
    private long position;

    /**
     * Starts with a plan at frame 0. [main-thread]
     *
     * @param first the plan of the first block; all later ones have its channels
     */
    public Engine(double sampleRate, ProcessingPlan first) {
        this.sampleRate = sampleRate;
        seam = new Seam(first.channels(), Math.max(1, (int) (SEAM_SECONDS * sampleRate)));
        newest = first;
        plan = first;
    }

    /** Lets a plan take over at the start of the next block. [main-thread] */
    public void publish(ProcessingPlan next) {
        if (next.channels() != newest.channels())
            throw new IllegalArgumentException(
                "plan: " + next.channels() + " channels, the engine has " + newest.channels());
        newest = next;
        ProcessingPlan skipped = published.getAndSet(next);
        if (skipped != null) closeAllBut(skipped, next.runners().values());
        collect();
    }

    /** Sets the changes that play with the song, from the next block on. [main-thread] */
    public void automate(Automation changes) {
        automation = changes;
    }

    /** Closes what the audio thread has sent back and nobody uses any more. [main-thread] */
    public void collect() {
        for (ProcessingPlan old = retired.poll(); old != null; old = retired.poll())
            closeAllBut(old, newest.runners().values());
    }

    private static void closeAllBut(ProcessingPlan old, Collection<ProcessorRunner> used) {
        Set<ProcessorRunner> stay = new HashSet<>(used);
        for (ProcessorRunner runner : old.runners().values()) if (!stay.contains(runner)) runner.close();
    }

    /** Delay of the newest plan in frames. [main-thread] */
    public int latencyFrames() {
        return newest.latencyFrames();
    }

    /** Tail of the newest plan in frames. [main-thread] */
    public long tailFrames() {
        return newest.tailFrames();
    }

    /** Faults of the newest plan by node. [main-thread] */
    public Map<Node, List<Fault>> faults() {
        return newest.faults();
    }

    /** Tempo and time signature of the song; the default is 120 in 4/4. [audio-thread] */
    public void tempo(double bpm, int beatsPerBar, int beatUnit) {
        transport.tempo(bpm, beatsPerBar, beatUnit);
    }

    /** Goes to a frame of the song and forgets past audio. [audio-thread] */
    public void locate(long frame) {
        position = frame;
        plan.reset();
        seam.reset();
    }

    /** As {@link #process(float[][], float[][], float[][], int)}; the side-chain is silent. [audio-thread] */
    public void process(float[][] in, float[][] out, int frames) {
        process(in, NO_CHANNELS, out, frames);
    }

    /**
     * Renders a block. [audio-thread]
     *
     * @param in one array a channel
     * @param key the side-chain, one array a channel, silence where channels are missing
     * @param out one array a channel; may be the same arrays
     * @param frames 0 or more; above the plan's block it is cut
     */
    public void process(float[][] in, float[][] key, float[][] out, int frames) {
        int done = 0;
        while (done < frames) {
            boolean taken = takePublished();
            int length = Math.min(frames - done, plan.maxFrames());
            transport.locate(position, sampleRate);
            schedule(length);
            plan.process(in, key, done, out, done, length, transport);
            if (taken) seam.open(out, done);
            seam.process(out, done, length);
            position += length;
            done += length;
        }
    }

    private boolean takePublished() {
        if (published.getPlain() == null || retired.full()) return false;
        ProcessingPlan next = published.getAndSet(null);
        if (next == null) return false;
        retired.add(plan);
        plan = next;
        return true;
    }

    private void schedule(int frames) {
        Automation changes = automation;
        for (int i = changes.firstAtOrAfter(position); i < changes.size(); i++) {
            Automation.Event event = changes.get(i);
            if (event.frame() >= position + frames) break;
            plan.schedule(event.node(), (int) (event.frame() - position), event.parameter(), event.plain());
        }
    }

    /** Closes every processor; the audio thread must have stopped. [main-thread] */
    @Override
    public void close() {
        ProcessingPlan waiting = published.getAndSet(null);
        if (waiting != null && waiting != newest) closeAllBut(waiting, newest.runners().values());
        collect();
        if (plan != newest) closeAllBut(plan, newest.runners().values());
        newest.runners().values().forEach(ProcessorRunner::close);
    }
}
