package io.arioso.plugins.widener;

/**
 * Closes when a sound begins and opens when its attack is over, so that a transient stays in the middle. [audio-thread]
 *
 * <p>An onset is where the power of the last 1.5 ms rises above that of the last 80 ms by a ratio that the sensitivity
 * sets. The gate is shut 1 ms later, stays shut for 30 ms, which is how long the decorrelator remembers, and is open
 * after another 40 ms.
 */
final class OnsetGate {
    private static final double FAST_SECONDS = 0.0015;
    private static final double SLOW_SECONDS = 0.08;
    private static final double SHUT_SECONDS = 0.001;
    private static final double HOLD_SECONDS = 0.03;
    private static final double OPEN_SECONDS = 0.04;
    /** The ratio of powers at 0 % and at 100 %. */
    private static final double LEAST_SENSITIVE = 32;
    private static final double MOST_SENSITIVE = 4;
    /** Power of -100 dBFS: quieter sounds have no onset. */
    private static final double FLOOR = 1e-10;
    private static final double SMALLEST = 1e-30;

    private final double fast;
    private final double slow;
    private final float shut;
    private final float open;
    private final int holdFrames;
    private boolean on;
    private double ratio;
    private double fastPower;
    private double slowPower;
    private int held;
    private float gain = 1;

    OnsetGate(double sampleRate) {
        fast = 1 - StrictMath.exp(-1 / (FAST_SECONDS * sampleRate));
        slow = 1 - StrictMath.exp(-1 / (SLOW_SECONDS * sampleRate));
        shut = (float) Math.min(1, 1 / (SHUT_SECONDS * sampleRate));
        open = (float) Math.min(1, 1 / (OPEN_SECONDS * sampleRate));
        holdFrames = (int) (HOLD_SECONDS * sampleRate);
    }

    /** Switches it and says how readily it closes, 0..100 %. */
    void set(boolean newOn, double sensitivityPercent) {
        if (newOn && !on) {
            fastPower = 0;
            slowPower = 0;
        }
        on = newOn;
        ratio = LEAST_SENSITIVE / (1 + sensitivityPercent / 100 * (LEAST_SENSITIVE / MOST_SENSITIVE - 1));
    }

    /** Whether it leaves what it is applied to alone. */
    boolean isOpen() {
        return !on && gain == 1;
    }

    /** Multiplies {@code x} with the gate that {@code key} opens and closes. */
    void process(float[] key, float[] x, int frames) {
        double quick = fastPower;
        double slowly = slowPower;
        int hold = held;
        float g = gain;
        for (int i = 0; i < frames; i++) {
            double power = (double) key[i] * key[i];
            quick += fast * (power - quick);
            slowly += slow * (power - slowly);
            hold = on && quick > ratio * slowly + FLOOR ? holdFrames : hold - 1;
            g = hold > 0 ? Math.max(0, g - shut) : Math.min(1, g + open);
            x[i] = x[i] * g;
        }
        fastPower = quick;
        slowPower = slowly;
        held = Math.max(0, hold);
        gain = g;
    }

    /** Drops powers too small to matter; called at frames that do not depend on blocks. */
    void flush() {
        fastPower = fastPower < SMALLEST ? 0 : fastPower;
        slowPower = slowPower < SMALLEST ? 0 : slowPower;
    }

    /** Forgets all sound. */
    void reset() {
        on = false;
        fastPower = 0;
        slowPower = 0;
        held = 0;
        gain = 1;
    }
}
