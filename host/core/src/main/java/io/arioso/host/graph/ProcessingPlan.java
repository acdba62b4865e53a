package io.arioso.host.graph;

import io.arioso.runtime.Fault;
import io.arioso.runtime.ProcessorRunner;
import io.arioso.sdk.Transport;
import io.arioso.sdk.parameter.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A graph made ready for the audio thread: steps in order, buffers, delay compensation. Its shape never changes; an
 * edit of the graph makes a new plan, which takes over the runners of the nodes that stay.
 */
public final class ProcessingPlan {
    private final Step[] steps;
    private final RunStep[] runs;
    private final float[][] input;
    private final float[][] sidechain;
    private final float[][] output;
    private final int latencyFrames;
    private final LongSupplier tail;
    private final Map<Node, ProcessorRunner> runners = new LinkedHashMap<>();

    ProcessingPlan(List<Step> steps, float[][] input, float[][] sidechain, float[][] output, int latencyFrames,
            LongSupplier tail) {
        this.steps = steps.toArray(Step[]::new);
        this.runs = steps.stream().filter(RunStep.class::isInstance).map(RunStep.class::cast).toArray(RunStep[]::new);
        this.input = input;
        this.sidechain = sidechain;
        this.output = output;
        this.latencyFrames = latencyFrames;
        this.tail = tail;
        for (RunStep run : runs) runners.put(run.node(), run.runner());
    }

    /** Delay from input to output in frames, the same on all paths. [any-thread] */
    public int latencyFrames() {
        return latencyFrames;
    }

    /**
     * How long the output goes on after the input, in frames; {@link Long#MAX_VALUE} for ever. Asks the processors, whose
     * tails follow their parameters; allocates a little. [any-thread but audio]
     */
    public long tailFrames() {
        return tail.getAsLong();
    }

    /** The longest block in frames. [any-thread] */
    public int maxFrames() {
        return input[0].length;
    }

    /** Channels of input and output. [any-thread] */
    public int channels() {
        return input.length;
    }

    /** The runner of each plug-in node. [main-thread] */
    public Map<Node, ProcessorRunner> runners() {
        return runners;
    }

    /** The faults of each node that has any. [main-thread] */
    public Map<Node, List<Fault>> faults() {
        Map<Node, List<Fault>> faults = new LinkedHashMap<>();
        runners.forEach((node, runner) -> {
            if (!runner.faults().isEmpty()) faults.put(node, runner.faults());
        });
        return faults;
    }

    /** Lets a parameter change at a frame of the next block; false if the node is not in this plan. [audio-thread] */
    public boolean schedule(Node node, int frame, Parameter parameter, double plain) {
        for (RunStep run : runs) if (run.node() == node) return run.events().add(frame, parameter, plain);
        return false;
    }

    /**
     * Renders one block of at most {@link #maxFrames}; {@code in} and {@code out} may be the same arrays. [audio-thread]
     *
     * @param key the side-chain, from the same frame on as {@code in}; silence where channels are missing
     */
    public void process(float[][] in, float[][] key, int inOffset, float[][] out, int outOffset, int frames,
            Transport transport) {
        for (int channel = 0; channel < input.length; channel++)
            System.arraycopy(in[channel], inOffset, input[channel], 0, frames);
        for (int channel = 0; channel < sidechain.length; channel++) {
            if (channel < key.length) System.arraycopy(key[channel], inOffset, sidechain[channel], 0, frames);
            else Arrays.fill(sidechain[channel], 0, frames, 0);
        }
        for (Step step : steps) step.run(frames, transport);
        for (int channel = 0; channel < output.length; channel++)
            System.arraycopy(output[channel], 0, out[channel], outOffset, frames);
    }

    /** Forgets all past audio. [audio-thread] */
    public void reset() {
        for (Step step : steps) step.reset();
    }
}
