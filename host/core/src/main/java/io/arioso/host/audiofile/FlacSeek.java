package io.arioso.host.audiofile;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A place in a FLAC file to start decoding from, found by halving the file: no seek table is needed, and a wrong one
 * does no harm.
 *
 * @param offset     where a frame header is
 * @param firstFrame the first frame (sample of each channel) of that block
 */
record FlacSeek(long offset, long firstFrame) {
    private static final int WINDOW_BYTES = 1 << 16;

    /** The last place found that is not behind {@code frame}; the start of the audio at worst. */
    static FlacSeek find(ByteSource source, FlacStreamInfo stream, long start, long frame) throws IOException {
        FlacSeek best = new FlacSeek(start, 0);
        ByteBuffer window = ByteBuffer.allocate(WINDOW_BYTES);
        long from = start;
        long to = source.length();
        while (to - from > WINDOW_BYTES) {
            long middle = from + (to - from) / 2;
            source.position(middle);
            window.clear();
            source.readFully(window);
            FlacFrameHeader header = FlacFrameHeader.find(window.array(), 0, window.position(), stream);
            if (header != null && header.firstFrame() <= frame && header.firstFrame() >= best.firstFrame()) {
                best = new FlacSeek(middle + header.at(), header.firstFrame());
                from = middle + header.at();
            } else {
                to = middle;
            }
        }
        return best;
    }
}
