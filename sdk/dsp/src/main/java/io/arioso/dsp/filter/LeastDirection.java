package io.arioso.dsp.filter;

/**
 * The unit vector that a tall matrix shortens most: its right singular vector of the smallest singular value, by
 * Householder QR of the column-scaled matrix and inverse iteration on R. No allocation after construction.
 */
final class LeastDirection {
    static final int MAX_ROWS = FitNodes.MAX_NODES;

    /** The matrix, column by column; {@link #solve} destroys it. */
    final double[][] column;
    /** The result. */
    final double[] direction;
    private final double[] scale;

    LeastDirection(int maxColumns) {
        column = new double[maxColumns][MAX_ROWS];
        direction = new double[maxColumns];
        scale = new double[maxColumns];
    }

    void solve(int rows, int columns, int iterations) {
        for (int c = 0; c < columns; c++) {
            scale[c] = 1 / Math.max(Math.sqrt(dot(column[c], column[c], 0, rows)), Double.MIN_NORMAL);
            for (int row = 0; row < rows; row++) {
                column[c][row] *= scale[c];
            }
            direction[c] = 1;
        }
        triangulate(rows, columns);
        for (int i = 0; i < iterations; i++) {
            forwardSubstitute(columns);
            backSubstitute(columns);
            double length = Math.sqrt(dot(direction, direction, 0, columns));
            for (int c = 0; c < columns; c++) {
                direction[c] /= length;
            }
        }
        for (int c = 0; c < columns; c++) {
            direction[c] *= scale[c];
        }
    }

    /** Leaves R in the upper triangle: {@code R[row][c] = column[c][row]}. */
    private void triangulate(int rows, int columns) {
        for (int c = 0; c < columns; c++) {
            double[] v = column[c];
            double length = Math.sqrt(dot(v, v, c, rows));
            double diagonal = v[c] > 0 ? -length : length;
            v[c] -= diagonal;
            double square = dot(v, v, c, rows);
            if (square > 0) {
                for (int other = c + 1; other < columns; other++) {
                    double[] w = column[other];
                    double factor = 2 * dot(v, w, c, rows) / square;
                    for (int row = c; row < rows; row++) {
                        w[row] -= factor * v[row];
                    }
                }
            }
            v[c] = Math.abs(diagonal) > 1e-18 ? diagonal : 1e-18;
        }
    }

    /** Solves Rᵀ y = direction in place. */
    private void forwardSubstitute(int columns) {
        for (int i = 0; i < columns; i++) {
            double sum = direction[i];
            for (int k = 0; k < i; k++) {
                sum -= column[i][k] * direction[k];
            }
            direction[i] = sum / column[i][i];
        }
    }

    /** Solves R y = direction in place. */
    private void backSubstitute(int columns) {
        for (int i = columns - 1; i >= 0; i--) {
            double sum = direction[i];
            for (int k = i + 1; k < columns; k++) {
                sum -= column[k][i] * direction[k];
            }
            direction[i] = sum / column[i][i];
        }
    }

    private static double dot(double[] a, double[] b, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
