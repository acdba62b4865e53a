package io.arioso.bridge;

/** How a format's events name parameters and what their values are. */
public enum EventValues {
    /** CLAP: parameters by {@link BridgedParameter#key}, plain values as doubles. */
    PLAIN_BY_KEY,
    /** VST3: parameters by key, values 0..1 that the DAW may have rounded to {@code float}. */
    NORMALIZED_BY_KEY,
    /**
     * LV2: parameters by control number (declaration order without bypass; bypass is number -1, meters follow the
     * parameters), plain values that are {@code float}.
     */
    PLAIN_BY_CONTROL
}
