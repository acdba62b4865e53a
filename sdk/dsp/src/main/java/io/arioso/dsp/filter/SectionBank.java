package io.arioso.dsp.filter;

import java.util.Arrays;

/**
 * The second-order sections of all bands of an equaliser, coefficients and states, as plain arrays by slot.
 *
 * <p>A settled slot is {@code y = b0 x + p, p' = a1 p + (c1 x + q), q' = a2 p + c2 x}, a biquad in the state-space form
 * whose recursion is one multiply and one add long (a1, a2 with the sign turned, c = b - a b0). A moving slot is the
 * same filter as a {@link StateVariableForm} on its way to another one. No allocation after construction.
 */
final class SectionBank {
    private static final double SMALLEST = 1e-30;
    private static final double LARGEST = 1e9;

    final double[] b0;
    final double[] c1;
    final double[] c2;
    final double[] a1;
    final double[] a2;

    final double[] g;
    final double[] k;
    final double[] m0;
    final double[] m1;
    final double[] m2;
    final double[] gMove;
    final double[] kMove;
    final double[] m0Move;
    final double[] m1Move;
    final double[] m2Move;

    /** States by channel and slot: p and q of a settled slot, s1 and s2 of a moving one. */
    final double[][] first;
    final double[][] second;

    private final StateVariableForm form = new StateVariableForm();

    SectionBank(int slots, int channels) {
        b0 = new double[slots];
        c1 = new double[slots];
        c2 = new double[slots];
        a1 = new double[slots];
        a2 = new double[slots];
        g = new double[slots];
        k = new double[slots];
        m0 = new double[slots];
        m1 = new double[slots];
        m2 = new double[slots];
        gMove = new double[slots];
        kMove = new double[slots];
        m0Move = new double[slots];
        m1Move = new double[slots];
        m2Move = new double[slots];
        first = new double[channels][slots];
        second = new double[channels][slots];
    }

    /** Makes a slot a settled section; its states stay. */
    void settle(int slot, BiquadList list, int i) {
        b0[slot] = list.b0[i];
        a1[slot] = -list.a1[i];
        a2[slot] = -list.a2[i];
        c1[slot] = list.b1[i] - list.a1[i] * list.b0[i];
        c2[slot] = list.b2[i] - list.a2[i] * list.b0[i];
    }

    /** Sets a slot in motion from one section to another, carrying the state over. */
    void move(int slot, BiquadList from, BiquadList to, int i) {
        if (i < from.size()) {
            set(from, i);
            for (int channel = 0; channel < first.length; channel++) {
                form.first = first[channel][slot];
                form.second = second[channel][slot];
                form.toStateVariables();
                first[channel][slot] = form.first;
                second[channel][slot] = form.second;
            }
        } else {
            set(to, i);
            becomeNeutral();
            clear(slot);
        }
        g[slot] = form.g;
        k[slot] = form.k;
        m0[slot] = form.m0;
        m1[slot] = form.m1;
        m2[slot] = form.m2;
        if (i < to.size()) {
            set(to, i);
        } else {
            becomeNeutral();
        }
        gMove[slot] = form.g - g[slot];
        kMove[slot] = form.k - k[slot];
        m0Move[slot] = form.m0 - m0[slot];
        m1Move[slot] = form.m1 - m1[slot];
        m2Move[slot] = form.m2 - m2[slot];
    }

    /** Ends the motion of a slot at a section, carrying the state over. */
    void arrive(int slot, BiquadList at, int i) {
        set(at, i);
        for (int channel = 0; channel < first.length; channel++) {
            form.first = first[channel][slot];
            form.second = second[channel][slot];
            form.toDirectState();
            first[channel][slot] = form.first;
            second[channel][slot] = form.second;
        }
        settle(slot, at, i);
    }

    /** Makes a slot the section that ran in a later one, with its state. */
    void replace(int slot, int from, BiquadList list, int i) {
        for (int channel = 0; channel < first.length; channel++) {
            first[channel][slot] = first[channel][from];
            second[channel][slot] = second[channel][from];
        }
        settle(slot, list, i);
    }

    /** Forgets the signal of a slot. */
    void clear(int slot) {
        for (int channel = 0; channel < first.length; channel++) {
            first[channel][slot] = 0;
            second[channel][slot] = 0;
        }
    }

    /** Forgets the signal of all slots. */
    void clear() {
        for (int channel = 0; channel < first.length; channel++) {
            Arrays.fill(first[channel], 0);
            Arrays.fill(second[channel], 0);
        }
    }

    /** Drops states that are too small to hear, and those that no sound leaves behind: infinite, or not a number. */
    void flush(int from, int to) {
        for (int channel = 0; channel < first.length; channel++) {
            flush(first[channel], from, to);
            flush(second[channel], from, to);
        }
    }

    private static void flush(double[] state, int from, int to) {
        for (int slot = from; slot < to; slot++) {
            double size = Math.abs(state[slot]);
            if (!(size >= SMALLEST && size <= LARGEST)) {
                state[slot] = 0;
            }
        }
    }

    private void set(BiquadList list, int i) {
        form.set(list.b0[i], list.b1[i], list.b2[i], list.a1[i], list.a2[i]);
    }

    private void becomeNeutral() {
        form.m0 = 1;
        form.m1 = 0;
        form.m2 = 0;
    }
}
