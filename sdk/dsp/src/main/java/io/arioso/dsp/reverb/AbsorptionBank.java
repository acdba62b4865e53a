package io.arioso.dsp.reverb;

import java.util.Arrays;

/**
 * The losses of 16 lines: a gain and up to five second-order sections each, a section of four lines at a
 * time: one recursion alone would wait for itself.
 *
 * <p>A section is y = x + p, p' = q + c1 x - a1 p, q' = c2 x - a2 p with c = b - a and b0 = 1: transposed direct form II
 * without the product that the recursion would wait for.
 */
final class AbsorptionBank {
    private static final int LINES = HadamardMatrix.ROWS;
    private static final int SLOTS = DecayCurve.SHELVES;
    private static final int TOGETHER = 4;

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
        for (int line = 0; line < LINES; line += TOGETHER) {
            for (int i = 0; i < TOGETHER; i++) {
                scale(rows[line + i], (float) gains[line + i], frames);
            }
            for (int section = 0; section < sections; section++) {
                pass(rows[line], rows[line + 1], rows[line + 2], rows[line + 3], line * SLOTS + section, frames);
            }
        }
    }

    private static void scale(float[] row, float gain, int frames) {
        for (int i = 0; i < frames; i++) {
            row[i] *= gain;
        }
    }

    /** One section of four lines; {@code slot} is that of the first. */
    private void pass(float[] a, float[] b, float[] c, float[] d, int slot, int frames) {
        final int slotB = slot + SLOTS;
        final int slotC = slotB + SLOTS;
        final int slotD = slotC + SLOTS;
        double pA = stateP[slot];
        double qA = stateQ[slot];
        double pB = stateP[slotB];
        double qB = stateQ[slotB];
        double pC = stateP[slotC];
        double qC = stateQ[slotC];
        double pD = stateP[slotD];
        double qD = stateQ[slotD];
        final double c1A = c1[slot], c2A = c2[slot], a1A = a1[slot], a2A = a2[slot];
        final double c1B = c1[slotB], c2B = c2[slotB], a1B = a1[slotB], a2B = a2[slotB];
        final double c1C = c1[slotC], c2C = c2[slotC], a1C = a1[slotC], a2C = a2[slotC];
        final double c1D = c1[slotD], c2D = c2[slotD], a1D = a1[slotD], a2D = a2[slotD];
        for (int i = 0; i < frames; i++) {
            double x = a[i];
            a[i] = (float) (x + pA);
            double next = (c1A * x + qA) + a1A * pA;
            qA = c2A * x + a2A * pA;
            pA = next;
            x = b[i];
            b[i] = (float) (x + pB);
            next = (c1B * x + qB) + a1B * pB;
            qB = c2B * x + a2B * pB;
            pB = next;
            x = c[i];
            c[i] = (float) (x + pC);
            next = (c1C * x + qC) + a1C * pC;
            qC = c2C * x + a2C * pC;
            pC = next;
            x = d[i];
            d[i] = (float) (x + pD);
            next = (c1D * x + qD) + a1D * pD;
            qD = c2D * x + a2D * pD;
            pD = next;
        }
        stateP[slot] = pA;
        stateQ[slot] = qA;
        stateP[slotB] = pB;
        stateQ[slotB] = qB;
        stateP[slotC] = pC;
        stateQ[slotC] = qC;
        stateP[slotD] = pD;
        stateQ[slotD] = qD;
    }
}
