package io.arioso.host.render;

import io.arioso.dsp.dither.Quantizer;
import io.arioso.dsp.meter.ProgrammeMeter;
import io.arioso.dsp.meter.ProgrammeReport;
import io.arioso.host.audiofile.AudioReader;
import io.arioso.host.audiofile.AudioSpec;
import io.arioso.host.audiofile.AudioWriter;
import io.arioso.host.audiofile.SampleFormat;
import io.arioso.host.engine.Engine;
import io.arioso.host.graph.Connection;
import io.arioso.host.graph.Graph;
import io.arioso.host.graph.GraphCompiler;
import io.arioso.host.graph.Node;
import io.arioso.host.graph.PlanException;
import io.arioso.host.graph.ProcessingPlan;
import io.arioso.runtime.AllocationProbe;
import io.arioso.runtime.Fault;
import io.arioso.runtime.RunnerSettings;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.HostRequests;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** One run of a chain over the whole input: source, engine, latency taken out, dither, meter, file. */
final class RenderPass {
    private static final int BLOCK_FRAMES = 1024;
    private static final double LONGEST_TAIL_SECONDS = 60;
    private static final float SILENCE = 1e-6f;
    private static final int STRAY_BLOCKS = 16;
    private static final int BEATS_PER_BAR = 4;
    private static final int BEAT_UNIT = 4;

    private final RenderJob job;
    private final AudioSpec spec;
    private final ProgrammeGain gain;
    private final String stage;
    private final ProgrammeMeter outputMeter;
    private final Quantizer[] quantizers;
    private long delivered;
    private int toSkip;

    RenderPass(RenderJob job, AudioSpec spec, ProgrammeGain gain, String stage) {
        this.job = job;
        this.spec = spec;
        this.gain = gain;
        this.stage = stage;
        outputMeter = new ProgrammeMeter(spec.sampleRate(), spec.channels());
        quantizers = quantizers();
    }

    private Quantizer[] quantizers() {
        SampleFormat samples = spec.format();
        if (samples.isFloat() || samples.bits() > 24) return new Quantizer[0];
        Quantizer[] all = new Quantizer[spec.channels()];
        for (int channel = 0; channel < all.length; channel++)
            all[channel] = new Quantizer(samples.bits(), job.format().dither(), job.format().seed() + channel, true);
        return all;
    }

    /** Runs over the input; commits the output if its report pleases {@code keep}. */
    PassResult run(AudioReader reader, RenderProgress progress, Predicate<ProgrammeReport> keep)
            throws IOException, PlanException, RenderCancelledException {
        Map<Node, ChainSlot> slots = new LinkedHashMap<>();
        Graph graph = graph(slots);
        ProcessingPlan plan = GraphCompiler.compile(graph, settings());
        try (Engine engine = new Engine(spec.sampleRate(), plan);
                SidechainSource sidechain = SidechainSource.open(job.sidechain(), spec, BLOCK_FRAMES);
                AudioWriter writer = job.output().open(spec)) {
            engine.tempo(job.tempoBpm(), BEATS_PER_BAR, BEAT_UNIT);
            ProgrammeMeter inputMeter = new ProgrammeMeter(reader.info().sampleRate(), spec.channels());
            stream(reader, inputMeter, sidechain, engine, writer, progress);
            ProgrammeReport after = outputMeter.report();
            boolean kept = keep.test(after);
            if (kept) writer.commit();
            return new PassResult(inputMeter.report(), after, kept, plan.latencyFrames(), writer.clippedSamples(),
                faults(engine, slots));
        }
    }

    private RunnerSettings settings() {
        return new RunnerSettings(spec.sampleRate(), BLOCK_FRAMES, BusLayout.of(spec.channels()), true,
            HostRequests.NONE, AllocationProbe.ofVirtualMachine());
    }

    private Graph graph(Map<Node, ChainSlot> slots) {
        BusLayout layout = BusLayout.of(spec.channels());
        Graph graph = new Graph();
        Node last = graph.input();
        for (ChainSlot slot : job.chain()) {
            Node node = graph.add(slot.name(), slot.plugin());
            graph.connect(last, node);
            if (job.sidechain().isPresent() && slot.plugin().supports(layout.withSidechain(layout.channels())))
                graph.connect(new Connection(graph.sidechain(), node, 1, true));
            slots.put(node, slot);
            last = node;
        }
        graph.connect(new Connection(last, graph.output(), (float) Decibels.toGain(gain.outputDb()), false));
        return graph;
    }

    private void stream(AudioReader reader, ProgrammeMeter inputMeter, SidechainSource sidechain, Engine engine,
            AudioWriter writer, RenderProgress progress) throws IOException, RenderCancelledException {
        ResampledSource source = new ResampledSource(reader, spec.sampleRate(), BLOCK_FRAMES, inputMeter);
        float[][] block = new float[spec.channels()][source.roomFrames(BLOCK_FRAMES)];
        toSkip = engine.latencyFrames();
        long total = 0;
        for (int frames = source.read(block, BLOCK_FRAMES); frames >= 0; frames = source.read(block, BLOCK_FRAMES)) {
            engine.process(block, sidechain.read(frames), block, frames);
            deliver(block, frames, writer);
            total += frames;
            if (!progress.advanced(stage, source.framesRead(), reader.info().frames()))
                throw new RenderCancelledException(job.input().name());
        }
        drain(sidechain, engine, block, writer, total);
    }

    /** Lets silence push out what is still under way: the latency, and the tail if it is wanted. */
    private void drain(SidechainSource sidechain, Engine engine, float[][] block, AudioWriter writer, long length)
            throws IOException {
        long tail = job.keepTail() ? engine.tailFrames() - engine.latencyFrames() : 0;
        long end = length + Math.min(tail, (long) (LONGEST_TAIL_SECONDS * spec.sampleRate()));
        long silentSince = delivered;
        while (delivered < end && (delivered < length || delivered - silentSince < spec.sampleRate())) {
            int frames = (int) Math.min(BLOCK_FRAMES, end - delivered + toSkip);
            for (float[] channel : block) java.util.Arrays.fill(channel, 0, frames, 0f);
            engine.process(block, sidechain.read(frames), block, frames);
            if (!silent(block, frames) || delivered < length) silentSince = delivered + frames;
            deliver(block, frames, writer);
        }
    }

    private static boolean silent(float[][] block, int frames) {
        for (float[] channel : block)
            for (int frame = 0; frame < frames; frame++) if (Math.abs(channel[frame]) > SILENCE) return false;
        return true;
    }

    private void deliver(float[][] block, int frames, AudioWriter writer) throws IOException {
        int from = Math.min(toSkip, frames);
        toSkip -= from;
        int length = frames - from;
        if (length == 0) return;
        for (int channel = 0; channel < quantizers.length; channel++)
            quantizers[channel].process(block[channel], from, length);
        outputMeter.process(block, from, length);
        writer.write(block, from, length);
        delivered += length;
    }

    private static Map<String, List<Fault>> faults(Engine engine, Map<Node, ChainSlot> slots) {
        Map<String, List<Fault>> faults = new LinkedHashMap<>();
        engine.faults().forEach((node, list) -> {
            List<Fault> worthTelling = list.stream().filter(fault -> !stray(fault)).toList();
            if (!worthTelling.isEmpty()) faults.put(slots.get(node).name(), worthTelling);
        });
        return faults;
    }

    /** The virtual machine itself charges a thread now and then: a few bytes in a few blocks are no effect's fault. */
    private static boolean stray(Fault fault) {
        return fault.kind() == Fault.Kind.ALLOCATION && !fault.givenUp() && fault.blocks() < STRAY_BLOCKS;
    }
}
