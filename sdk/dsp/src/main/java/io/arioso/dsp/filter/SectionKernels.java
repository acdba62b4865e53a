package io.arioso.dsp.filter;

/**
 * The loops that run sections: two settled sections on two channels at a time, the shape that keeps a scalar core busy;
 * one channel or one section where there are no more. Arithmetic per frame only, so that blocks may be cut anywhere.
 * States go into locals, the loop runs, states go back. [audio-thread]
 */
final class SectionKernels {
    private SectionKernels() {
    }

    /** Sections i and k in series on two channels. */
    static void settledPair(SectionBank bank, int i, int k, int left, double[] x, int right, double[] y,
                            int from, int to) {
        double ib0 = bank.b0[i];
        double ic1 = bank.c1[i];
        double ic2 = bank.c2[i];
        double ia1 = bank.a1[i];
        double ia2 = bank.a2[i];
        double kb0 = bank.b0[k];
        double kc1 = bank.c1[k];
        double kc2 = bank.c2[k];
        double ka1 = bank.a1[k];
        double ka2 = bank.a2[k];
        double[] p1 = bank.first[left];
        double[] q1 = bank.second[left];
        double[] p2 = bank.first[right];
        double[] q2 = bank.second[right];
        double ip = p1[i];
        double iq = q1[i];
        double kp = p1[k];
        double kq = q1[k];
        double jp = p2[i];
        double jq = q2[i];
        double lp = p2[k];
        double lq = q2[k];
        for (int frame = from; frame < to; frame++) {
            double u = x[frame];
            double v = ib0 * u + ip;
            double next = ia1 * ip + (ic1 * u + iq);
            iq = ia2 * ip + ic2 * u;
            ip = next;
            x[frame] = kb0 * v + kp;
            next = ka1 * kp + (kc1 * v + kq);
            kq = ka2 * kp + kc2 * v;
            kp = next;

            u = y[frame];
            v = ib0 * u + jp;
            next = ia1 * jp + (ic1 * u + jq);
            jq = ia2 * jp + ic2 * u;
            jp = next;
            y[frame] = kb0 * v + lp;
            next = ka1 * lp + (kc1 * v + lq);
            lq = ka2 * lp + kc2 * v;
            lp = next;
        }
        p1[i] = ip;
        q1[i] = iq;
        p1[k] = kp;
        q1[k] = kq;
        p2[i] = jp;
        q2[i] = jq;
        p2[k] = lp;
        q2[k] = lq;
    }

    /** Section i on two channels. */
    static void settled(SectionBank bank, int i, int left, double[] x, int right, double[] y, int from, int to) {
        double b0 = bank.b0[i];
        double c1 = bank.c1[i];
        double c2 = bank.c2[i];
        double a1 = bank.a1[i];
        double a2 = bank.a2[i];
        double p = bank.first[left][i];
        double q = bank.second[left][i];
        double r = bank.first[right][i];
        double s = bank.second[right][i];
        for (int frame = from; frame < to; frame++) {
            double u = x[frame];
            x[frame] = b0 * u + p;
            double next = a1 * p + (c1 * u + q);
            q = a2 * p + c2 * u;
            p = next;

            u = y[frame];
            y[frame] = b0 * u + r;
            next = a1 * r + (c1 * u + s);
            s = a2 * r + c2 * u;
            r = next;
        }
        bank.first[left][i] = p;
        bank.second[left][i] = q;
        bank.first[right][i] = r;
        bank.second[right][i] = s;
    }

    /** Sections i and k in series on one channel. */
    static void settledPair(SectionBank bank, int i, int k, int channel, double[] x, int from, int to) {
        double ib0 = bank.b0[i];
        double ic1 = bank.c1[i];
        double ic2 = bank.c2[i];
        double ia1 = bank.a1[i];
        double ia2 = bank.a2[i];
        double kb0 = bank.b0[k];
        double kc1 = bank.c1[k];
        double kc2 = bank.c2[k];
        double ka1 = bank.a1[k];
        double ka2 = bank.a2[k];
        double ip = bank.first[channel][i];
        double iq = bank.second[channel][i];
        double kp = bank.first[channel][k];
        double kq = bank.second[channel][k];
        for (int frame = from; frame < to; frame++) {
            double u = x[frame];
            double v = ib0 * u + ip;
            double next = ia1 * ip + (ic1 * u + iq);
            iq = ia2 * ip + ic2 * u;
            ip = next;
            x[frame] = kb0 * v + kp;
            next = ka1 * kp + (kc1 * v + kq);
            kq = ka2 * kp + kc2 * v;
            kp = next;
        }
        bank.first[channel][i] = ip;
        bank.second[channel][i] = iq;
        bank.first[channel][k] = kp;
        bank.second[channel][k] = kq;
    }

    /** Section i on one channel. */
    static void settled(SectionBank bank, int i, int channel, double[] x, int from, int to) {
        double b0 = bank.b0[i];
        double c1 = bank.c1[i];
        double c2 = bank.c2[i];
        double a1 = bank.a1[i];
        double a2 = bank.a2[i];
        double p = bank.first[channel][i];
        double q = bank.second[channel][i];
        for (int frame = from; frame < to; frame++) {
            double u = x[frame];
            x[frame] = b0 * u + p;
            double next = a1 * p + (c1 * u + q);
            q = a2 * p + c2 * u;
            p = next;
        }
        bank.first[channel][i] = p;
        bank.second[channel][i] = q;
    }

    /** Section i on its way, on two channels: {@code way[frame - from]} of it, 0..1, lies behind. */
    static void moving(SectionBank bank, int i, double[] way, int left, double[] x, int right, double[] y,
                       int from, int to) {
        double g0 = bank.g[i];
        double k0 = bank.k[i];
        double m00 = bank.m0[i];
        double m10 = bank.m1[i];
        double m20 = bank.m2[i];
        double gMove = bank.gMove[i];
        double kMove = bank.kMove[i];
        double m0Move = bank.m0Move[i];
        double m1Move = bank.m1Move[i];
        double m2Move = bank.m2Move[i];
        double s1 = bank.first[left][i];
        double s2 = bank.second[left][i];
        double r1 = bank.first[right][i];
        double r2 = bank.second[right][i];
        for (int frame = from; frame < to; frame++) {
            double w = way[frame - from];
            double g = g0 + w * gMove;
            double h1 = 1 / (1 + g * (g + (k0 + w * kMove)));
            double h2 = g * h1;
            double h3 = g * h2;
            double m0 = m00 + w * m0Move;
            double m1 = m10 + w * m1Move;
            double m2 = m20 + w * m2Move;
            double u = x[frame];
            double v3 = u - s2;
            double v1 = h1 * s1 + h2 * v3;
            double v2 = s2 + (h2 * s1 + h3 * v3);
            s1 = 2 * v1 - s1;
            s2 = 2 * v2 - s2;
            x[frame] = m0 * u + (m1 * v1 + m2 * v2);

            u = y[frame];
            v3 = u - r2;
            v1 = h1 * r1 + h2 * v3;
            v2 = r2 + (h2 * r1 + h3 * v3);
            r1 = 2 * v1 - r1;
            r2 = 2 * v2 - r2;
            y[frame] = m0 * u + (m1 * v1 + m2 * v2);
        }
        bank.first[left][i] = s1;
        bank.second[left][i] = s2;
        bank.first[right][i] = r1;
        bank.second[right][i] = r2;
    }

    /** Section i on its way, on one channel: {@code way[frame - from]} of it, 0..1, lies behind. */
    static void moving(SectionBank bank, int i, double[] way, int channel, double[] x, int from, int to) {
        double g0 = bank.g[i];
        double k0 = bank.k[i];
        double m00 = bank.m0[i];
        double m10 = bank.m1[i];
        double m20 = bank.m2[i];
        double gMove = bank.gMove[i];
        double kMove = bank.kMove[i];
        double m0Move = bank.m0Move[i];
        double m1Move = bank.m1Move[i];
        double m2Move = bank.m2Move[i];
        double s1 = bank.first[channel][i];
        double s2 = bank.second[channel][i];
        for (int frame = from; frame < to; frame++) {
            double w = way[frame - from];
            double g = g0 + w * gMove;
            double h1 = 1 / (1 + g * (g + (k0 + w * kMove)));
            double h2 = g * h1;
            double u = x[frame];
            double v3 = u - s2;
            double v1 = h1 * s1 + h2 * v3;
            double v2 = s2 + (h2 * s1 + (g * h2) * v3);
            s1 = 2 * v1 - s1;
            s2 = 2 * v2 - s2;
            x[frame] = (m00 + w * m0Move) * u + ((m10 + w * m1Move) * v1 + (m20 + w * m2Move) * v2);
        }
        bank.first[channel][i] = s1;
        bank.second[channel][i] = s2;
    }
}
