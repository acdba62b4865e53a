package io.arioso.dsp.meter;

import java.util.Arrays;

/**
 * Gives a processed programme the loudness of the unprocessed one: K-weighted energies (ITU-R BS.1770) of both,
 * averaged over some three seconds, make a gain that moves slowly, without a click and without pumping.
 *
 * <p>Below the absolute gate of -70 LUFS the gain stays where it is. Energies are taken every 10 ms, counted from the
 * reset, and the gain goes straight from one value to the next: any split of the same input into blocks gives the same
 * bits. Off, and once its gain has come back to 1, it touches nothing. No allocation after construction; one thread.
 */
public final class LoudnessMatch {
    private static final int HOPS_PER_SECOND = 100;
    private static final double AVERAGE_SECONDS = 3;
    private static final double GAIN_SECONDS = 0.4;
    private static final double FOLLOW = 1 - StrictMath.exp(-1 / (AVERAGE_SECONDS * HOPS_PER_SECOND));
    private static final double GAIN_STEP = 1 - StrictMath.exp(-1 / (GAIN_SECONDS * HOPS_PER_SECOND));
    /** A plain mean of so many hops more than there were: the first few alone say too little. */
    private static final int PATIENCE = 20;
    private static final double LARGEST_GAIN = 15.848931924611135;
    private static final double GATE_LUFS = -70;
    private static final double ARRIVED = 1e-6;

    private final double sampleRate;
    private final int channels;
    private final int hop;
    private final double gate;
    private final KWeighting[] input;
    private final KWeighting[] output;
    private final double[] inputHops;
    private final int lateHops;
    private boolean on;
    private double outputGain = 1;
    private int inputFrames;
    private long inputHop;
    private int outputFrames;
    private long outputHop;
    private long measured;
    private double inputEnergy;
    private double outputEnergy;
    private double gain = 1;
    private double nextGain = 1;

    /**
     * A match that is off.
     *
     * @param sampleRate    1 kHz to 1 MHz
     * @param channels      1 or more, all of weight 1
     * @param maxFrames     the longest block
     * @param latencyFrames by how much the processed programme is late
     */
    public LoudnessMatch(double sampleRate, int channels, int maxFrames, int latencyFrames) {
        if (!(sampleRate >= 1_000 && sampleRate <= 1_000_000) || channels < 1 || maxFrames < 1 || latencyFrames < 0) {
            throw new IllegalArgumentException("loudness match: " + sampleRate + " Hz, " + channels
                    + " channels, blocks of "
                    + maxFrames + ", " + latencyFrames + " frames late: not 1000..1000000, 1, 1, 0 or more");
        }
        this.sampleRate = sampleRate;
        this.channels = channels;
        hop = (int) Math.rint(sampleRate / HOPS_PER_SECOND);
        gate = StrictMath.pow(10, (GATE_LUFS + 0.691) / 10) * hop;
        lateHops = (int) Math.rint((double) latencyFrames / hop);
        inputHops = new double[lateHops + maxFrames / hop + 2];
        input = weightings();
        output = weightings();
    }

    private KWeighting[] weightings() {
        KWeighting[] pairs = new KWeighting[(channels + 1) / 2];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = new KWeighting(sampleRate);
        }
        return pairs;
    }

    /** Turns it on or off; off, the gain goes back to 1 as slowly as it came. [audio-thread] */
    public void setOn(boolean newOn) {
        if (newOn && !on) {
            measured = 0;
            inputEnergy = 0;
            outputEnergy = 0;
        }
        on = newOn;
    }

    /** A linear gain within the processed programme that is meant to be heard as such, above 0. [audio-thread] */
    public void setOutputGain(double linear) {
        outputGain = linear;
    }

    /** The gain now, linear. [audio-thread] */
    public double gain() {
        return gain;
    }

    /** Hears frames {@code from} and on of the programme before it is processed. [audio-thread] */
    public void takeInput(float[][] audio, int from, int frames) {
        if (isIdle()) {
            return;
        }
        for (int done = 0; done < frames; ) {
            int n = Math.min(hop - inputFrames, frames - done);
            measure(input, audio, from + done, n);
            inputFrames += n;
            done += n;
            if (inputFrames == hop) {
                inputHops[(int) (inputHop++ % inputHops.length)] = takeEnergy(input);
                inputFrames = 0;
            }
        }
    }

    /** Hears the same frames processed, and sets their loudness. [audio-thread] */
    public void process(float[][] audio, int from, int frames) {
        if (isIdle()) {
            return;
        }
        for (int done = 0; done < frames; ) {
            int n = Math.min(hop - outputFrames, frames - done);
            measure(output, audio, from + done, n);
            amplify(audio, from + done, n);
            outputFrames += n;
            done += n;
            if (outputFrames == hop) {
                outputFrames = 0;
                gain = nextGain;
                update(takeEnergy(output) / (outputGain * outputGain));
            }
        }
    }

    private boolean isIdle() {
        return !on && gain == 1 && nextGain == 1;
    }

    private void measure(KWeighting[] pairs, float[][] audio, int from, int frames) {
        for (int pair = 0; pair < pairs.length; pair++) {
            if (2 * pair + 1 < channels) {
                pairs[pair].process(audio[2 * pair], audio[2 * pair + 1], from, frames);
            } else {
                pairs[pair].process(audio[2 * pair], from, frames);
            }
        }
    }

    private static double takeEnergy(KWeighting[] pairs) {
        double sum = 0;
        for (KWeighting pair : pairs) {
            sum += pair.leftEnergy() + pair.rightEnergy();
            pair.clearEnergy();
        }
        return sum;
    }

    private void amplify(float[][] audio, int from, int frames) {
        double perFrame = (nextGain - gain) / hop;
        if (perFrame == 0 && gain == 1) {
            return;
        }
        for (float[] channel : audio) {
            for (int i = 0; i < frames; i++) {
                channel[from + i] = (float) (channel[from + i] * (gain + (outputFrames + i + 1) * perFrame));
            }
        }
    }

    private void update(double outEnergy) {
        long ago = outputHop++ - lateHops;
        // Just turned on, the two may not have been heard equally long; what was not heard is silence.
        double inEnergy = ago >= 0 ? inputHops[(int) (ago % inputHops.length)] : 0;
        if (inEnergy > gate) {
            double step = Math.max(FOLLOW, 1.0 / (PATIENCE + ++measured));
            inputEnergy += step * (inEnergy - inputEnergy);
            outputEnergy += step * (outEnergy - outputEnergy);
        }
        double wanted = on && outputEnergy > 0 ? Math.sqrt(inputEnergy / outputEnergy) : on ? gain : 1;
        wanted = Math.max(1 / LARGEST_GAIN, Math.min(LARGEST_GAIN, wanted));
        double moved = gain + GAIN_STEP * (wanted - gain);
        nextGain = !on && Math.abs(moved - 1) < ARRIVED ? 1 : moved;
    }

    /** Forgets both programmes; the gain is 1. [audio-thread] */
    public void reset() {
        for (int pair = 0; pair < input.length; pair++) {
            input[pair].reset();
            output[pair].reset();
        }
        Arrays.fill(inputHops, 0);
        inputFrames = 0;
        inputHop = 0;
        outputFrames = 0;
        outputHop = 0;
        measured = 0;
        inputEnergy = 0;
        outputEnergy = 0;
        gain = 1;
        nextGain = 1;
    }
}
