package io.arioso.dsp.reverb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FeedbackMatrixTest {
    private static final int ROWS = 16;
    private static final int FRAMES = 37;

    /** Entry of the Hadamard matrix over 4: the sign counts the bits that row and column share (Sylvester). */
    private static double hadamard(int row, int column) {
        return Integer.bitCount(row & column) % 2 == 0 ? 0.25 : -0.25;
    }

    private static double householder(int row, int column) {
        return (row == column ? 1 : 0) - 2.0 / ROWS;
    }

    private interface Entry {
        double at(int row, int column);
    }

    private static void sameAsTheProduct(FeedbackMatrix matrix, Entry entry) {
        Random random = new Random(3);
        float[][] rows = new float[ROWS][FRAMES];
        for (float[] row : rows) {
            for (int i = 0; i < FRAMES; i++) {
                row[i] = random.nextFloat() - 0.5f;
            }
        }
        double[][] expected = new double[ROWS][FRAMES];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < ROWS; column++) {
                for (int i = 0; i < FRAMES; i++) {
                    expected[row][i] += entry.at(row, column) * rows[column][i];
                }
            }
        }
        matrix.process(rows, FRAMES);
        for (int row = 0; row < ROWS; row++) {
            for (int i = 0; i < FRAMES; i++) {
                assertEquals(expected[row][i], rows[row][i], 1e-6, "row " + row + ", frame " + i);
            }
        }
    }

    @Test
    void theButterfliesAreTheHadamardMatrix() {
        sameAsTheProduct(new HadamardMatrix(), FeedbackMatrixTest::hadamard);
    }

    @Test
    void theReflectionIsTheHouseholderMatrix() {
        sameAsTheProduct(new HouseholderMatrix(FRAMES), FeedbackMatrixTest::householder);
    }

    @Test
    void swayingRotationsKeepTheEnergyOfEveryFrame() {
        PlaneRotations rotations = new PlaneRotations(48_000, 64);
        rotations.set(5, 1);
        rotations.reset();
        Random random = new Random(4);
        for (int cell = 0; cell < 200; cell++) {
            rotations.step();
            float[][] rows = new float[ROWS][64];
            double[] before = new double[64];
            for (float[] row : rows) {
                for (int i = 0; i < 64; i++) {
                    row[i] = random.nextFloat() - 0.5f;
                    before[i] += (double) row[i] * row[i];
                }
            }
            rotations.process(rows, 0, 64);
            for (int i = 0; i < 64; i++) {
                double after = 0;
                for (float[] row : rows) {
                    after += (double) row[i] * row[i];
                }
                assertEquals(before[i], after, 1e-6 * before[i], "cell " + cell + ", frame " + i);
            }
        }
    }
}
