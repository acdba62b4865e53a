package io.arioso.dsp.meter;

import java.util.Arrays;

/**
 * The K-weighting filter of ITU-R BS.1770 for one or two channels, and the energy of what passes it.
 *
 * <p>A high shelf (the head) and a high pass (the revised low-frequency B curve) in series. The standard prints
 * coefficients for 48 kHz only; the analog prototype behind them, bilinear-transformed with prewarping, gives every
 * other rate and the printed digits at 48 kHz. Runs in state-space form, in which the recursion is one multiply and
 * one add long: {@code y = b0 x + p, p' = (c1 x + q) - a1 p, q' = c2 x - a2 p}, {@code c = b - a b0}.
 *
 * <p>Sums sample by sample, so blocks may be cut anywhere. Samples that are not finite count as silence. No allocation
 * after construction, one thread.
 */
public final class KWeighting {
    private static final double SHELF_HZ = 1681.974450955533;
    private static final double SHELF_DB = 3.999843853973347;
    private static final double SHELF_Q = 0.7071752369554196;
    private static final double SHELF_BAND_POWER = 0.4996667741545416;
    private static final double HIGH_PASS_HZ = 38.13547087602444;
    private static final double HIGH_PASS_Q = 0.5003270373238773;
    private static final double DENORMAL = 1e-30;
    private static final int REPAIR_BLOCK = 256;

    private final double shelfB0;
    private final double shelfC1;
    private final double shelfC2;
    private final double shelfA1;
    private final double shelfA2;
    private final double passC1;
    private final double passC2;
    private final double passA1;
    private final double passA2;

    // p and q of the shelf, then of the high pass.
    private final double[] left = new double[4];
    private final double[] right = new double[4];
    private double leftEnergy;
    private double rightEnergy;
    private final float[] leftRepaired = new float[REPAIR_BLOCK];
    private final float[] rightRepaired = new float[REPAIR_BLOCK];

    /** A filter at {@code sampleRate} Hz. */
    public KWeighting(double sampleRate) {
        double k = StrictMath.tan(StrictMath.PI * SHELF_HZ / sampleRate);
        double high = StrictMath.pow(10, SHELF_DB / 20);
        double band = StrictMath.pow(high, SHELF_BAND_POWER);
        double a0 = 1 + k / SHELF_Q + k * k;
        shelfA1 = 2 * (k * k - 1) / a0;
        shelfA2 = (1 - k / SHELF_Q + k * k) / a0;
        shelfB0 = (high + band * k / SHELF_Q + k * k) / a0;
        shelfC1 = 2 * (k * k - high) / a0 - shelfA1 * shelfB0;
        shelfC2 = (high - band * k / SHELF_Q + k * k) / a0 - shelfA2 * shelfB0;

        // The standard leaves the high pass un-normalised: b = 1, -2, 1.
        k = StrictMath.tan(StrictMath.PI * HIGH_PASS_HZ / sampleRate);
        a0 = 1 + k / HIGH_PASS_Q + k * k;
        passA1 = 2 * (k * k - 1) / a0;
        passA2 = (1 - k / HIGH_PASS_Q + k * k) / a0;
        passC1 = -2 - passA1;
        passC2 = 1 - passA2;
    }

    /** Forgets signal and energy. [audio-thread] */
    public void reset() {
        Arrays.fill(left, 0);
        Arrays.fill(right, 0);
        clearEnergy();
    }

    /** Sum of squares of the weighted first channel since {@link #clearEnergy}. */
    double leftEnergy() {
        return leftEnergy;
    }

    /** Sum of squares of the weighted second channel since {@link #clearEnergy}. */
    double rightEnergy() {
        return rightEnergy;
    }

    /** Starts a new sum, and drops state too small to hear so that silence never runs on denormals. */
    public void clearEnergy() {
        leftEnergy = 0;
        rightEnergy = 0;
        for (int i = 0; i < 4; i++) {
            left[i] = Math.abs(left[i]) < DENORMAL ? 0 : left[i];
            right[i] = Math.abs(right[i]) < DENORMAL ? 0 : right[i];
        }
    }

    /** Adds one channel; returns how many samples were not finite. [audio-thread] */
    int process(float[] mono, int at, int frames) {
        if (filterMono(mono, at, frames)) {
            return 0;
        }
        int found = 0;
        for (int done = 0; done < frames; done += REPAIR_BLOCK) {
            int n = Math.min(REPAIR_BLOCK, frames - done);
            found += repair(mono, at + done, leftRepaired, n);
            filterMono(leftRepaired, 0, n);
        }
        return found;
    }

    /** Adds two channels in one pass; returns how many samples were not finite. [audio-thread] */
    int process(float[] first, float[] second, int at, int frames) {
        if (filterPair(first, second, at, frames)) {
            return 0;
        }
        int found = 0;
        for (int done = 0; done < frames; done += REPAIR_BLOCK) {
            int n = Math.min(REPAIR_BLOCK, frames - done);
            found += repair(first, at + done, leftRepaired, n) + repair(second, at + done, rightRepaired, n);
            filterPair(leftRepaired, rightRepaired, 0, n);
        }
        return found;
    }

    /**
     * Writes the weighted samples of one channel to the start of {@code out} instead of summing them. [audio-thread]
     *
     * @param mono finite samples, read from {@code at}
     */
    public void weight(float[] mono, int at, double[] out, int frames) {
        double p = left[0];
        double q = left[1];
        double u = left[2];
        double v = left[3];
        for (int i = 0; i < frames; i++) {
            double x = mono[at + i];
            double shelved = shelfB0 * x + p;
            double pNext = (shelfC1 * x + q) - shelfA1 * p;
            q = shelfC2 * x - shelfA2 * p;
            p = pNext;
            out[i] = shelved + u;
            double uNext = (passC1 * shelved + v) - passA1 * u;
            v = passC2 * shelved - passA2 * u;
            u = uNext;
        }
        left[0] = p;
        left[1] = q;
        left[2] = u;
        left[3] = v;
    }

    // Leaves everything as it was and returns false when a sample was not finite: it would stay in the recursion for
    // ever, so it shows in the sums at the end, and looking there costs nothing per sample.
    private boolean filterPair(float[] first, float[] second, int at, int frames) {
        double b0 = shelfB0;
        double c1 = shelfC1;
        double c2 = shelfC2;
        double a1 = shelfA1;
        double a2 = shelfA2;
        double d1 = passC1;
        double d2 = passC2;
        double e1 = passA1;
        double e2 = passA2;
        double lp = left[0];
        double lq = left[1];
        double lu = left[2];
        double lv = left[3];
        double lSum = leftEnergy;
        double rp = right[0];
        double rq = right[1];
        double ru = right[2];
        double rv = right[3];
        double rSum = rightEnergy;
        for (int i = at; i < at + frames; i++) {
            double lx = first[i];
            double lShelved = b0 * lx + lp;
            double lpNext = (c1 * lx + lq) - a1 * lp;
            lq = c2 * lx - a2 * lp;
            lp = lpNext;
            double ly = lShelved + lu;
            double luNext = (d1 * lShelved + lv) - e1 * lu;
            lv = d2 * lShelved - e2 * lu;
            lu = luNext;
            lSum += ly * ly;

            double rx = second[i];
            double rShelved = b0 * rx + rp;
            double rpNext = (c1 * rx + rq) - a1 * rp;
            rq = c2 * rx - a2 * rp;
            rp = rpNext;
            double ry = rShelved + ru;
            double ruNext = (d1 * rShelved + rv) - e1 * ru;
            rv = d2 * rShelved - e2 * ru;
            ru = ruNext;
            rSum += ry * ry;
        }
        if (!(lSum + rSum < Double.POSITIVE_INFINITY)) {
            return false;
        }
        left[0] = lp;
        left[1] = lq;
        left[2] = lu;
        left[3] = lv;
        leftEnergy = lSum;
        right[0] = rp;
        right[1] = rq;
        right[2] = ru;
        right[3] = rv;
        rightEnergy = rSum;
        return true;
    }

    private boolean filterMono(float[] first, int at, int frames) {
        double b0 = shelfB0;
        double c1 = shelfC1;
        double c2 = shelfC2;
        double a1 = shelfA1;
        double a2 = shelfA2;
        double d1 = passC1;
        double d2 = passC2;
        double e1 = passA1;
        double e2 = passA2;
        double lp = left[0];
        double lq = left[1];
        double lu = left[2];
        double lv = left[3];
        double lSum = leftEnergy;
        for (int i = at; i < at + frames; i++) {
            double lx = first[i];
            double lShelved = b0 * lx + lp;
            double lpNext = (c1 * lx + lq) - a1 * lp;
            lq = c2 * lx - a2 * lp;
            lp = lpNext;
            double ly = lShelved + lu;
            double luNext = (d1 * lShelved + lv) - e1 * lu;
            lv = d2 * lShelved - e2 * lu;
            lu = luNext;
            lSum += ly * ly;
        }
        if (!(lSum < Double.POSITIVE_INFINITY)) {
            return false;
        }
        left[0] = lp;
        left[1] = lq;
        left[2] = lu;
        left[3] = lv;
        leftEnergy = lSum;
        return true;
    }

    private static int repair(float[] in, int at, float[] repaired, int frames) {
        int found = 0;
        for (int i = 0; i < frames; i++) {
            float x = in[at + i];
            boolean finite = Math.abs(x) <= Float.MAX_VALUE;
            repaired[i] = finite ? x : 0;
            found += finite ? 0 : 1;
        }
        return found;
    }
}
