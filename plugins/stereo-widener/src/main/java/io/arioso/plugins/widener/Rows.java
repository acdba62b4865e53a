package io.arioso.plugins.widener;

import io.arioso.sdk.SmoothRow;

/** Loops over planes that the compiler turns into vector code. [audio-thread] */
final class Rows {
    private Rows() {
    }

    /** x = x f, from an offset of x and index 0 of f. */
    static void multiply(float[] x, int offset, float[] f, int frames) {
        for (int i = 0; i < frames; i++) {
            x[offset + i] = x[offset + i] * f[i];
        }
    }

    /** As {@link #multiply(float[], int, float[], int)}, by what a setting goes through; nothing to do at 1. */
    static void multiply(float[] x, int offset, SmoothRow f, int frames) {
        boolean neutral = f.restsAt(1);
        float[] factors = f.next(frames);
        if (!neutral) {
            multiply(x, offset, factors, frames);
        }
    }

    /** y = x f. */
    static void scale(float[] x, float[] f, float[] y, int frames) {
        for (int i = 0; i < frames; i++) {
            y[i] = x[i] * f[i];
        }
    }

    /** y = y + x f. */
    static void add(float[] x, float[] f, float[] y, int frames) {
        for (int i = 0; i < frames; i++) {
            y[i] = y[i] + x[i] * f[i];
        }
    }

    /** y = the sum of four planes, each times its factors. */
    static void mix(float[][][] planes, float[][] factors, float[] y, int frames) {
        mix(planes[0][0], factors[0], planes[1][0], factors[1], planes[2][0], factors[2], planes[3][0], factors[3], y,
            frames);
    }

    private static void mix(float[] a, float[] fa, float[] b, float[] fb, float[] c, float[] fc, float[] d, float[] fd,
                            float[] y, int frames) {
        for (int i = 0; i < frames; i++) {
            y[i] = a[i] * fa[i] + b[i] * fb[i] + c[i] * fc[i] + d[i] * fd[i];
        }
    }

    /** Crossfades to y, whose share is f² (3 - 2 f): smooth at both ends, and y itself where f is 1. */
    static void fade(float[] from, float[] f, float[] y, int frames) {
        for (int i = 0; i < frames; i++) {
            float share = f[i] * f[i] * (3 - 2 * f[i]);
            y[i] = y[i] * share + from[i] * (1 - share);
        }
    }

    /** Turns the pair (x, y) by the angle of a cosine and a sine. */
    static void rotate(float[] x, float[] y, float[] cosine, float[] sine, int frames) {
        for (int i = 0; i < frames; i++) {
            float turned = x[i] * cosine[i] + y[i] * sine[i];
            y[i] = y[i] * cosine[i] - x[i] * sine[i];
            x[i] = turned;
        }
    }

    /** Draws left and right to their mean by a share, 0..1; at 1 they are equal. */
    static void join(float[] left, float[] right, int offset, float[] share, int frames) {
        for (int i = 0; i < frames; i++) {
            float l = left[offset + i];
            float r = right[offset + i];
            float mean = 0.5f * (l + r) * share[i];
            left[offset + i] = mean + l * (1 - share[i]);
            right[offset + i] = mean + r * (1 - share[i]);
        }
    }
}
