package io.arioso.dsp.dynamics;

/** The curve on which a {@link LookaheadLimiter}'s gain falls towards a peak: how many moving averages make it. */
public enum AttackShape {
    /** One average: a straight line, the quickest and the roughest. */
    LINEAR,
    /** Two: an S of two parabolas. */
    SMOOTH,
    /** Three: rounder still, the least sidebands about a tone. */
    ROUND
}
