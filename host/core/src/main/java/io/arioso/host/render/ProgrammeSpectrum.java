package io.arioso.host.render;

import io.arioso.dsp.meter.LongTermSpectrum;
import io.arioso.host.audiofile.AudioFileException;
import io.arioso.host.audiofile.AudioInfo;
import io.arioso.host.audiofile.AudioReader;
import java.io.IOException;
import java.util.Arrays;

/**
 * The long-term average spectrum of a file.
 *
 * @param hertz middles of the bands, rising; the same for every file
 * @param levelsDb level of each band in dB; negative infinity where the file has nothing
 */
public record ProgrammeSpectrum(double[] hertz, double[] levelsDb) {
    private static final int BLOCK_FRAMES = 4096;
    private static final double SHORTEST_SECONDS = 1;
    private static final double SILENCE_DB = -100;
    private static final double DEPTH_DB = 50;

    /**
     * Measures an input on the calling thread; memory does not grow with its length.
     *
     * @throws AudioFileException if it is shorter than a second, or silent
     * @throws RenderCancelledException if the progress ended it
     */
    public static ProgrammeSpectrum measure(RenderInput input, RenderProgress progress)
            throws IOException, RenderCancelledException {
        try (AudioReader reader = input.open()) {
            AudioInfo info = reader.info();
            LongTermSpectrum spectrum = new LongTermSpectrum(info.sampleRate(), info.channels());
            float[][] block = new float[info.channels()][BLOCK_FRAMES];
            long done = 0;
            for (int frames = reader.read(block, 0, BLOCK_FRAMES); frames >= 0;
                    frames = reader.read(block, 0, BLOCK_FRAMES)) {
                spectrum.process(block, 0, frames);
                done += frames;
                if (!progress.advanced("listening", done, info.frames()))
                    throw new RenderCancelledException(input.name());
            }
            return checked(input.name(), spectrum);
        }
    }

    private static ProgrammeSpectrum checked(String name, LongTermSpectrum spectrum) throws AudioFileException {
        if (spectrum.seconds() < SHORTEST_SECONDS)
            throw new AudioFileException(name + ": " + Math.rint(spectrum.seconds() * 100) / 100
                + " s is too short to measure its tone; it takes at least 1 s");
        ProgrammeSpectrum measured = new ProgrammeSpectrum(LongTermSpectrum.hertz(), spectrum.levelsDb());
        if (measured.loudestDb() < SILENCE_DB) throw new AudioFileException(name + ": is silent, it has no tone");
        return measured;
    }

    /**
     * How far another tone is away, whatever the levels: root mean square of the difference in dB over the bands that
     * are heard in both, less its mean; NaN if there are none.
     */
    public double toneDifferenceDb(ProgrammeSpectrum other) {
        double[] differences = new double[hertz.length];
        int count = 0;
        for (int band = 0; band < hertz.length; band++)
            if (hears(band) && other.hears(band)) differences[count++] = other.levelsDb[band] - levelsDb[band];
        double mean = Arrays.stream(differences, 0, count).average().orElse(Double.NaN);
        return Math.sqrt(Arrays.stream(differences, 0, count).map(d -> (d - mean) * (d - mean)).average()
            .orElse(Double.NaN));
    }

    private boolean hears(int band) {
        return levelsDb[band] > loudestDb() - DEPTH_DB;
    }

    private double loudestDb() {
        return Arrays.stream(levelsDb).max().orElse(Double.NEGATIVE_INFINITY);
    }
}
