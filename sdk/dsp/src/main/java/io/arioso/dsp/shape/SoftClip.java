package io.arioso.dsp.shape;

/**
 * Rounds off what is louder than a knee, and never exceeds a ceiling.
 *
 * <p>Up to the knee the curve is {@code drive * x}, exactly; above it
 * {@code knee + e / sqrt(1 + (e / room)^2)}, where {@code e} is the excess over the knee and {@code room} what is left
 * to the ceiling. Value, slope and bend are continuous at the knee, the curve is odd, monotone and tends to the
 * ceiling. It has no memory and needs no function but the square root, which is exact everywhere.
 *
 * <p>Its harmonics fold back unless it runs inside an {@link io.arioso.dsp.resample.Oversampler} or as an
 * {@link AntialiasedSoftClip}. One instance serves one thread, and any number of channels.
 */
public final class SoftClip {
    /** Excess, in rooms, beyond which the curve is the ceiling; keeps the square finite. */
    private static final float FAR = 1e4f;

    private float drive = 1;
    private float ceiling = 1;
    private float knee = 0.5f;

    /** A curve with drive 1, ceiling 1 and its knee at half the ceiling. */
    public SoftClip() {
    }

    /** Sets the gain in front of the curve, linear, above 0. [audio-thread] */
    public void setDrive(double drive) {
        if (!(drive > 0)) {
            throw new IllegalArgumentException("drive: " + drive + " is not above 0");
        }
        this.drive = (float) drive;
    }

    /**
     * Sets the largest magnitude that comes out, and where bending begins. [audio-thread]
     *
     * @param ceiling linear, above 0
     * @param knee    share of the ceiling up to which the sound stays as it is: 0 (all is bent) to below 1 (hard)
     */
    public void setCeiling(double ceiling, double knee) {
        if (!(ceiling > 0)) {
            throw new IllegalArgumentException("ceiling: " + ceiling + " is not above 0");
        }
        if (!(knee >= 0 && knee < 1)) {
            throw new IllegalArgumentException("knee: " + knee + " is outside 0..below 1");
        }
        this.ceiling = (float) ceiling;
        this.knee = (float) (knee * ceiling);
    }

    /** Shapes {@code audio[from..from + frames)} in place; NaN stays NaN. [audio-thread] */
    public void process(float[] audio, int from, int frames) {
        float gain = drive;
        float top = ceiling;
        float bend = knee;
        float room = top - bend;
        float far = room * FAR;
        float perRoom = 1 / room;
        for (int i = from; i < from + frames; i++) {
            float x = audio[i] * gain;
            float magnitude = Math.abs(x);
            float excess = Math.min(Math.max(magnitude - bend, 0f), far);
            float rooms = excess * perRoom;
            float bent = Math.min(magnitude, bend) + excess / (float) Math.sqrt(1 + rooms * rooms);
            audio[i] = Math.copySign(Math.min(bent, top), x);
        }
    }

    double drive() {
        return drive;
    }

    /** The curve without drive, in double. */
    double bend(double x) {
        double excess = Math.abs(x) - knee;
        if (!(excess > 0)) {
            return x;
        }
        double rooms = excess / (ceiling - knee);
        return Math.copySign(knee + excess / Math.sqrt(1 + rooms * rooms), x);
    }

    /** What the curve takes off, {@code bend(x) - x}, integrated from 0 to {@code x}; even, at most 0. */
    double integralOfLoss(double x) {
        double excess = Math.abs(x) - knee;
        if (!(excess > 0)) {
            return 0;
        }
        double room = (double) ceiling - knee;
        double rooms = excess / room;
        // room^2 (sqrt(1 + r^2) - 1) - excess^2 / 2, written so that small excesses do not cancel.
        double root = Math.sqrt(1 + rooms * rooms);
        return excess * excess * (1 / (root + 1) - 0.5);
    }
}
