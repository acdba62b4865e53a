package io.arioso.sdk.parameter;

/** Ids with a meaning that hosts know. An effect that has such a parameter gives it this id. */
public final class ParameterIds {
    /** On: the host passes the delayed input. Every {@code AudioEffect} has it. */
    public static final String BYPASS = "bypass";
    /** Gain into a limiter in decibels: what a host moves to reach a loudness. */
    public static final String GAIN = "gain";
    /** Loudness that the user asks of a limiter, in LUFS; {@code target_on} says whether it counts. */
    public static final String TARGET_LUFS = "target_lufs";
    /** Whether {@link #TARGET_LUFS} counts. */
    public static final String TARGET_ON = "target_on";
    /** Share of the processed signal, 0..100 %; see {@code AudioEffect.mixParameter}. */
    public static final String MIX = "mix";
    /** On: only the difference to the input is heard; see {@code AudioEffect.deltaParameter}. */
    public static final String DELTA = "delta";
    /** The group of what stands last in every effect: output gain, mix, delta. */
    public static final String OUTPUT_GROUP = "Output";

    private ParameterIds() {
    }
}
