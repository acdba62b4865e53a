package io.arioso.host.render;

import io.arioso.host.audiofile.AudioReader;
import java.io.IOException;
import java.util.Arrays;

/** A file as an endless programme: silence in front of its first frame and behind its last. */
final class PaddedReader {
    private final AudioReader reader;
    private long silentFrames;
    private boolean ended;

    /** Starts at a frame of the file; at silence in front of it if the frame is negative. */
    PaddedReader(AudioReader reader, long firstFrame) throws IOException {
        this.reader = reader;
        silentFrames = Math.max(0, -firstFrame);
        reader.seek(Math.max(0, firstFrame));
    }

    /** Fills all frames of a block; says whether the file reaches into or beyond this block. */
    boolean read(double[][] block) throws IOException {
        int frames = block[0].length;
        int done = (int) Math.min(silentFrames, frames);
        silentFrames -= done;
        for (double[] channel : block) Arrays.fill(channel, 0);
        boolean audio = done > 0;
        while (done < frames && !ended) {
            int read = reader.read(block, done, frames - done);
            ended = read < 0;
            if (ended) break;
            audio = true;
            done += read;
        }
        return audio;
    }
}
