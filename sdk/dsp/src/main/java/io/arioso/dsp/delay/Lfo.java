package io.arioso.dsp.delay;

/**
 * A slow sine: phase in double, no drift, arithmetic only. Its rate may change at any frame; the phase goes on from
 * where it is.
 */
public final class Lfo {
    private static final double QUARTER = 0.25;
    /** Taylor coefficients of sin(2π t), t to the 1st, 3rd … 15th power. */
    private static final double[] SINE = new double[8];

    static {
        double term = 2 * StrictMath.PI;
        for (int i = 0; i < SINE.length; i++) {
            SINE[i] = term;
            term *= -4 * StrictMath.PI * StrictMath.PI / ((2 * i + 2) * (2 * i + 3));
        }
    }

    private final double sampleRate;
    private final double startTurns;
    private double turnsPerFrame;
    private double turns;

    /** An oscillator at rest that starts {@code startTurns} (0..1) of a turn after the sine's zero. */
    public Lfo(double sampleRate, double startTurns) {
        if (!(startTurns >= 0 && startTurns < 1)) {
            throw new IllegalArgumentException("start of an LFO: " + startTurns + " turns is outside 0..1");
        }
        this.sampleRate = sampleRate;
        this.startTurns = startTurns;
        turns = startTurns;
    }

    /** Sets the rate in hertz, 0 to half the sample rate. [audio-thread] */
    public void setRate(double hertz) {
        if (!(hertz >= 0 && hertz <= sampleRate / 2)) {
            throw new IllegalArgumentException("rate of an LFO: " + hertz + " Hz is outside 0.." + sampleRate / 2);
        }
        turnsPerFrame = hertz / sampleRate;
    }

    /** Writes the next {@code frames} values, -1..1, to the start of {@code values}. [audio-thread] */
    public void fill(double[] values, int frames) {
        double at = turns;
        double step = turnsPerFrame;
        for (int i = 0; i < frames; i++) {
            values[i] = sine(at);
            at += step;
            if (at >= 1) {
                at -= 1;
            }
        }
        turns = at;
    }

    /** sin(2π t) for t in 0..1, within 1e-11. [any-thread] */
    public static double sine(double t) {
        // Folded to a quarter turn on either side of zero: sin(π - x) = sin x.
        double x = t <= QUARTER ? t : t <= 3 * QUARTER ? 0.5 - t : t - 1;
        double s = x * x;
        double sum = SINE[7];
        for (int i = 6; i >= 0; i--) {
            sum = sum * s + SINE[i];
        }
        return x * sum;
    }

    /** Goes back to the start. [audio-thread] */
    public void reset() {
        turns = startTurns;
    }
}
