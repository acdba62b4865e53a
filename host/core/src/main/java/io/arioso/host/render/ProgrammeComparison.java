package io.arioso.host.render;

import io.arioso.dsp.meter.DelayFinder;
import io.arioso.host.audiofile.AudioFileException;
import io.arioso.host.audiofile.AudioFiles;
import io.arioso.host.audiofile.AudioInfo;
import io.arioso.host.audiofile.AudioReader;
import io.arioso.sdk.Decibels;
import java.io.IOException;
import java.nio.file.Path;

/**
 * How one file differs from another: a null test.
 *
 * @param residualDbfs level (root mean square of all channels over the longer file) of the difference; negative
 *     infinity if there is none. A full-scale square wave would read 0.
 * @param gainDb level of the second file's share of the first, after alignment; negative infinity if there is no such
 *     share
 * @param inverted whether that share has the opposite polarity
 * @param offsetFrames by how many frames the second lags; negative if it leads
 * @param firstDifferentFrame the first frame that differs in place, without alignment; -1 if none does
 * @param identical whether all samples and both lengths are equal
 * @param matched whether the residual was measured after the second file was aligned and brought to the first one's
 *     level
 */
public record ProgrammeComparison(double residualDbfs, double gainDb, boolean inverted, long offsetFrames,
                                  long firstDifferentFrame, boolean identical, boolean matched) {
    private static final int BLOCK_FRAMES = 8192;
    private static final int EXCERPT_FRAMES = 1 << 18;
    private static final int MAX_LAG_FRAMES = 1 << 16;
    private static final double AUDIBLE = 1e-4;

    /**
     * Compares two files; memory does not grow with their length. Offsets up to 65536 frames are found.
     *
     * @param match whether to align and scale the second file before the residual is measured
     * @throws AudioFileException if rates or numbers of channels differ, or either cannot be read
     */
    public static ProgrammeComparison compare(Path first, Path second, boolean match) throws IOException {
        try (AudioReader a = AudioFiles.open(first); AudioReader b = AudioFiles.open(second)) {
            refuse(first, a.info(), second, b.info());
            long different = firstDifference(a, b);
            if (different < 0)
                return new ProgrammeComparison(Double.NEGATIVE_INFINITY, 0, false, 0, -1, true, match);
            int offset = offset(a, b);
            double gain = gain(a, b, offset);
            double residual = match && gain != 0 ? residual(a, b, offset, 1 / gain) : residual(a, b, 0, 1);
            return new ProgrammeComparison(residual, Decibels.fromGain(gain), gain < 0, offset, different, false,
                match);
        }
    }

    private static void refuse(Path first, AudioInfo a, Path second, AudioInfo b) throws AudioFileException {
        if (a.sampleRate() != b.sampleRate())
            throw new AudioFileException("sample rates differ: " + first + " has " + a.sampleRate() + " Hz, " + second
                + " has " + b.sampleRate() + " Hz");
        if (a.channels() != b.channels())
            throw new AudioFileException("channels differ: " + first + " has " + a.channels() + ", " + second + " has "
                + b.channels());
    }

    /** Takes blocks of both files at the same place. */
    @FunctionalInterface
    private interface BlockPair {
        /** Returns whether to go on. */
        boolean take(double[][] a, double[][] b, long firstFrame);
    }

    private static void walk(AudioReader first, AudioReader second, int offset, BlockPair pair) throws IOException {
        PaddedReader a = new PaddedReader(first, Math.min(0, -offset));
        PaddedReader b = new PaddedReader(second, Math.min(0, offset));
        double[][] blockA = new double[first.info().channels()][BLOCK_FRAMES];
        double[][] blockB = new double[first.info().channels()][BLOCK_FRAMES];
        for (long frame = 0;; frame += BLOCK_FRAMES) {
            boolean more = a.read(blockA);
            more |= b.read(blockB);
            if (!more || !pair.take(blockA, blockB, frame)) return;
        }
    }

    private static long firstDifference(AudioReader a, AudioReader b) throws IOException {
        long[] found = {-1};
        walk(a, b, 0, (blockA, blockB, first) -> {
            for (int frame = 0; frame < BLOCK_FRAMES && found[0] < 0; frame++)
                for (int channel = 0; channel < blockA.length; channel++)
                    if (blockA[channel][frame] != blockB[channel][frame]) found[0] = first + frame;
            return found[0] < 0;
        });
        if (found[0] >= 0) return found[0];
        return lengthOf(a) == lengthOf(b) ? -1 : Math.min(lengthOf(a), lengthOf(b));
    }

    /** The frames that can be read, also where the header does not know. */
    private static long lengthOf(AudioReader reader) throws IOException {
        return reader.info().frames() >= 0 ? reader.info().frames() : reader.position();
    }

    /** Looks at the loudest channel of the first file, from where it begins to sound. */
    private static int offset(AudioReader a, AudioReader b) throws IOException {
        long start = Math.max(0, firstAudible(a) - MAX_LAG_FRAMES);
        float[][] first = excerpt(a, start);
        float[][] second = excerpt(b, start);
        int loudest = 0;
        for (int channel = 1; channel < first.length; channel++)
            if (energy(first[channel]) > energy(first[loudest])) loudest = channel;
        return DelayFinder.lag(first[loudest], second[loudest], MAX_LAG_FRAMES);
    }

    private static long firstAudible(AudioReader reader) throws IOException {
        reader.seek(0);
        float[][] block = new float[reader.info().channels()][BLOCK_FRAMES];
        long first = 0;
        for (int frames = reader.read(block, 0, BLOCK_FRAMES); frames >= 0;
                frames = reader.read(block, 0, BLOCK_FRAMES)) {
            for (float[] channel : block)
                for (int frame = 0; frame < frames; frame++)
                    if (Math.abs(channel[frame]) > AUDIBLE) return first + frame;
            first += frames;
        }
        return 0;
    }

    private static float[][] excerpt(AudioReader reader, long start) throws IOException {
        float[][] excerpt = new float[reader.info().channels()][EXCERPT_FRAMES];
        reader.seek(start);
        int done = 0;
        while (done < EXCERPT_FRAMES) {
            int read = reader.read(excerpt, done, EXCERPT_FRAMES - done);
            if (read < 0) break;
            done += read;
        }
        return excerpt;
    }

    private static double energy(float[] signal) {
        double sum = 0;
        for (float sample : signal) sum += (double) sample * sample;
        return sum;
    }

    /** The factor that brings the first file nearest to the second: least squares. */
    private static double gain(AudioReader a, AudioReader b, int offset) throws IOException {
        double[] sums = new double[2];
        walk(a, b, offset, (blockA, blockB, first) -> {
            for (int channel = 0; channel < blockA.length; channel++)
                for (int frame = 0; frame < BLOCK_FRAMES; frame++) {
                    sums[0] += blockA[channel][frame] * blockB[channel][frame];
                    sums[1] += blockA[channel][frame] * blockA[channel][frame];
                }
            return true;
        });
        return sums[1] == 0 ? 0 : sums[0] / sums[1];
    }

    private static double residual(AudioReader a, AudioReader b, int offset, double factor) throws IOException {
        double[] sum = new double[1];
        walk(a, b, offset, (blockA, blockB, first) -> {
            for (int channel = 0; channel < blockA.length; channel++)
                for (int frame = 0; frame < BLOCK_FRAMES; frame++) {
                    double difference = factor * blockB[channel][frame] - blockA[channel][frame];
                    sum[0] += difference * difference;
                }
            return true;
        });
        double samples = Math.max(lengthOf(a), lengthOf(b)) * (double) a.info().channels();
        return sum[0] == 0 ? Double.NEGATIVE_INFINITY : Decibels.fromGain(StrictMath.sqrt(sum[0] / samples));
    }
}
