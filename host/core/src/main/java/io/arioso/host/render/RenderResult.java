package io.arioso.host.render;

import io.arioso.dsp.meter.ProgrammeReport;
import io.arioso.host.audiofile.AudioInfo;
import io.arioso.host.audiofile.AudioSpec;
import io.arioso.runtime.Fault;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a render did.
 *
 * @param input what was read
 * @param output what was written
 * @param before the input, measured
 * @param after the output, measured as written
 * @param targetLufs the loudness that was asked for
 * @param gainDb gain that the loudness target added
 * @param passes how often the chain ran over the input
 * @param latencyFrames delay of the chain that was taken out
 * @param clippedSamples samples that the file format had to cut off
 * @param faults what went wrong inside effects, by slot name
 */
public record RenderResult(AudioInfo input, AudioSpec output, ProgrammeReport before, ProgrammeReport after,
                           OptionalDouble targetLufs, double gainDb, int passes, int latencyFrames,
                           long clippedSamples, Map<String, List<Fault>> faults) {
    /** How far the loudness lies from the target in LU; 0 without one. */
    public double loudnessError() {
        return targetLufs.isPresent() ? after.integratedLufs() - targetLufs.getAsDouble() : 0;
    }
}
