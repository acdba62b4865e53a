package io.arioso.dsp.dynamics;

/**
 * How a {@link LookaheadLimiter}'s gain falls and recovers: what a limiter is chosen for.
 *
 * <p>A style sets the share of the lookahead in which the gain falls, the {@link AttackShape} of the fall, and the
 * {@link ReleaseCharacter}. None of them touches the ceiling: that holds for every style.
 */
public enum LimiterStyle {
    /** Unheard: the fall takes the whole lookahead, the release is what is set. */
    TRANSPARENT(1, AttackShape.SMOOTH, new ReleaseCharacter(1, 0, 0, 8, 2)),
    /** Hits keep their front: a late, short fall; a lone hit is forgotten four times faster than a dense passage. */
    PUNCHY(0.35, AttackShape.SMOOTH, new ReleaseCharacter(0.25, 1, 0.5, 8, 2)),
    /** Holds a mix together: a round fall, and a recovery that slows down the longer limiting has lasted. */
    BUS(1, AttackShape.ROUND, new ReleaseCharacter(1, 4, 1, 12, 2)),
    /** Level first: a short fall and a quick recovery. */
    LOUD(0.6, AttackShape.SMOOTH, new ReleaseCharacter(0.5, 1, 1, 4, 1)),
    /** Cleanest: the roundest fall over the whole lookahead. */
    SAFE(1, AttackShape.ROUND, new ReleaseCharacter(1, 0, 0, 8, 2));

    private final double attackShare;
    private final AttackShape attackShape;
    private final ReleaseCharacter release;

    LimiterStyle(double attackShare, AttackShape attackShape, ReleaseCharacter release) {
        this.attackShare = attackShare;
        this.attackShape = attackShape;
        this.release = release;
    }

    /** The share of the lookahead in which the gain falls, above 0, at most 1. */
    public double attackShare() {
        return attackShare;
    }

    /** The shape of the fall, unless another is asked for. */
    public AttackShape attackShape() {
        return attackShape;
    }

    ReleaseCharacter release() {
        return release;
    }
}
