package io.arioso.dsp.dynamics;

/**
 * The time constants of a {@link ReleaseFollower} as multiples of the release time.
 *
 * @param fast           of the recovery itself, above 0
 * @param slowRelease    of the slow gain that holds the recovery back; 0 for none
 * @param slowAttack     of the fall of the slow gain while limiting lasts
 * @param autoRelease    as {@code slowRelease}, with automatic release
 * @param autoAttack     as {@code slowAttack}, with automatic release
 */
record ReleaseCharacter(double fast, double slowRelease, double slowAttack, double autoRelease, double autoAttack) {
    /** Whether there is a slow gain. */
    boolean hasSlow(boolean automatic) {
        return automatic || slowRelease > 0;
    }
}
