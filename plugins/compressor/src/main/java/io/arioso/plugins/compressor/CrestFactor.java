package io.arioso.plugins.compressor;

/**
 * How much shorter times should be for a spiky key: the square of a sine's crest factor over that of the key.
 *
 * <p>After Giannoulis, Massberg and Reiss, "Parameter automation in a dynamic range compressor", JAES 61(10), 2013:
 * times are inversely proportional to the squared crest factor of the last 200 ms.
 */
final class CrestFactor {
    private static final double MEMORY_SECONDS = 0.2;
    private static final double SINE = 2;
    private static final double LEAST = 0.1;
    private static final double SILENCE = 1e-12;

    private final double keep;
    private double peak;
    private double mean;
    private double cellPeak;
    private double cellSum;

    CrestFactor(double sampleRate) {
        keep = StrictMath.exp(-Chunk.FRAMES / (MEMORY_SECONDS * sampleRate));
    }

    void take(float[][] key, int frames) {
        double most = cellPeak;
        double sum = cellSum;
        for (int i = 0; i < frames; i++) {
            double square = 0;
            for (float[] channel : key) {
                double x = channel[i];
                square = Math.max(square, x * x);
            }
            most = Math.max(most, square);
            sum += square;
        }
        cellPeak = most;
        cellSum = sum;
    }

    void finishCell() {
        peak = Math.max(cellPeak, peak * keep);
        mean = mean * keep + cellSum / Chunk.FRAMES * (1 - keep);
        peak = peak < SILENCE ? 0 : peak;
        mean = mean < SILENCE ? 0 : mean;
        cellPeak = 0;
        cellSum = 0;
    }

    /** What to multiply times with: 1 for a sine or denser, down to a tenth. */
    double share() {
        if (!(mean > 0)) {
            return 1;
        }
        return Math.max(LEAST, Math.min(1, SINE * mean / peak));
    }

    void reset() {
        peak = 0;
        mean = 0;
        cellPeak = 0;
        cellSum = 0;
    }
}
