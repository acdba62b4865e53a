package io.arioso.dsp.filter;

import java.util.Arrays;

/**
 * Turns one channel into two that are a quarter of a period apart at every frequency between 20 Hz and as much below
 * the Nyquist frequency, each as loud as the input: the sum of their squares is the envelope, without ripple.
 *
 * <p>Two chains of second-order all-passes, {@code y = c (x + y[n-2]) - x[n-2]}. Their coefficients are those of an
 * elliptic half-band filter, moved by a quarter of the rate; closed form by theta series after Valenzuela and
 * Constantinides, "Digital signal processing schemes for efficient interpolation and decimation", IEE Proc. G 130,
 * 1983. Twelve sections: over the whole band the phase is right within 0.001 rad at 48 kHz, 0.002 at 96 and 0.004 at
 * 192 kHz. Group delay falls from some milliseconds at 20 Hz to a frame.
 *
 * <p>Per frame in double; states below 1e-13 (-260 dB) become 0 on a grid counted from reset, so no split into blocks
 * changes a bit. One instance serves one channel and one thread.
 */
public final class HilbertPair {
    private static final double LOWEST_HZ = 20;
    /** Its square is far from a denormal number too. */
    private static final double SILENCE = 1e-13;
    private static final int GRID = 64;
    /** Sections of one pass: two of each chain. */
    private static final int PASS = 4;
    private static final int SECTIONS = 3 * PASS;
    /** One and two frames ago: input, middle and output of two sections, for each of both chains. */
    private static final int STATES = 12;

    private final double[] coefficients;
    private final double[][] states;
    private final double[] straight = new double[GRID];
    private final double[] turned = new double[GRID];
    private double lastInput;
    private int clock;

    /** A pair for {@code sampleRate}, above 200 Hz. */
    public HilbertPair(double sampleRate) {
        if (!(sampleRate > 10 * LOWEST_HZ && sampleRate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("sample rate: " + sampleRate + " Hz is not above " + 10 * LOWEST_HZ);
        }
        coefficients = design(SECTIONS, LOWEST_HZ / sampleRate);
        states = new double[coefficients.length / PASS][STATES];
    }

    private static double[] design(int sections, double transition) {
        double root = StrictMath.tan((1 - 4 * transition) * StrictMath.PI / 4);
        double modulus = root * root;
        double nome = nome(modulus);
        double[] designed = new double[sections];
        for (int i = 0; i < sections; i++) {
            double w = theta(nome, (i + 1) * StrictMath.PI / (2 * sections + 1));
            double squared = w * w;
            double x = StrictMath.sqrt((1 - squared * modulus) * (1 - squared / modulus)) / (1 + squared);
            designed[i] = (1 - x) / (1 + x);
        }
        return designed;
    }

    private static double nome(double modulus) {
        double root = StrictMath.sqrt(StrictMath.sqrt(1 - modulus * modulus));
        double e = 0.5 * (1 - root) / (1 + root);
        double fourth = e * e * e * e;
        return e * (1 + fourth * (2 + fourth * (15 + 150 * fourth)));
    }

    private static double theta(double nome, double angle) {
        double above = 0;
        double below = 0.5;
        double sign = 1;
        for (int i = 0; i < 20; i++, sign = -sign) {
            above += sign * StrictMath.pow(nome, i * (i + 1)) * StrictMath.sin((2 * i + 1) * angle);
            below += i == 0 ? 0 : sign * StrictMath.pow(nome, i * i) * StrictMath.cos(2 * i * angle);
        }
        return StrictMath.sqrt(StrictMath.sqrt(nome)) * above / below;
    }

    /** Writes the squared envelope of {@code in[from..from + frames)} to the start of {@code power}. [audio-thread] */
    public void envelopePower(float[] in, int from, double[] power, int frames) {
        for (int done = 0; done < frames; ) {
            int count = Math.min(frames - done, GRID - clock);
            turn(in, from + done, count);
            for (int i = 0; i < count; i++) {
                power[done + i] = straight[i] * straight[i] + turned[i] * turned[i];
            }
            done += count;
        }
    }

    /** Writes both channels of the pair; the second follows the first by a quarter of a period. [audio-thread] */
    public void process(float[] in, int from, double[] first, double[] second, int frames) {
        for (int done = 0; done < frames; ) {
            int count = Math.min(frames - done, GRID - clock);
            turn(in, from + done, count);
            System.arraycopy(straight, 0, first, done, count);
            System.arraycopy(turned, 0, second, done, count);
            done += count;
        }
    }

    private void turn(float[] in, int from, int count) {
        double last = lastInput;
        for (int i = 0; i < count; i++) {
            double x = in[from + i];
            straight[i] = x;
            turned[i] = last;
            last = x;
        }
        lastInput = last;
        for (int pass = 0; pass < states.length; pass++) {
            pass(states[pass], pass * PASS, count);
        }
        clock = clock + count & GRID - 1;
        if (clock == 0) {
            flush();
        }
    }

    private void pass(double[] s, int at, int count) {
        double a0 = coefficients[at];
        double b0 = coefficients[at + 1];
        double a1 = coefficients[at + 2];
        double b1 = coefficients[at + 3];
        double[] a = straight;
        double[] b = turned;
        double ax1 = s[0];
        double ax2 = s[1];
        double am1 = s[2];
        double am2 = s[3];
        double ay1 = s[4];
        double ay2 = s[5];
        double bx1 = s[6];
        double bx2 = s[7];
        double bm1 = s[8];
        double bm2 = s[9];
        double by1 = s[10];
        double by2 = s[11];
        for (int i = 0; i < count; i++) {
            double ax = a[i];
            double bx = b[i];
            double am = a0 * (ax + am2) - ax2;
            double bm = b0 * (bx + bm2) - bx2;
            double ay = a1 * (am + ay2) - am2;
            double by = b1 * (bm + by2) - bm2;
            ax2 = ax1;
            ax1 = ax;
            am2 = am1;
            am1 = am;
            ay2 = ay1;
            ay1 = ay;
            bx2 = bx1;
            bx1 = bx;
            bm2 = bm1;
            bm1 = bm;
            by2 = by1;
            by1 = by;
            a[i] = ay;
            b[i] = by;
        }
        s[0] = ax1;
        s[1] = ax2;
        s[2] = am1;
        s[3] = am2;
        s[4] = ay1;
        s[5] = ay2;
        s[6] = bx1;
        s[7] = bx2;
        s[8] = bm1;
        s[9] = bm2;
        s[10] = by1;
        s[11] = by2;
    }

    private void flush() {
        for (double[] s : states) {
            for (int i = 0; i < s.length; i++) {
                s[i] = Math.abs(s[i]) < SILENCE ? 0 : s[i];
            }
        }
    }

    /** Forgets the past. [audio-thread] */
    public void reset() {
        for (double[] s : states) {
            Arrays.fill(s, 0);
        }
        lastInput = 0;
        clock = 0;
    }
}
