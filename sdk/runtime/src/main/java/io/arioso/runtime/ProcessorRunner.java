package io.arioso.runtime;

import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.Transport;
import io.arioso.sdk.event.EventList;
import io.arioso.sdk.parameter.LiveValue;
import io.arioso.sdk.parameter.ParameterIds;
import java.util.Arrays;
import java.util.List;

/**
 * Runs one processor: the only caller of {@code AudioProcessor.process}.
 *
 * <p>Cuts each block at the frames of its parameter events, moves the smoothers, obeys bypass (10 ms crossfade, latency
 * kept) and contains faults: a block in which the processor throws or makes NaN is replaced by the dry signal as late
 * as the output would be; after three such blocks in ten seconds the processor stays out. Input samples that are not
 * finite or above +120 dBFS reach the processor as silence. Allocates, locks and logs nothing itself.
 */
public final class ProcessorRunner implements AutoCloseable {
    private static final double MAX_LATENCY_SECONDS = 10;
    private static final float[][] NO_CHANNELS = {};

    private final int maxFrames;
    private final ParameterBindings bindings;
    private final LiveValue bypass;
    private final GuardedProcessor processor;
    private final SegmentContext context;
    private final DryPath dry;
    private final DryWet dryWet;
    private final DryFade fade;
    private final float[][] segmentAudio;
    private final float[][] segmentSidechain;
    private final FaultLog faults = new FaultLog();
    private final int latency;

    /**
     * Prepares a plug-in. [main-thread]
     *
     * @throws IllegalArgumentException if it does not support the layout; whatever {@code prepare} throws passes
     *     through
     */
    public ProcessorRunner(AudioPlugin plugin, RunnerSettings settings) {
        if (!plugin.supports(settings.layout()))
            throw new IllegalArgumentException("layout: " + settings.layout() + " is not supported by this effect");
        int channels = settings.layout().channels();
        maxFrames = settings.maxFrames();
        bindings = new ParameterBindings(plugin.parameters());
        bypass = plugin.parameters().find(ParameterIds.BYPASS).map(bindings::of).orElse(null);
        RunnerSetup setup = new RunnerSetup(settings, bindings);
        AudioProcessor prepared = plugin.prepare(setup);
        processor = new GuardedProcessor(prepared, settings, faults);
        latency = sensibleLatency(prepared.latencyFrames(), settings.sampleRate());
        context = new SegmentContext(bindings, settings.sampleRate());
        dry = new DryPath(channels, latency, maxFrames);
        dryWet = new DryWet(plugin, setup);
        fade = new DryFade(channels, settings.sampleRate());
        fade.jumpTo(bypassed());
        segmentAudio = new float[channels][maxFrames];
        segmentSidechain = new float[settings.layout().sidechainChannels()][maxFrames];
    }

    private int sensibleLatency(int declared, double sampleRate) {
        int longest = (int) (MAX_LATENCY_SECONDS * sampleRate);
        if (declared < 0 || declared > longest)
            faults.count(Fault.Kind.LATENCY, 0, declared + " frames is outside 0.." + longest);
        return Math.max(0, Math.min(longest, declared));
    }

    /** Delay of the output in frames; constant. [any-thread] */
    public int latencyFrames() {
        return latency;
    }

    /**
     * How long the output goes on after the input, in frames, as of now; {@link Long#MAX_VALUE} for ever. Never below
     * the latency, which also stands in for an impossible answer. [any-thread]
     */
    public long tailFrames() {
        return processor.tailFrames(latency);
    }

    /** What has gone wrong so far, at most one entry a kind. [any-thread] */
    public List<Fault> faults() {
        return faults.faults();
    }

    /**
     * As {@link #process(float[][], float[][], int, EventList, Transport)}; the side-chain, if any, is silent.
     * [audio-thread]
     */
    public void process(float[][] audio, int frames, EventList events, Transport transport) {
        process(audio, NO_CHANNELS, frames, events, transport);
    }

    /**
     * Renders one block in place. [audio-thread]
     *
     * @param audio one array a channel of the layout, at least {@code frames} long
     * @param sidechain one array a side-chain channel, silence where channels are missing; damaged samples in it are
     *     silenced
     * @param frames 0 or more; above the prepared maximum the block is cut
     * @param events changes within this block; a frame beyond the block takes effect at its end
     * @param transport the song at the first frame
     */
    public void process(float[][] audio, float[][] sidechain, int frames, EventList events, Transport transport) {
        bindings.followParameters();
        int event = 0;
        int at = 0;
        while (at < frames) {
            while (event < events.size() && events.frame(event) <= at) apply(events, event++);
            int next = event < events.size() ? Math.min(frames, events.frame(event)) : frames;
            int length = Math.min(next - at, maxFrames);
            if (length == frames) segment(audio, sidechainAt(sidechain, 0, length), length, transport, 0);
            else copiedSegment(audio, sidechain, at, length, transport);
            at += length;
        }
        while (event < events.size()) apply(events, event++);
    }

    /** Forgets all past input; the parameters take their values at once. [audio-thread] */
    public void reset() {
        bindings.reset();
        processor.reset();
        dry.reset();
        dryWet.reset();
        fade.jumpTo(bypassed());
    }

    private void apply(EventList events, int index) {
        bindings.apply(events.parameter(index), events.plain(index));
    }

    private void copiedSegment(float[][] audio, float[][] sidechain, int at, int length, Transport transport) {
        for (int channel = 0; channel < segmentAudio.length; channel++)
            System.arraycopy(audio[channel], at, segmentAudio[channel], 0, length);
        segment(segmentAudio, sidechainAt(sidechain, at, length), length, transport, at);
        for (int channel = 0; channel < segmentAudio.length; channel++)
            System.arraycopy(segmentAudio[channel], 0, audio[channel], at, length);
    }

    private float[][] sidechainAt(float[][] sidechain, int at, int length) {
        if (at == 0 && sidechain.length == segmentSidechain.length) return sidechain;
        for (int channel = 0; channel < segmentSidechain.length; channel++) {
            if (channel < sidechain.length)
                System.arraycopy(sidechain[channel], at, segmentSidechain[channel], 0, length);
            else Arrays.fill(segmentSidechain[channel], 0, length, 0);
        }
        return segmentSidechain;
    }

    private void segment(float[][] audio, float[][] sidechain, int frames, Transport transport, int framesIntoBlock) {
        SampleGuard.silenceDamage(audio, frames);
        SampleGuard.silenceDamage(sidechain, frames);
        dry.take(audio, frames);
        context.point(audio, sidechain, frames, transport, framesIntoBlock);
        boolean rendered = processor.render(context, audio, frames);
        if (rendered) {
            dryWet.process(audio, dry, frames);
        } else {
            dryWet.skip(frames);
            fade.fall(dry);
        }
        fade.mix(audio, dry, frames, !rendered || bypassed());
        if (rendered) bindings.settle();
        else bindings.announceAll();
    }

    private boolean bypassed() {
        return bypass != null && bypass.on();
    }

    /** Closes the processor. [main-thread] */
    @Override
    public void close() {
        processor.close();
    }
}
