package io.arioso.host.audiofile;

import java.io.IOException;
import java.util.Locale;

/**
 * Where the samples of an uncompressed file are and how they look, as its header says.
 *
 * @param start where the first sample is, in bytes
 * @param bytes how many bytes the header promises, or {@link #UNKNOWN}
 */
record PcmLayout(FileType type, SampleFormat format, ByteLayout order, int channels, double sampleRate,
                 long start, long bytes) {

    /** The header does not say how long the audio is. */
    static final long UNKNOWN = -1;

    int frameBytes() {
        return channels * format.bytes();
    }

    /** A reader for what is there: the promise is checked against the source, differences become warnings. */
    AudioReader open(ByteSource source, ChunkCollector found) throws IOException {
        long readable = bytes;
        if (source.seekable()) {
            long present = Math.max(0, source.length() - start);
            if (bytes == UNKNOWN) {
                found.warn("the header does not state the length of the audio: read to the end of the file");
                readable = present;
            } else if (bytes < 0 || bytes > present) {
                found.warn("header promises %s frames, file holds %,d: truncated",
                        grouped(Long.divideUnsigned(bytes, frameBytes())), present / frameBytes());
                readable = present;
            }
        }
        if (readable > 0 && readable % frameBytes() != 0) {
            found.warn("the audio ends inside a frame: %,d bytes dropped", readable % frameBytes());
        }
        long frames = readable == UNKNOWN || readable < 0 ? UNKNOWN : readable / frameBytes();
        source.position(start);
        return new PcmReader(source, this, new AudioInfo(type, format, channels, sampleRate, frames,
                found.chunks(), found.warnings()));
    }

    private static String grouped(long unsigned) {
        return unsigned >= 0 ? String.format(Locale.ROOT, "%,d", unsigned) : Long.toUnsignedString(unsigned);
    }
}
