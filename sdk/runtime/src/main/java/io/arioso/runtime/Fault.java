package io.arioso.runtime;

/**
 * What went wrong in a processor, told once with a count.
 *
 * @param kind what happened
 * @param blocks how many blocks it concerns, 1 or more
 * @param firstFrame frame, counted from the start of the run, of the first of them
 * @param detail the exception's class and message, or the figure that was measured
 * @param givenUp whether the processor stays out until it is prepared anew
 */
public record Fault(Kind kind, long blocks, long firstFrame, String detail, boolean givenUp) {

    /** The kinds of fault. */
    public enum Kind {
        /** It threw; its blocks pass the dry signal. */
        EXCEPTION("failed"),
        /** It made NaN or infinity; its blocks pass the dry signal. */
        NOT_FINITE("made samples that are not finite"),
        /** It allocated memory while rendering; beyond the budget its blocks pass the dry signal. */
        ALLOCATION("allocated memory while rendering"),
        /** It declared a latency that cannot be. */
        LATENCY("declared an impossible latency");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** One line for users: {@code Reverb failed: 312 blocks, first at 00:14.2 (NullPointerException)}. */
    public String describe(String name, double sampleRate) {
        double seconds = firstFrame / sampleRate;
        String time = String.format(java.util.Locale.ROOT, "%02d:%04.1f", (long) (seconds / 60), seconds % 60);
        return name + " " + kind.words + ": " + blocks + (blocks == 1 ? " block" : " blocks") + ", first at " + time
            + (detail.isEmpty() ? "" : " (" + detail + ")")
            + (givenUp ? "; it is bypassed" : "");
    }
}
