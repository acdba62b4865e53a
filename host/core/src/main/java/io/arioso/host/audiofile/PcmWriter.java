package io.arioso.host.audiofile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Objects;

/** Writes uncompressed frames through one reused buffer. */
final class PcmWriter implements AudioWriter {
    private static final int BLOCK_BYTES = 1 << 17;
    private static final int HEADER_BYTES = 256;

    private final ByteSink sink;
    private final AudioSpec spec;
    private final Container container;
    private final SampleCodec codec;
    private final int frameBytes;
    private final ByteBuffer block;
    private final ByteBuffer header;
    private final long audioHeaderAt;
    private final long audioAt;
    private final long maxFrames;
    private int blockFrames;
    private long framesWritten;
    private long framesInHeader;
    private boolean failed;
    private boolean done;

    /** Writes the header at once; closes the sink if that fails. */
    PcmWriter(ByteSink sink, AudioSpec spec, Container container) throws IOException {
        this.sink = sink;
        this.spec = spec;
        this.container = container;
        codec = SampleCodec.of(spec.format());
        frameBytes = container.frameBytes();
        maxFrames = sink.rewritable() ? container.maxAudioBytes() / frameBytes : Long.MAX_VALUE;
        block = ByteBuffer.allocate(BLOCK_BYTES / frameBytes * frameBytes);
        header = ByteBuffer.allocate(HEADER_BYTES).order(container.sizeOrder());
        long stated = sink.rewritable() ? 0 : Container.STREAMING;
        container.putOpening(header, stated, 0);
        audioHeaderAt = header.position() + container.chunkBytes(true);
        sink.append(header.flip());
        appendChunks(true);
        container.putAudioHeader(header.clear(), stated);
        audioAt = audioHeaderAt + header.position();
        sink.append(header.flip());
    }

    private void appendChunks(boolean beforeAudio) throws IOException {
        for (Chunk chunk : spec.chunks()) {
            if (chunk.beforeAudio() == beforeAudio) {
                sink.append(container.encode(chunk));
            }
        }
    }

    @Override
    public void write(float[][] channels, int offset, int frames) throws IOException {
        for (int channel = 0; channel < spec.channels(); channel++) {
            Objects.checkFromIndexSize(offset, frames, channels[channel].length);
        }
        begin(frames);
        for (int done = 0; done < frames; ) {
            int count = Math.min(frames - done, room());
            int at = blockFrames * frameBytes;
            for (int channel = 0; channel < spec.channels(); channel++) {
                codec.encode(channels[channel], offset + done, block.array(), at, frameBytes, count);
                at += spec.format().bytes();
            }
            accept(count);
            done += count;
        }
    }

    @Override
    public void write(double[][] channels, int offset, int frames) throws IOException {
        for (int channel = 0; channel < spec.channels(); channel++) {
            Objects.checkFromIndexSize(offset, frames, channels[channel].length);
        }
        begin(frames);
        for (int done = 0; done < frames; ) {
            int count = Math.min(frames - done, room());
            int at = blockFrames * frameBytes;
            for (int channel = 0; channel < spec.channels(); channel++) {
                codec.encode(channels[channel], offset + done, block.array(), at, frameBytes, count);
                at += spec.format().bytes();
            }
            accept(count);
            done += count;
        }
    }

    private void begin(int frames) throws IOException {
        if (done || failed) {
            throw new IOException(sink.name() + (done ? ": is finished" : ": writing has failed before"));
        }
        if (framesWritten + frames > maxFrames) {
            failed = true;
            throw new AudioFileException(String.format(Locale.ROOT,
                    "%s: %,d frames do not fit %s, which ends at 4 GiB (%,d frames): use WAV, RF64 or W64", sink.name(),
                    framesWritten + frames, spec.type(), maxFrames));
        }
    }

    private int room() {
        return block.capacity() / frameBytes - blockFrames;
    }

    private void accept(int frames) throws IOException {
        blockFrames += frames;
        framesWritten += frames;
        boolean headerIsOld = framesWritten - framesInHeader >= spec.sampleRate();
        if (room() == 0 || headerIsOld) {
            try {
                flush();
                if (headerIsOld) {
                    updateHeader(audioBytes(), audioAt + audioBytes());
                }
            } catch (IOException e) {
                throw failure(e);
            }
        }
    }

    private long audioBytes() {
        return framesWritten * frameBytes;
    }

    private IOException failure(IOException cause) {
        failed = true;
        return new IOException(String.format(Locale.ROOT, "%s: writing failed after %,d frames: %s", sink.name(),
                framesWritten - blockFrames, cause.getMessage()), cause);
    }

    private void flush() throws IOException {
        int bytes = blockFrames * frameBytes;
        container.order().swap(block.array(), 0, bytes, spec.format().bytes());
        sink.append(block.clear().limit(bytes));
        blockFrames = 0;
    }

    private void updateHeader(long audioBytes, long fileBytes) throws IOException {
        framesInHeader = framesWritten;
        if (sink.rewritable()) {
            container.putOpening(header.clear(), audioBytes, fileBytes);
            sink.overwrite(0, header.flip());
            container.putAudioHeader(header.clear(), audioBytes);
            sink.overwrite(audioHeaderAt, header.flip());
        }
    }

    @Override
    public long framesWritten() {
        return framesWritten;
    }

    @Override
    public long clippedSamples() {
        return codec.clipped();
    }

    @Override
    public long nonFiniteSamples() {
        return codec.nonFinite();
    }

    @Override
    public void commit() throws IOException {
        if (done) {
            return;
        }
        begin(0);
        try {
            flush();
            int padding = container.padding(audioAt + audioBytes());
            if (sink.rewritable()) {
                sink.append(ByteBuffer.allocate(padding));
                appendChunks(false);
                updateHeader(audioBytes(), audioAt + audioBytes() + padding + container.chunkBytes(false));
            }
            sink.commit();
        } catch (AudioFileException e) {
            failed = true;
            throw e;
        } catch (IOException e) {
            throw failure(e);
        }
        done = true;
    }

    @Override
    public void close() throws IOException {
        failed = !done;
        sink.close();
    }
}
