package io.arioso.dsp.reverb;

import java.util.Arrays;

/**
 * The losses of 16 lines: a gain and up to five second-order sections each, two lines and two sections at a time so that
 * the processor always has four recursions to choose from.
 *
 * <p>A section is y = x + p, p' = q + c1 x - a1 p, q' = c2 x - a2 p with c = b - a and b0 = 1: transposed direct form II
 * without the product that the recursion would wait for.
 */
final class AbsorptionBank {
    private static final int LINES = HadamardMatrix.ROWS;
    private static final int SLOTS = DecayCurve.SHELVES + 1;

    private final double[] gains = new double[LINES];
    private final double[] c1 = new double[LINES * SLOTS];
    private final double[] c2 = new double[LINES * SLOTS];
    private final double[] a1 = new double[LINES * SLOTS];
    private final double[] a2 = new double[LINES * SLOTS];
    private final double[] stateP = new double[LINES * SLOTS];
    private final double[] stateQ = new double[LINES * SLOTS];
    private int sections;

    /** Starts a design: all lines have so many sections, all at rest. */
    void begin(int newSections) {
        sections = newSections;
        Arrays.fill(c1, 0);
        Arrays.fill(c2, 0);
        Arrays.fill(a1, 0);
        Arrays.fill(a2, 0);
        clear();
    }

    void setGain(int line, double gain) {
        gains[line] = gain;
    }

    /** Sets a section with b0 = a0 = 1. */
    void setSection(int line, int section, double b1, double b2, double a1, double a2) {
        int slot = line * SLOTS + section;
        this.c1[slot] = b1 - a1;
        this.c2[slot] = b2 - a2;
        this.a1[slot] = -a1;
        this.a2[slot] = -a2;
    }

    void clear() {
        Arrays.fill(stateP, 0);
        Arrays.fill(stateQ, 0);
    }

    /** Filters all rows in place. */
    void process(float[][] rows, int frames) {
        for (int line = 0; line < LINES; line += 2) {
            float[] a = rows[line];
            float[] b = rows[line + 1];
            scale(a, (float) gains[line], b, (float) gains[line + 1], frames);
            int slot = line * SLOTS;
            for (int section = 0; section < sections; section += 2) {
                pass(a, b, slot + section, slot + SLOTS + section, frames);
            }
        }
    }

    private static void scale(float[] a, float gainA, float[] b, float gainB, int frames) {
        for (int i = 0; i < frames; i++) {
            a[i] *= gainA;
            b[i] *= gainB;
        }
    }

    /** Sections s and s + 1 of line A, and t and t + 1 of line B. */
    private void pass(float[] a, float[] b, int s, int t, int frames) {
        double sp = stateP[s];
        double sq = stateQ[s];
        double sp1 = stateP[s + 1];
        double sq1 = stateQ[s + 1];
        double tp = stateP[t];
        double tq = stateQ[t];
        double tp1 = stateP[t + 1];
        double tq1 = stateQ[t + 1];
        final double sc1 = c1[s], sc2 = c2[s], sa1 = a1[s], sa2 = a2[s];
        final double sd1 = c1[s + 1], sd2 = c2[s + 1], sb1 = a1[s + 1], sb2 = a2[s + 1];
        final double tc1 = c1[t], tc2 = c2[t], ta1 = a1[t], ta2 = a2[t];
        final double td1 = c1[t + 1], td2 = c2[t + 1], tb1 = a1[t + 1], tb2 = a2[t + 1];
        for (int i = 0; i < frames; i++) {
            double x = a[i];
            double y = x + sp;
            double next = (sc1 * x + sq) + sa1 * sp;
            sq = sc2 * x + sa2 * sp;
            sp = next;
            a[i] = (float) (y + sp1);
            next = (sd1 * y + sq1) + sb1 * sp1;
            sq1 = sd2 * y + sb2 * sp1;
            sp1 = next;
            x = b[i];
            y = x + tp;
            next = (tc1 * x + tq) + ta1 * tp;
            tq = tc2 * x + ta2 * tp;
            tp = next;
            b[i] = (float) (y + tp1);
            next = (td1 * y + tq1) + tb1 * tp1;
            tq1 = td2 * y + tb2 * tp1;
            tp1 = next;
        }
        stateP[s] = sp;
        stateQ[s] = sq;
        stateP[s + 1] = sp1;
        stateQ[s + 1] = sq1;
        stateP[t] = tp;
        stateQ[t] = tq;
        stateP[t + 1] = tp1;
        stateQ[t + 1] = tq1;
    }
}
