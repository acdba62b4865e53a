package io.arioso.dsp.dynamics;

/**
 * Follows a value in decibels: rises with an attack, holds, falls with a release.
 *
 * <p>Both times are those in which 63.2 % of a step's way is done (one time constant), exactly. Source: Giannoulis,
 * Massberg and Reiss, JAES 60(6), 2012: {@link Ballistics#BRANCHING} is their smooth branching detector,
 * {@link Ballistics#DECOUPLED} their smooth decoupled one, whose ripple is far smaller at low frequencies because every
 * change passes the attack filter; its release filter is set a little faster, so that both in series take the time
 * asked for (where the release is the longer one; a release shorter than the attack cannot be).
 *
 * <p>Fed with a gain reduction, its attack is a compressor's; with a gain, a gate's. Per frame in double,
 * states below 1e-30 become 0 on a grid counted from reset: no split into blocks changes a bit. One instance serves one
 * stream and one thread.
 */
public final class AttackRelease {
    /** How attack and release work together. */
    public enum Ballistics { BRANCHING, DECOUPLED }

    private static final int GRID = 64;
    private static final double DENORMAL = 1e-30;
    private static final int HALVINGS = 40;

    private final double sampleRate;
    private final Ballistics ballistics;
    private double attackMs = -1;
    private double releaseMs = -1;
    private double attack;
    private double release;
    private int holdFrames;
    private double value;
    private double released;
    private int held;
    private int clock;

    /** A branching follower at 0 with no hold, attack 10 and release 100 ms. */
    public AttackRelease(double sampleRate) {
        this(sampleRate, Ballistics.BRANCHING);
    }

    /** A follower at 0 with no hold, attack 10 and release 100 ms. */
    public AttackRelease(double sampleRate, Ballistics ballistics) {
        if (!(sampleRate > 0)) {
            throw new IllegalArgumentException("sample rate: " + sampleRate + " Hz is not above 0");
        }
        this.sampleRate = sampleRate;
        this.ballistics = ballistics;
        setTimes(10, 0, 100);
    }

    /** Sets the times, each 0 or more milliseconds; they hold from the next frame on. [audio-thread] */
    public void setTimes(double newAttackMs, double holdMs, double newReleaseMs) {
        if (!(newAttackMs >= 0 && holdMs >= 0 && newReleaseMs >= 0)) {
            throw new IllegalArgumentException("attack " + newAttackMs + ", hold " + holdMs + ", release "
                    + newReleaseMs + " ms: none may be below 0");
        }
        holdFrames = (int) StrictMath.rint(holdMs * sampleRate / 1000);
        held = Math.min(held, holdFrames);
        if (newAttackMs == attackMs && newReleaseMs == releaseMs) {
            return;
        }
        attackMs = newAttackMs;
        releaseMs = newReleaseMs;
        attack = share(attackMs * sampleRate / 1000);
        release = share(releaseFrames());
    }

    private static double share(double frames) {
        return frames > 0 ? -StrictMath.expm1(-1 / frames) : 1;
    }

    /** Time constant of the release filter: in series with the attack filter it is 63.2 % down after the release. */
    private double releaseFrames() {
        double first = attackMs * sampleRate / 1000;
        double wanted = releaseMs * sampleRate / 1000;
        if (ballistics == Ballistics.BRANCHING || first == 0) {
            return wanted;
        }
        double low = 0;
        double high = wanted;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (left(wanted, middle, first) > 1 / StrictMath.E) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    /** What two one-poles in series have left of a step after {@code t}. */
    private static double left(double t, double one, double two) {
        if (Math.abs(one - two) < 1e-6 * two) {
            return (1 + t / two) * StrictMath.exp(-t / two);
        }
        return (one * StrictMath.exp(-t / one) - two * StrictMath.exp(-t / two)) / (one - two);
    }

    /** Replaces each value by the followed one. [audio-thread] */
    public void process(double[] values, int frames) {
        for (int done = 0; done < frames; ) {
            int end = Math.min(frames, done + GRID - clock);
            if (ballistics == Ballistics.DECOUPLED) {
                decoupled(values, done, end);
            } else if (holdFrames == 0) {
                branching(values, done, end);
            } else {
                holding(values, done, end);
            }
            clock = clock + end - done & GRID - 1;
            done = end;
            if (clock == 0) {
                value = Math.abs(value) < DENORMAL ? 0 : value;
                released = Math.abs(released) < DENORMAL ? 0 : released;
            }
        }
    }

    private void branching(double[] values, int from, int to) {
        double up = attack;
        double down = release;
        double upKeep = 1 - attack;
        double downKeep = 1 - release;
        double s = value;
        for (int i = from; i < to; i++) {
            double goal = values[i];
            s = goal > s ? s * upKeep + goal * up : s * downKeep + goal * down;
            values[i] = s;
        }
        value = s;
    }

    private void holding(double[] values, int from, int to) {
        double up = attack;
        double down = release;
        int left = held;
        double s = value;
        for (int i = from; i < to; i++) {
            double goal = values[i];
            if (goal >= s) {
                s += (goal - s) * up;
                left = holdFrames;
            } else if (left > 0) {
                left--;
            } else {
                s += (goal - s) * down;
            }
            values[i] = s;
        }
        value = s;
        held = left;
    }

    private void decoupled(double[] values, int from, int to) {
        double up = attack;
        double down = release;
        int left = held;
        double r = released;
        double s = value;
        for (int i = from; i < to; i++) {
            double goal = values[i];
            if (goal >= r) {
                r = goal;
                left = holdFrames;
            } else if (left > 0) {
                left--;
            } else {
                r += (goal - r) * down;
            }
            s += (r - s) * up;
            values[i] = s;
        }
        released = r;
        value = s;
        held = left;
    }

    /** The followed value now. [audio-thread] */
    public double value() {
        return value;
    }

    /** Takes over the state of another; both must have been fed equally long since their reset. [audio-thread] */
    public void copyFrom(AttackRelease other) {
        value = other.value;
        released = other.released;
        held = Math.min(other.held, holdFrames);
    }

    /** Back to 0. [audio-thread] */
    public void reset() {
        value = 0;
        released = 0;
        held = 0;
        clock = 0;
    }
}
