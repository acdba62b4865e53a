package io.arioso.host.render;

import io.arioso.dsp.dither.Dither;
import io.arioso.host.audiofile.SampleFormat;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The form in which audio is delivered.
 *
 * @param samples how samples are stored; empty for what the input has
 * @param sampleRate frames per second; empty for the input's
 * @param dither how integer formats of up to 24 bits are reached
 * @param seed of the dither: the same seed gives the same file
 */
public record RenderFormat(Optional<SampleFormat> samples, OptionalDouble sampleRate, Dither dither, long seed) {
    /** The input's own form, plain rounding. */
    public static final RenderFormat AS_INPUT =
        new RenderFormat(Optional.empty(), OptionalDouble.empty(), Dither.NONE, 1);
}
