package io.arioso.host.demo;

/** One cycle of a sine in a table, for oscillators that give the same bits everywhere and cost little. */
final class Wave {
    private static final int SIZE = 4096;
    private static final float[] SINE = new float[SIZE + 1];

    static {
        for (int i = 0; i <= SIZE; i++) SINE[i] = (float) StrictMath.sin(2 * Math.PI * i / SIZE);
    }

    private Wave() {
    }

    /** The sine at a phase of 0..1, by linear interpolation (-138 dB of error). */
    static double sine(double phase) {
        double at = (phase - Math.floor(phase)) * SIZE;
        int index = (int) at;
        return SINE[index] + (SINE[index + 1] - SINE[index]) * (at - index);
    }

    /** A rising saw at a phase of 0..1 whose step is rounded over one sample (polynomial band-limited step). */
    static double saw(double phase, double increment) {
        double t = phase - Math.floor(phase);
        double value = 2 * t - 1;
        if (t < increment) {
            double x = t / increment;
            value -= x + x - x * x - 1;
        } else if (t > 1 - increment) {
            double x = (t - 1) / increment;
            value -= x * x + x + x + 1;
        }
        return value;
    }

    /** Frequency of a key: 69 is A4 at 440 Hz. */
    static double hertz(double key) {
        return 440 * StrictMath.pow(2, (key - 69) / 12);
    }

    /** What a level keeps each frame to fall by 60 dB in a time. */
    static double decay(double seconds, double sampleRate) {
        return StrictMath.pow(10, -3 / (seconds * sampleRate));
    }
}
