package io.arioso.host.daw;

/**
 * One thing that was looked at.
 *
 * @param well whether it is as it should be
 * @param thing what it is
 * @param state how it is
 * @param cure what the user can do about it; empty if it is well
 */
public record DawFinding(boolean well, String thing, String state, String cure) {

    /** Something that is as it should be. */
    public static DawFinding well(String thing, String state) {
        return new DawFinding(true, thing, state, "");
    }

    /** Something that is not, and its cure. */
    public static DawFinding fault(String thing, String state, String cure) {
        return new DawFinding(false, thing, state, cure);
    }
}
