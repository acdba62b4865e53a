package io.arioso.host.render;

import io.arioso.dsp.meter.ProgrammeMeter;
import io.arioso.dsp.meter.ProgrammeReport;
import io.arioso.host.audiofile.AudioInfo;
import io.arioso.host.audiofile.AudioReader;
import java.io.IOException;

/**
 * A file measured from start to end.
 *
 * @param info what the file is
 * @param report what was measured
 */
public record ProgrammeAnalysis(AudioInfo info, ProgrammeReport report) {
    private static final int BLOCK_FRAMES = 4096;

    /**
     * Measures an input on the calling thread; memory does not grow with its length.
     *
     * @throws RenderCancelledException if the progress ended it
     */
    public static ProgrammeAnalysis analyze(RenderInput input, RenderProgress progress)
            throws IOException, RenderCancelledException {
        try (AudioReader reader = input.open()) {
            AudioInfo info = reader.info();
            ProgrammeMeter meter = new ProgrammeMeter(info.sampleRate(), info.channels());
            float[][] block = new float[info.channels()][BLOCK_FRAMES];
            long done = 0;
            for (int frames = reader.read(block, 0, BLOCK_FRAMES); frames >= 0;
                    frames = reader.read(block, 0, BLOCK_FRAMES)) {
                meter.process(block, 0, frames);
                done += frames;
                if (!progress.advanced("measuring", done, info.frames()))
                    throw new RenderCancelledException(input.name());
            }
            return new ProgrammeAnalysis(info, meter.report());
        }
    }
}
