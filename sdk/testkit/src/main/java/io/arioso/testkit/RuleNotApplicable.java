package io.arioso.testkit;

/**
 * Thrown by a rule that has nothing to check in this plug-in; the message says why. Reported as skipped, not as passed.
 */
public final class RuleNotApplicable extends RuntimeException {
    /** A reason for users. */
    public RuleNotApplicable(String why) {
        super(why);
    }
}
