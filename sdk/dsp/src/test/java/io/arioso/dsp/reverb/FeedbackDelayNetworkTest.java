package io.arioso.dsp.reverb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FeedbackDelayNetworkTest {
    private static final int CELL = 32;
    private static final double RATE = 8000;
    private static final double T60 = 0.7;

    @Test
    void rowsByTheBlockAreTheNetworkFrameByFrame() {
        int[] lengths = LineLengths.primes(FeedbackDelayNetwork.LINES, 100, 400);
        FeedbackDelayNetwork network = new FeedbackDelayNetwork(RATE, CELL, lengths, new HadamardMatrix());
        double[] gains = new double[lengths.length];
        for (int line = 0; line < gains.length; line++) {
            gains[line] = Absorption.sign(line) * StrictMath.pow(10, -3 * lengths[line] / (RATE * T60));
        }
        for (int band = 0; band < DecayCurve.BANDS; band++) {
            network.absorption().setSeconds(band, T60);
        }
        network.rotations().set(1, 0);
        network.reset();
        SlowNetwork slow = new SlowNetwork(lengths, gains, FeedbackDelayNetwork.TARGET);
        Random random = new Random(5);
        for (int cell = 0; cell < 100; cell++) {
            float[][] input = new float[Diffuser.ROWS][CELL];
            for (int i = 0; i < CELL; i++) {
                input[0][i] = cell < 10 ? random.nextFloat() - 0.5f : 0;
            }
            for (int row = 1; row < input.length; row++) {
                input[row] = input[0];
            }
            network.step();
            network.process(input, 0, CELL);
            for (int i = 0; i < CELL; i++) {
                double[] expected = slow.next(input[0][i]);
                for (int row = 0; row < expected.length; row++) {
                    assertEquals(expected[row], network.rows()[row][i], 1e-5, "cell " + cell + ", row " + row);
                }
            }
        }
    }

    @Test
    void linesArePrimesThatNoTwoShare() {
        int[] lengths = LineLengths.primes(16, 2.5, 40);
        for (int line = 1; line < lengths.length; line++) {
            assertEquals(true, lengths[line] > lengths[line - 1], "line " + line);
        }
        assertEquals(2, LineLengths.primes(16, 1, 20)[0]);
    }
}
