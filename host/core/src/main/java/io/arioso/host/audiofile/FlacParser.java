package io.arioso.host.audiofile;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Walks through the metadata blocks of a FLAC file and finds out how much audio is there, before the decoder library
 * sees anything of it.
 */
final class FlacParser {
    static final byte[] MARK = Container.letters("fLaC");
    static final String CHUNK_PREFIX = "FLAC:";
    private static final int STREAMINFO = 0;
    private static final int PADDING = 1;
    private static final int SEEKTABLE = 3;
    /** Longer than any frame that an encoder in use writes. */
    private static final int TAIL_BYTES = 1 << 18;

    private final ByteSource source;
    private final ChunkCollector found;
    private FlacStreamInfo stream;

    private FlacParser(ByteSource source) {
        this.source = source;
        this.found = new ChunkCollector(source);
    }

    /** A reader for a source that starts with {@code fLaC}. */
    static AudioReader open(ByteSource source) throws IOException {
        return new FlacParser(source).parse();
    }

    private AudioReader parse() throws IOException {
        found.readUpTo(MARK.length);
        boolean more = true;
        while (more) {
            more = nextBlock();
        }
        if (stream == null) {
            throw found.refuse("has no STREAMINFO block");
        }
        long start = source.position();
        long frames = source.seekable() ? framesPresent(start) : stream.totalFrames() == 0 ? -1 : stream.totalFrames();
        source.position(start);
        return new FlacReader(source, stream, info(frames), start);
    }

    private AudioInfo info(long frames) {
        return new AudioInfo(FileType.FLAC, SampleFormat.of((stream.bits() + 7) / 8 * 8, false),
                stream.channels(), stream.sampleRate(), frames, found.chunks(), found.warnings());
    }

    /** Visits one metadata block; false after the last. */
    private boolean nextBlock() throws IOException {
        byte[] header = found.readUpTo(4);
        if (header.length < 4) {
            throw found.refuse("ends inside its metadata: truncated");
        }
        int type = header[0] & 0x7f;
        int size = ByteBuffer.wrap(header).getInt() & 0xffffff;
        long end = source.position() + size;
        if (type == STREAMINFO) {
            readStreamInfo(size);
        } else if (stream == null) {
            throw found.refuse("does not start with a STREAMINFO block");
        } else if (type != PADDING && type != SEEKTABLE) {
            found.keep(CHUNK_PREFIX + type, size, true);
        }
        source.position(end);
        return header[0] >= 0 && found.visit();
    }

    private void readStreamInfo(int size) throws IOException {
        byte[] content = found.readUpTo(Math.min(size, FlacStreamInfo.BYTES));
        if (stream != null || content.length < FlacStreamInfo.BYTES) {
            throw found.refuse(stream != null ? "has two STREAMINFO blocks"
                    : "the STREAMINFO block has %d bytes, %d are needed", content.length, FlacStreamInfo.BYTES);
        }
        stream = FlacStreamInfo.parse(ByteBuffer.wrap(content));
        WaveFormat.checkRanges(stream.channels(), stream.sampleRate(), found);
        if (stream.bits() < 4 || stream.bits() > 24) {
            throw found.refuse("%d bit FLAC is not supported, only 4 to 24 bit are", stream.bits());
        }
        if (stream.maxBlock() < 16) {
            throw found.refuse("a block size of %d is outside 16..65535", stream.maxBlock());
        }
    }

    /** What the last frame in the file says about its length; the promise of the header where that cannot be found. */
    private long framesPresent(long start) throws IOException {
        long from = Math.max(start, source.length() - TAIL_BYTES);
        source.position(Math.min(from, source.length()));
        byte[] tail = found.readUpTo((int) Math.max(0, source.length() - from));
        FlacFrameHeader last = null;
        FlacFrameHeader next = FlacFrameHeader.find(tail, 0, tail.length, stream);
        while (next != null) {
            if (last == null || next.firstFrame() == last.firstFrame() + last.blockSize()) {
                last = next;
            }
            next = FlacFrameHeader.find(tail, next.at() + 1, tail.length, stream);
        }
        long promised = stream.totalFrames();
        if (last == null) {
            if (promised > 0) {
                found.warn("header promises %,d frames, file holds none: truncated", promised);
            }
            return 0;
        }
        source.position(from + last.at());
        boolean whole = new FlacReader(source, stream, info(-1), start).decodesBlock(last.firstFrame());
        long present = last.firstFrame() + (whole ? last.blockSize() : 0);
        if (promised != 0 && present >= promised) {
            return promised;
        }
        if (promised != 0) {
            found.warn("header promises %,d frames, file holds %,d: truncated", promised, present);
        } else {
            found.warn("the header does not state the length of the audio: %,d frames found", present);
        }
        return present;
    }
}
