package io.arioso.plugins.reverb;

/** A switch that takes 20 ms from off to on. */
final class SwitchFade {
    private static final double SECONDS = 0.020;

    private final int length;
    private int at;

    SwitchFade(double sampleRate) {
        length = (int) Math.max(1, Math.rint(SECONDS * sampleRate));
    }

    void snap(boolean on) {
        at = on ? length : 0;
    }

    /** Whether it has been off all the time, and stays. */
    boolean idle(boolean on) {
        return !on && at == 0;
    }

    /** Whether it stands at off: if it is not {@link #idle} it is about to leave. */
    boolean begins() {
        return at == 0;
    }

    /** Draws gains towards 1 by as much as the switch is off. */
    void apply(float[] gains, int frames, boolean on) {
        if (on && at == length) {
            return;
        }
        int direction = on ? 1 : -1;
        for (int i = 0; i < frames; i++) {
            float share = (float) Math.max(0, Math.min(length, at + direction * (i + 1))) / length;
            gains[i] = gains[i] * share + (1 - share);
        }
        at = Math.max(0, Math.min(length, at + direction * frames));
    }
}
