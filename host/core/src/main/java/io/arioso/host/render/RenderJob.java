package io.arioso.host.render;

import java.util.List;
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
 */
public record RenderJob(RenderInput input, RenderOutput output, List<ChainSlot> chain, RenderFormat format,
                        OptionalDouble targetLufs, boolean keepTail) {
}
