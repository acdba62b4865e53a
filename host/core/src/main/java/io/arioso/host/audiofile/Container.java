package io.arioso.host.audiofile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Lays out everything in an uncompressed file but its samples.
 *
 * <p>A file is: the opening (fixed length, contains all sizes but the audio's), the chunks in front, the audio header
 * (fixed length), the audio, padding, the chunks behind. Opening and audio header are written anew while it grows.
 */
abstract class Container {
    /** As a number of audio bytes: cannot be known, the file is a pipe. */
    static final long STREAMING = -1;

    final AudioSpec spec;

    Container(AudioSpec spec) {
        this.spec = spec;
    }

    /** The container for an uncompressed type. */
    static Container of(AudioSpec spec) throws AudioFileException {
        return switch (spec.type()) {
            case WAV, RF64, BW64 -> new RiffContainer(spec);
            case W64 -> new W64Container(spec);
            case AIFF, AIFC -> new AiffContainer(spec);
            default -> throw new IllegalArgumentException(spec.type() + " is not an uncompressed type");
        };
    }

    /** How samples are ordered. */
    abstract ByteLayout order();

    /** The byte order of sizes. */
    abstract ByteOrder sizeOrder();

    /** Bytes in front of the content of a chunk. */
    abstract int chunkHeaderBytes();

    /** Chunks start at multiples of this many bytes. */
    abstract int alignment();

    /** The most audio bytes that sizes can state. */
    long maxAudioBytes() {
        return Long.MAX_VALUE / 2;
    }

    /** Puts the opening. */
    abstract void putOpening(ByteBuffer out, long audioBytes, long fileBytes);

    /** Puts the audio header. */
    abstract void putAudioHeader(ByteBuffer out, long audioBytes);

    /** Puts the name and size of a chunk to be kept. */
    abstract void putChunkHeader(ByteBuffer out, Chunk chunk);

    /** A chunk as it stands in the file. */
    final ByteBuffer encode(Chunk chunk) {
        int bytes = chunkHeaderBytes() + chunk.data().length;
        ByteBuffer out = ByteBuffer.allocate(bytes + padding(bytes)).order(sizeOrder());
        putChunkHeader(out, chunk);
        out.put(chunk.data());
        return out.rewind();
    }

    /** Bytes to fill up after that many. */
    final int padding(long bytes) {
        return (int) (-bytes & alignment() - 1);
    }

    /** Length in the file of all chunks on one side of the audio. */
    final long chunkBytes(boolean beforeAudio) {
        long sum = 0;
        for (Chunk chunk : spec.chunks()) {
            if (chunk.beforeAudio() == beforeAudio) {
                long bytes = chunkHeaderBytes() + (long) chunk.data().length;
                sum += bytes + padding(bytes);
            }
        }
        return sum;
    }

    static byte[] letters(String id) {
        return id.getBytes(StandardCharsets.ISO_8859_1);
    }

    final int frameBytes() {
        return spec.channels() * spec.format().bytes();
    }
}
