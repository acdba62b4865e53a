package io.arioso.sdk.parameter;

/** A parameter's value as of the current block. [audio-thread] */
public interface LiveValue {

    /** The plain value. */
    double plain();

    /**
     * Whether it changed at the first frame of the current block; true in the first block after prepare and reset, also
     * after the reset by which a host answers a fault.
     */
    boolean changed();

    /** The value of a switch. */
    default boolean on() {
        return plain() != 0;
    }

    /** The value of a whole number, or the ordinal of a choice. */
    default int index() {
        return (int) plain();
    }
}
