package io.arioso.benchmark;

/** Which parameters an automated effect moves. */
public enum Movement {
    /** None: the static effect. */
    NONE,
    /** The continuous ones that shape the sound now: those of a group that is off stay. */
    SOUNDING,
    /** Every continuous one that the effect has, bands that are off included. */
    ALL
}
