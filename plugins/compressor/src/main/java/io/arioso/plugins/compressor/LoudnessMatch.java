package io.arioso.plugins.compressor;

import io.arioso.dsp.meter.KWeighting;

/**
 * The gain that makes the output as loud as the input: K-weighted energies (ITU-R BS.1770) of the last three seconds.
 *
 * <p>Silence is not counted, so a pause leaves the gain where it was.
 */
final class LoudnessMatch {
    private static final double MEMORY_SECONDS = 3;
    private static final double MOST = 16;
    /** Mean square of what counts, about -70 dBFS. */
    private static final double SILENCE = 1e-7;

    private final KWeighting[] input;
    private final KWeighting[] output;
    private final double[] weighted = new double[Chunk.FRAMES];
    private final int cells;
    private double inputSum;
    private double outputSum;
    private double inputMean;
    private double outputMean;
    private int counted;

    LoudnessMatch(double sampleRate, int channels) {
        input = new KWeighting[channels];
        output = new KWeighting[channels];
        for (int i = 0; i < channels; i++) {
            input[i] = new KWeighting(sampleRate);
            output[i] = new KWeighting(sampleRate);
        }
        cells = Math.max(1, (int) (MEMORY_SECONDS * sampleRate / Chunk.FRAMES));
    }

    void takeInput(float[][] audio, int from, int frames) {
        inputSum = energy(input, audio, from, frames, inputSum);
    }

    void takeOutput(float[][] audio, int from, int frames) {
        outputSum = energy(output, audio, from, frames, outputSum);
    }

    private double energy(KWeighting[] filters, float[][] audio, int from, int frames, double before) {
        double sum = before;
        for (int channel = 0; channel < filters.length; channel++) {
            filters[channel].weight(audio[channel], from, weighted, frames);
            for (int i = 0; i < frames; i++) {
                sum += weighted[i] * weighted[i];
            }
        }
        return sum;
    }

    /** Counts a whole cell. */
    void finishCell() {
        if (inputSum > SILENCE * Chunk.FRAMES) {
            counted = Math.min(cells, counted + 1);
            inputMean += (inputSum - inputMean) / counted;
            outputMean += (outputSum - outputMean) / counted;
        }
        inputSum = 0;
        outputSum = 0;
        for (int i = 0; i < input.length; i++) {
            input[i].clearEnergy();
            output[i].clearEnergy();
        }
    }

    /** Between -24 and 24 dB, linear; 1 before anything was heard. */
    double gain() {
        if (!(inputMean > 0 && outputMean > 0)) {
            return 1;
        }
        return Math.max(1 / MOST, Math.min(MOST, Math.sqrt(inputMean / outputMean)));
    }

    void reset() {
        for (int i = 0; i < input.length; i++) {
            input[i].reset();
            output[i].reset();
        }
        inputSum = 0;
        outputSum = 0;
        inputMean = 0;
        outputMean = 0;
        counted = 0;
    }
}
