package io.arioso.dsp.filter;

/** A setting on its way to a new value in steps of a grid, along the same curve as a {@link Ramp}. */
final class Glide {
    private double wanted;
    private double from;
    private double to;
    private double before;
    private double now;
    private int moved;
    private boolean moving;

    Glide(double value) {
        wanted = value;
        snap();
    }

    /** Asks for a value. Returns whether it is another than before. */
    boolean aim(double value) {
        boolean other = value != wanted;
        wanted = value;
        return other;
    }

    /** The value at the end of the current step. */
    double now() {
        return now;
    }

    /** The value at its beginning. */
    double before() {
        return before;
    }

    /** Begins the next step of so many that a way has. Returns whether the value moves in it. */
    boolean step(int steps) {
        before = now;
        if (!moving && wanted != to) {
            from = to;
            to = wanted;
            moved = 0;
            moving = true;
        }
        if (!moving) {
            return false;
        }
        moved++;
        moving = moved < steps;
        double t = (double) moved / steps;
        now = moving ? from + (to - from) * t * t * t * (10 - t * (15 - 6 * t)) : to;
        return true;
    }

    /** Goes there at once. */
    void snap() {
        from = wanted;
        to = wanted;
        before = wanted;
        now = wanted;
        moving = false;
    }
}
