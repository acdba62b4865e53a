package io.arioso.host.render;

import io.arioso.dsp.meter.ProgrammeMeter;
import io.arioso.dsp.resample.Resampler;
import io.arioso.host.audiofile.AudioReader;
import java.io.IOException;

/** A reader's audio at another rate, or as it is; measured as it comes. */
final class ResampledSource {
    private final AudioReader reader;
    private final ProgrammeMeter meter;
    private final Resampler resampler;
    private final float[][] raw;
    private final int rawFrames;
    private boolean ended;
    private long framesRead;

    /** A source of blocks of at most {@code blockFrames}; {@code meter} hears the reader's own rate. */
    ResampledSource(AudioReader reader, double outputRate, int blockFrames, ProgrammeMeter meter) {
        this.reader = reader;
        this.meter = meter;
        int channels = reader.info().channels();
        double inputRate = reader.info().sampleRate();
        boolean same = inputRate == outputRate;
        resampler = same ? null : new Resampler(inputRate, outputRate, channels);
        rawFrames = same ? blockFrames : Math.max(1, (int) ((blockFrames - 2) * inputRate / outputRate));
        raw = same ? null : new float[channels][rawFrames];
    }

    /** The room that a block must have: what one read or the end may bring. */
    int roomFrames(int blockFrames) {
        return resampler == null ? blockFrames : Math.max(blockFrames, resampler.maxFlushFrames());
    }

    /** Frames taken from the reader. */
    long framesRead() {
        return framesRead;
    }

    /** Reads the next block; -1 at the end, 0 while the resampler waits for more. */
    int read(float[][] block, int blockFrames) throws IOException {
        if (ended) return -1;
        float[][] target = resampler == null ? block : raw;
        int frames = reader.read(target, 0, resampler == null ? blockFrames : rawFrames);
        if (frames < 0) {
            ended = true;
            return resampler == null ? -1 : resampler.flush(block, 0);
        }
        framesRead += frames;
        meter.process(target, 0, frames);
        return resampler == null ? frames : resampler.process(raw, 0, frames, block, 0);
    }
}
