package io.arioso.dsp.reverb;

/** One pattern of reflections: for each output the taps on the inputs, in fours. */
final class EarlyTaps {
    /** Reflections of each source. */
    static final int TAPS = 24;
    /** Taps that are worked on together. */
    static final int TOGETHER = 4;

    private static final int MOST = 2 * TAPS;

    private final int outputs;
    private final int[] counts;
    private final int[][] inputs;
    private final int[][] delays;
    private final float[][] gains;

    EarlyTaps(int outputs) {
        this.outputs = outputs;
        counts = new int[outputs];
        inputs = new int[outputs][MOST];
        delays = new int[outputs][MOST];
        gains = new float[outputs][MOST];
    }

    /** Finds a pattern: one source in the middle for one channel, left and right for two. */
    void find(ShoeboxRoom room, double distance) {
        for (int output = 0; output < outputs; output++) {
            counts[output] = 0;
        }
        if (outputs == 1) {
            room.find(0, distance, 0, this);
        } else {
            room.find(1, distance, 0, this);
            room.find(-1, distance, 1, this);
        }
        for (int output = 0; output < outputs; output++) {
            while (counts[output] % TOGETHER != 0) {
                add(output, 0, 0, 0);
            }
        }
    }

    /** Adds a tap; with one output everything goes there. */
    void add(int side, int input, int delay, float gain) {
        int output = Math.min(side, outputs - 1);
        int tap = counts[output]++;
        inputs[output][tap] = input;
        delays[output][tap] = delay;
        gains[output][tap] = gain;
    }

    int count(int output) {
        return counts[output];
    }

    int input(int output, int tap) {
        return inputs[output][tap];
    }

    int delay(int output, int tap) {
        return delays[output][tap];
    }

    float gain(int output, int tap) {
        return gains[output][tap];
    }
}
