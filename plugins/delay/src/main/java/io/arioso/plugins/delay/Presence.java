package io.arioso.plugins.delay;

/**
 * Whether a stage that costs time is needed: from the frame in which it is asked for until the ramps behind it have
 * run out. Counted in frames, so that a stage comes and goes at the same frame for any split into blocks.
 */
final class Presence {
    private final int runOut;
    private boolean wanted;
    private int left;

    /** A stage at rest whose ramps last {@code runOut} frames. */
    Presence(int runOut) {
        this.runOut = runOut;
    }

    /** Says at a frame whether it is wanted; returns whether it has just come. */
    boolean want(boolean now) {
        boolean came = now && !present();
        if (wanted && !now) {
            left = runOut;
        }
        wanted = now;
        return came;
    }

    boolean present() {
        return wanted || left > 0;
    }

    /** For how many of the next frames {@link #present} stays true or false. */
    int limit(int frames) {
        return !wanted && left > 0 ? Math.min(frames, left) : frames;
    }

    void advance(int frames) {
        if (!wanted) {
            left = Math.max(0, left - frames);
        }
    }

    void reset() {
        wanted = false;
        left = 0;
    }
}
