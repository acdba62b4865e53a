package io.arioso.host.audiofile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Objects;
import net.sourceforge.javaflacencoder.EncodingConfiguration;
import net.sourceforge.javaflacencoder.EncodingConfiguration.SubframeType;
import net.sourceforge.javaflacencoder.FLACEncoder;
import net.sourceforge.javaflacencoder.StreamConfiguration;

/**
 * Writes FLAC through the java-flac-encoder library, one block at a time on the calling thread.
 *
 * <p>The metadata is written here, so that chunks can be kept; the library's own header is dropped and only its totals
 * (length, frame sizes, MD5) are taken over at the end. The library prints to the error stream when its exhaustive mode
 * gives up on noise, so that mode is used for constant blocks only (digital silence), where it cannot happen; linear
 * prediction gives the same size on music in less than half the time.
 */
final class FlacWriter implements AudioWriter {
    private static final int BLOCK = 4096;
    private static final int MAX_CHANNELS = 8;
    private static final int MAX_SAMPLE_RATE = 655_350;
    private static final int PADDING_BYTES = 1024;
    private static final int LAST = 0x80;
    private static final int PADDING = 1;

    private final ByteSink sink;
    private final AudioSpec spec;
    private final SampleCodec quantizer;
    private final double scale;
    private final FLACEncoder encoder = new FLACEncoder();
    private final EncodingConfiguration musical = configuration(SubframeType.LPC);
    private final EncodingConfiguration constant = configuration(SubframeType.EXHAUSTIVE);
    private final int[] block;
    private final FlacEncodedBytes encoded;
    private boolean constantMode;
    private int blockFrames;
    private long framesWritten;
    private boolean failed;
    private boolean done;

    FlacWriter(ByteSink sink, AudioSpec spec) throws IOException {
        check(sink.name(), spec);
        this.sink = sink;
        this.spec = spec;
        quantizer = SampleCodec.of(spec.format());
        scale = 1L << spec.format().bits() - 1;
        block = new int[BLOCK * spec.channels()];
        writeMetadata();
        encoded = new FlacEncodedBytes(sink);
        encoder.setThreadCount(1);
        encoder.setStreamConfiguration(new StreamConfiguration(spec.channels(), BLOCK, BLOCK,
                (int) spec.sampleRate(), spec.format().bits()));
        encoder.setEncodingConfiguration(musical);
        encoder.setOutputStream(encoded);
        encoder.openFLACStream();
        encoded.framesFollow();
    }

    private static void check(String name, AudioSpec spec) throws AudioFileException {
        if (spec.format() != SampleFormat.INT16 && spec.format() != SampleFormat.INT24) {
            throw new AudioFileException(name + ": FLAC is written with 16 or 24 bit, not as " + spec.format());
        }
        if (spec.channels() > MAX_CHANNELS) {
            throw new AudioFileException(name + ": " + spec.channels() + " channels are outside FLAC's 1.."
                    + MAX_CHANNELS);
        }
        if (spec.sampleRate() > MAX_SAMPLE_RATE || spec.sampleRate() != Math.rint(spec.sampleRate())) {
            throw new AudioFileException(name + ": a sample rate of " + spec.sampleRate()
                    + " Hz does not fit FLAC, which holds whole hertz up to 655,350");
        }
        for (Chunk chunk : spec.chunks()) {
            if (!chunk.id().matches(FlacParser.CHUNK_PREFIX + "([2-9]|[1-9][0-9]|1[01][0-9]|12[0-6])")
                    || chunk.data().length >= 1 << 24) {
                throw new AudioFileException(name + ": chunk '" + chunk.id() + "' with " + chunk.data().length
                        + " bytes does not fit FLAC");
            }
        }
    }

    private static EncodingConfiguration configuration(SubframeType type) {
        EncodingConfiguration result = new EncodingConfiguration();
        result.setSubframeType(type);
        return result;
    }

    private FlacStreamInfo streamInfo(int minFrameBytes, int maxFrameBytes, long frames, byte[] md5) {
        return new FlacStreamInfo(BLOCK, BLOCK, minFrameBytes, maxFrameBytes, (int) spec.sampleRate(), spec.channels(),
                spec.format().bits(), frames, md5);
    }

    private void writeMetadata() throws IOException {
        ByteBuffer opening = ByteBuffer.allocate(FlacParser.MARK.length + 4 + FlacStreamInfo.BYTES);
        opening.put(FlacParser.MARK).putInt(FlacStreamInfo.BYTES);
        streamInfo(0, 0, 0, new byte[16]).put(opening);
        sink.append(opening.flip());
        for (Chunk chunk : spec.chunks()) {
            int type = Integer.parseInt(chunk.id().substring(FlacParser.CHUNK_PREFIX.length()));
            ByteBuffer copy = ByteBuffer.allocate(4 + chunk.data().length);
            copy.putInt(type << 24 | chunk.data().length).put(chunk.data());
            sink.append(copy.flip());
        }
        ByteBuffer padding = ByteBuffer.allocate(4 + PADDING_BYTES);
        padding.putInt(0, (LAST | PADDING) << 24 | PADDING_BYTES);
        sink.append(padding);
    }

    @Override
    public void write(float[][] channels, int offset, int frames) throws IOException {
        for (int channel = 0; channel < spec.channels(); channel++) {
            Objects.checkFromIndexSize(offset, frames, channels[channel].length);
        }
        begin();
        for (int written = 0; written < frames; ) {
            encodeFullBlock();
            int count = Math.min(frames - written, BLOCK - blockFrames);
            for (int channel = 0; channel < spec.channels(); channel++) {
                float[] from = channels[channel];
                int to = blockFrames * spec.channels() + channel;
                for (int i = offset + written; i < offset + written + count; i++) {
                    block[to] = quantizer.quantize(from[i], scale);
                    to += spec.channels();
                }
            }
            blockFrames += count;
            framesWritten += count;
            written += count;
        }
    }

    @Override
    public void write(double[][] channels, int offset, int frames) throws IOException {
        for (int channel = 0; channel < spec.channels(); channel++) {
            Objects.checkFromIndexSize(offset, frames, channels[channel].length);
        }
        begin();
        for (int written = 0; written < frames; ) {
            encodeFullBlock();
            int count = Math.min(frames - written, BLOCK - blockFrames);
            for (int channel = 0; channel < spec.channels(); channel++) {
                double[] from = channels[channel];
                int to = blockFrames * spec.channels() + channel;
                for (int i = offset + written; i < offset + written + count; i++) {
                    block[to] = quantizer.quantize(from[i], scale);
                    to += spec.channels();
                }
            }
            blockFrames += count;
            framesWritten += count;
            written += count;
        }
    }

    private void begin() throws IOException {
        if (done || failed) {
            throw new IOException(sink.name() + (done ? ": is finished" : ": writing has failed before"));
        }
    }

    /** A full block waits for what follows it, since the library wants to be told which block is the last. */
    private void encodeFullBlock() throws IOException {
        if (blockFrames == BLOCK) {
            try {
                encodeBlock(false);
            } catch (IOException | RuntimeException e) {
                throw failure(e);
            }
        }
    }

    private void encodeBlock(boolean last) throws IOException {
        boolean isConstant = isConstant();
        if (isConstant != constantMode) {
            constantMode = isConstant;
            encoder.setEncodingConfiguration(isConstant ? constant : musical);
        }
        encoder.addSamples(block, blockFrames);
        encoder.encodeSamples(blockFrames, last);
        blockFrames = 0;
    }

    private boolean isConstant() {
        int channels = spec.channels();
        for (int i = channels; i < blockFrames * channels; i++) {
            if (block[i] != block[i - channels]) {
                return false;
            }
        }
        return true;
    }

    private IOException failure(Exception cause) {
        failed = true;
        return new IOException(String.format(Locale.ROOT, "%s: writing failed after %,d frames: %s", sink.name(),
                framesWritten - blockFrames, cause.getMessage()), cause);
    }

    @Override
    public long framesWritten() {
        return framesWritten;
    }

    @Override
    public long clippedSamples() {
        return quantizer.clipped();
    }

    @Override
    public long nonFiniteSamples() {
        return quantizer.nonFinite();
    }

    @Override
    public void commit() throws IOException {
        if (done) {
            return;
        }
        begin();
        try {
            if (framesWritten > 0) {
                encodeBlock(true);
            }
            if (framesWritten > 0 && sink.rewritable()) {
                completeStreamInfo();
            }
            sink.commit();
        } catch (AudioFileException e) {
            failed = true;
            throw e;
        } catch (IOException | RuntimeException e) {
            throw failure(e);
        }
        done = true;
    }

    /** Takes the totals over from the library's STREAMINFO, but not its block sizes: it counts a short last block. */
    private void completeStreamInfo() throws IOException {
        FlacStreamInfo totals = encoded.streamInfo();
        ByteBuffer content = ByteBuffer.allocate(FlacStreamInfo.BYTES);
        streamInfo(totals.minFrameBytes(), totals.maxFrameBytes(), framesWritten, totals.tail()).put(content);
        sink.overwrite(FlacParser.MARK.length + 4L, content.flip());
    }

    @Override
    public void close() throws IOException {
        failed = !done;
        sink.close();
    }
}
