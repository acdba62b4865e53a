package io.arioso.host.render;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All that a render needs to know.
 *
 * @param input where audio comes from
 * @param output where it goes
 * @param chain the effects in order; may be empty
 * @param format the form of delivery
 * @param targetLufs integrated loudness to reach; empty leaves it, unless the chain's limiter asks for one
 * @param keepTail whether the output goes on until the effects have died away
 * @param sidechain what the effects with a side-chain listen to; from the same frame on as the input
 * @param tempoBpm quarter notes a minute, above 0
 */
public record RenderJob(RenderInput input, RenderOutput output, List<ChainSlot> chain, RenderFormat format,
                        OptionalDouble targetLufs, boolean keepTail, Optional<RenderInput> sidechain,
                        double tempoBpm) {
    /** The tempo of a song that nobody has told. */
    public static final double DEFAULT_TEMPO_BPM = 120;

    /** A job without side-chain, in the default tempo. */
    public RenderJob(RenderInput input, RenderOutput output, List<ChainSlot> chain, RenderFormat format,
            OptionalDouble targetLufs, boolean keepTail) {
        this(input, output, chain, format, targetLufs, keepTail, Optional.empty(), DEFAULT_TEMPO_BPM);
    }

    /** The same between other ends. */
    RenderJob between(RenderInput newInput, RenderOutput newOutput) {
        return new RenderJob(newInput, newOutput, chain, format, targetLufs, keepTail, sidechain, tempoBpm);
    }
}
