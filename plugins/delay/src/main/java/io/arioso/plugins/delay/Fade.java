package io.arioso.plugins.delay;

import java.util.Arrays;

/** A switch as shares for each frame of a stretch: straight from 0 to 1 and back in a fixed number of frames. */
final class Fade {
    final float[] values = new float[DelayProcessor.STRETCH];
    private final int length;
    private int at;
    private boolean on;

    /** Off, and so many frames from off to on. */
    Fade(int length) {
        this.length = length;
    }

    void aim(boolean newOn) {
        on = newOn;
    }

    /** Stands where it was sent. */
    void jump() {
        at = on ? length : 0;
    }

    /** Whether it is off and stays so. */
    boolean isOff() {
        return !on && at == 0;
    }

    /** Takes the next frames. */
    void next(int frames) {
        if (at == (on ? length : 0)) {
            Arrays.fill(values, 0, frames, on ? 1 : 0);
            return;
        }
        int direction = on ? 1 : -1;
        for (int i = 0; i < frames; i++) {
            at = Math.max(0, Math.min(length, at + direction));
            values[i] = (float) at / length;
        }
    }
}
