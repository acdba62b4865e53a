package io.arioso.host.audiofile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import org.jflac.FLACDecoder;
import org.jflac.FrameListener;
import org.jflac.frame.Frame;
import org.jflac.metadata.Metadata;

/**
 * Reads FLAC frames through the jflac library.
 *
 * <p>The library gets a header of our making and then the frames, so it allocates nothing from what a file says but one
 * block (at most 65,535 frames). It skips damaged frames silently; here any damage ends the reading with a sentence,
 * since what follows would be shifted in time.
 */
final class FlacReader implements AudioReader {
    private final ByteSource source;
    private final FlacStreamInfo stream;
    private final AudioInfo info;
    private final long start;
    private final double scale;
    private FLACDecoder decoder;
    /** The frame at the start of the decoded block, how many are in it, and which of them is next. */
    private long blockStart;
    private int blockFrames;
    private int blockAt;

    FlacReader(ByteSource source, FlacStreamInfo stream, AudioInfo info, long start) throws IOException {
        this.source = source;
        this.stream = stream;
        this.info = info;
        this.start = start;
        scale = 1.0 / (1L << stream.bits() - 1);
        decoder = newDecoder();
    }

    /** A decoder for frames from where the source is now. */
    private FLACDecoder newDecoder() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(FlacParser.MARK.length + 4 + FlacStreamInfo.BYTES);
        header.put(FlacParser.MARK).putInt(0x80 << 24 | FlacStreamInfo.BYTES);
        // Equal block sizes, or the library takes frame numbers for sample numbers; no length, we count ourselves.
        new FlacStreamInfo(stream.maxBlock(), stream.maxBlock(), 0, 0, stream.sampleRate(), stream.channels(),
                stream.bits(), 0, stream.tail()).put(header);
        FLACDecoder result = new FLACDecoder(
                new SequenceInputStream(new ByteArrayInputStream(header.array()), new SourceStream(source)));
        result.readMetadata();
        result.addFrameListener(new DamageListener());
        return result;
    }

    /** Whether the block that the source is at, which starts with that frame, is there and sound. */
    boolean decodesBlock(long firstFrame) throws IOException {
        blockStart = firstFrame;
        try {
            return decode();
        } catch (AudioFileException e) {
            return false;
        }
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
            for (int channel = 0; channel < stream.channels(); channel++) {
                int[] from = decoder.getChannelData()[channel].getOutput();
                float[] to = channels[channel];
                for (int i = 0; i < count; i++) {
                    to[offset + done + i] = (float) (from[blockAt + i] * scale);
                }
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
            for (int channel = 0; channel < stream.channels(); channel++) {
                int[] from = decoder.getChannelData()[channel].getOutput();
                double[] to = channels[channel];
                for (int i = 0; i < count; i++) {
                    to[offset + done + i] = from[blockAt + i] * scale;
                }
            }
            blockAt += count;
            done += count;
        }
        return done > 0 || frames == 0 ? done : -1;
    }

    /** Makes sure that a frame is decoded and not yet handed out; false at the end. */
    private boolean fill() throws IOException {
        while (blockAt >= blockFrames) {
            blockStart += blockFrames;
            blockFrames = 0;
            blockAt = 0;
            if (info.frames() >= 0 && blockStart >= info.frames() || !decode()) {
                return false;
            }
        }
        return true;
    }

    private boolean decode() throws IOException {
        int skipped = decoder.getBadFrames();
        Frame frame;
        try {
            frame = decoder.readNextFrame();
        } catch (RuntimeException e) {
            // The library's own way to stumble over impossible values, or our listener.
            throw new AudioFileException(damageReport(String.valueOf(e.getMessage())), e);
        }
        if (frame == null) {
            if (info.frames() > blockStart && source.seekable()) {
                throw new AudioFileException(damageReport("the audio ends there"));
            }
            return false;
        }
        if (decoder.getBadFrames() != skipped || frame.header.channels != stream.channels()
                || frame.header.bitsPerSample != stream.bits() || frame.header.sampleNumber != blockStart) {
            throw new AudioFileException(damageReport("a block is missing or does not belong there"));
        }
        blockFrames = frame.header.blockSize;
        if (info.frames() >= 0) {
            blockFrames = (int) Math.min(blockFrames, info.frames() - blockStart);
        }
        return true;
    }

    private String damageReport(String what) {
        return ChunkCollector.sentence(source, "damaged at frame %,d: %s", blockStart, what);
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
        if (frame < blockStart || frame >= blockStart + blockFrames) {
            blockFrames = 0;
            blockAt = 0;
            blockStart = frame;
            if (frame >= info.frames()) {
                return;
            }
            FlacSeek target = FlacSeek.find(source, stream, start, frame);
            source.position(target.offset());
            blockStart = target.firstFrame();
            decoder = newDecoder();
            while (frame >= blockStart + blockFrames) {
                blockAt = blockFrames;
                if (!fill()) {
                    return;
                }
            }
        }
        blockAt = (int) (frame - blockStart);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    /** Ends the decoding at the first complaint: the library would go on searching, at the end of the file for ever. */
    private static final class DamageListener implements FrameListener {
        @Override
        public void processMetadata(Metadata metadata) {
            // Ours, and known.
        }

        @Override
        public void processFrame(Frame frame) {
            // The block is taken from the decoder.
        }

        @Override
        public void processError(String message) {
            throw new IllegalStateException(message);
        }
    }

    /** The source as the library wants it. */
    private static final class SourceStream extends InputStream {
        private final ByteSource source;
        private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).limit(0);

        SourceStream(ByteSource source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            return refill() ? buffer.get() & 0xff : -1;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (!refill()) {
                return -1;
            }
            int count = Math.min(length, buffer.remaining());
            buffer.get(to, offset, count);
            return count;
        }

        private boolean refill() throws IOException {
            if (buffer.hasRemaining()) {
                return true;
            }
            buffer.clear();
            int count = source.read(buffer);
            buffer.flip();
            return count > 0;
        }
    }
}
