package io.arioso.host.audiofile;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads uncompressed frames through one reused buffer. */
final class PcmReader implements AudioReader {
    private static final int BLOCK_BYTES = 1 << 17;

    private final ByteSource source;
    private final PcmLayout layout;
    private final AudioInfo info;
    private final SampleCodec codec;
    private final int frameBytes;
    private final ByteBuffer block;
    /** The frame at the start of the buffer, how many are in it, and which of them is next. */
    private long blockStart;
    private int blockFrames;
    private int blockAt;
    private long framesLeftInSource;

    PcmReader(ByteSource source, PcmLayout layout, AudioInfo info) {
        this.source = source;
        this.layout = layout;
        this.info = info;
        codec = SampleCodec.of(layout.format());
        frameBytes = layout.frameBytes();
        block = ByteBuffer.allocate(BLOCK_BYTES / frameBytes * frameBytes);
        framesLeftInSource = info.frames() < 0 ? Long.MAX_VALUE : info.frames();
    }

    @Override
    public AudioInfo info() {
        return info;
    }

    @Override
    public int read(float[][] channels, int offset, int frames) throws IOException {
        int done = 0;
        while (done < frames && fill()) {
            int count = Math.min(frames - done, blockFrames - blockAt);
            int at = blockAt * frameBytes;
            for (int channel = 0; channel < layout.channels(); channel++) {
                codec.decode(block.array(), at, frameBytes, channels[channel], offset + done, count);
                at += layout.format().bytes();
            }
            blockAt += count;
            done += count;
        }
        return done > 0 || frames == 0 ? done : -1;
    }

    @Override
    public int read(double[][] channels, int offset, int frames) throws IOException {
        int done = 0;
        while (done < frames && fill()) {
            int count = Math.min(frames - done, blockFrames - blockAt);
            int at = blockAt * frameBytes;
            for (int channel = 0; channel < layout.channels(); channel++) {
                codec.decode(block.array(), at, frameBytes, channels[channel], offset + done, count);
                at += layout.format().bytes();
            }
            blockAt += count;
            done += count;
        }
        return done > 0 || frames == 0 ? done : -1;
    }

    /** Makes sure that the buffer holds a frame to hand out; false at the end. */
    private boolean fill() throws IOException {
        if (blockAt < blockFrames) {
            return true;
        }
        blockStart += blockFrames;
        blockFrames = 0;
        blockAt = 0;
        if (framesLeftInSource <= 0) {
            return false;
        }
        block.clear().limit((int) Math.min(block.capacity() / frameBytes, framesLeftInSource) * frameBytes);
        do {
            if (source.read(block) < 0) {
                checkEarlyEnd();
                break;
            }
        } while (block.position() % frameBytes != 0);
        blockFrames = block.position() / frameBytes;
        framesLeftInSource -= blockFrames;
        layout.order().swap(block.array(), 0, blockFrames * frameBytes, layout.format().bytes());
        return blockFrames > 0;
    }

    /** A pipe may end whenever it likes; a file that had these bytes when it was opened may not. */
    private void checkEarlyEnd() throws AudioFileException {
        if (source.seekable() && block.position() < block.limit()) {
            throw new AudioFileException(ChunkCollector.sentence(source,
                    "ends at frame %,d, had %,d when it was opened: it became shorter while being read",
                    blockStart + block.position() / frameBytes, info.frames()));
        }
        framesLeftInSource = block.position() / frameBytes;
    }

    @Override
    public long position() {
        return blockStart + blockAt;
    }

    @Override
    public boolean seekable() {
        return source.seekable();
    }

    @Override
    public void seek(long frame) throws IOException {
        if (frame < 0) {
            throw new IllegalArgumentException("frame: " + frame + " is below 0");
        }
        if (!seekable()) {
            throw new IOException(source.name() + ": a pipe cannot be positioned");
        }
        if (frame >= blockStart && frame < blockStart + blockFrames) {
            blockAt = (int) (frame - blockStart);
            return;
        }
        blockStart = frame;
        blockFrames = 0;
        blockAt = 0;
        long inside = Math.min(frame, info.frames());
        framesLeftInSource = info.frames() - inside;
        source.position(layout.start() + inside * frameBytes);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
