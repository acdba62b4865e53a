package io.arioso.dsp.reverb;

/**
 * The Householder reflection I - 2/16 1 1ᵀ: each line keeps most of itself, which rings like a sheet of metal
 * (Jot, 1997).
 */
final class HouseholderMatrix implements FeedbackMatrix {
    private static final int ROWS = 16;

    private final float[] sum;

    /** For rows of at most so many frames. */
    HouseholderMatrix(int maxFrames) {
        sum = new float[maxFrames];
    }

    @Override
    public void process(float[][] rows, int frames) {
        float[] all = sum;
        for (int i = 0; i < frames; i++) {
            all[i] = 0;
        }
        for (int row = 0; row < ROWS; row += 4) {
            add(all, rows[row], rows[row + 1], rows[row + 2], rows[row + 3], frames);
        }
        for (int i = 0; i < frames; i++) {
            all[i] *= 2f / ROWS;
        }
        for (float[] row : rows) {
            for (int i = 0; i < frames; i++) {
                row[i] -= all[i];
            }
        }
    }

    private static void add(float[] all, float[] a, float[] b, float[] c, float[] d, int frames) {
        for (int i = 0; i < frames; i++) {
            all[i] += (a[i] + b[i]) + (c[i] + d[i]);
        }
    }
}
