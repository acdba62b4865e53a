package io.arioso.dsp.filter;

/** The normal equations of a linear least-squares problem, solved with Marquardt's damping by Cholesky's method. */
final class NormalEquations {
    /** Keeps an unknown that nothing depends on where it is. */
    private static final double FLOOR = 1e-9;

    private final int size;
    private final double[][] matrix;
    private final double[] right;

    NormalEquations(int unknowns) {
        size = unknowns;
        matrix = new double[size][size];
        right = new double[size];
    }

    /** Adds one equation a point: the slopes times the unknowns make up the residual. */
    void add(double[][] slopes, double[] residual) {
        for (int row = 0; row < size; row++) {
            right[row] += dot(slopes[row], residual);
            for (int column = 0; column <= row; column++) {
                matrix[row][column] += dot(slopes[row], slopes[column]);
            }
        }
    }

    /**
     * Adds a cost of {@code weight} times the square of a quantity that is {@code value} now and moves with an
     * unknown.
     */
    void addCost(int unknown, double weight, double value) {
        matrix[unknown][unknown] += weight;
        right[unknown] -= weight * value;
    }

    /** By how much each unknown should move. */
    double[] solve(double damping) {
        double[][] root = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double sum = matrix[row][column];
                if (row == column) {
                    sum += damping * sum + FLOOR;
                }
                for (int k = 0; k < column; k++) {
                    sum -= root[row][k] * root[column][k];
                }
                root[row][column] = row == column ? Math.sqrt(Math.max(sum, FLOOR * FLOOR))
                        : sum / root[column][column];
            }
        }
        return backward(root, forward(root));
    }

    private double[] forward(double[][] root) {
        double[] y = new double[size];
        for (int row = 0; row < size; row++) {
            double sum = right[row];
            for (int k = 0; k < row; k++) {
                sum -= root[row][k] * y[k];
            }
            y[row] = sum / root[row][row];
        }
        return y;
    }

    private double[] backward(double[][] root, double[] y) {
        double[] x = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double sum = y[row];
            for (int k = row + 1; k < size; k++) {
                sum -= root[k][row] * x[k];
            }
            x[row] = sum / root[row][row];
        }
        return x;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
