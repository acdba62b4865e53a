package io.arioso.host.audiofile;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;

/**
 * Writes CAF, Ogg Vorbis, Opus and MP3 through libsndfile. Owns the library's file handle and one block of native
 * memory.
 *
 * <p>Integers are rounded here and handed over as 32-bit integers, because the library scales by 2^(n-1) - 1. Lossy
 * formats get finite samples within full scale.
 */
final class SndfileWriter implements AudioWriter {
    /** Samples handed over at a time, all channels together. */
    private static final int BLOCK_SAMPLES = 1 << 14;

    private final PendingFile pending;
    private final AudioSpec spec;
    private final Sndfile library;
    private final Pointer file;
    private final int blockFrames;
    private final Memory block;
    private final SampleCodec counter;
    private final double scale;
    private final int[] ints;
    private final float[] floats;
    private final double[] doubles;
    private long framesWritten;
    private long clippedLossy;
    private boolean failed;
    private boolean done;
    private boolean fileClosed;

    SndfileWriter(PendingFile pending, AudioSpec spec) throws IOException {
        this.pending = pending;
        this.spec = spec;
        if (!spec.chunks().isEmpty()) {
            throw new AudioFileException(pending.name() + ": chunk '" + spec.chunks().get(0).id() + "' does not fit "
                    + spec.type());
        }
        library = Sndfile.load(pending.name(), spec.type());
        file = openFile();
        blockFrames = BLOCK_SAMPLES / spec.channels();
        block = new Memory(BLOCK_SAMPLES * Double.BYTES);
        counter = SampleCodec.of(spec.format());
        scale = 1L << spec.format().bits() - 1;
        ints = new int[BLOCK_SAMPLES];
        floats = new float[BLOCK_SAMPLES];
        doubles = new double[BLOCK_SAMPLES];
    }

    private Pointer openFile() throws IOException {
        try (Memory fields = new Memory(Sndfile.INFO_BYTES)) {
            fields.clear();
            fields.setInt(Sndfile.INFO_SAMPLE_RATE, (int) spec.sampleRate());
            fields.setInt(Sndfile.INFO_CHANNELS, spec.channels());
            fields.setInt(Sndfile.INFO_FORMAT, format());
            if (spec.sampleRate() != Math.rint(spec.sampleRate()) || library.sf_format_check(fields) == 0) {
                throw new AudioFileException(String.format(Locale.ROOT,
                        "%s: this libsndfile cannot write %s with %d channels at %s Hz", pending.name(), spec.type(),
                        spec.channels(), spec.sampleRate()));
            }
            Pointer opened = library.sf_open(pending.temporary().toString(), Sndfile.MODE_WRITE, fields);
            if (opened == null) {
                throw new AudioFileException(pending.name() + ": cannot be written as " + spec.type() + ": "
                        + library.sf_strerror(null));
            }
            if (spec.type() == FileType.CAF) {
                library.sf_command(opened, Sndfile.UPDATE_HEADER_AUTO, null, 1);
            }
            return opened;
        }
    }

    private int format() {
        return switch (spec.type()) {
            case OGG -> Sndfile.OGG | Sndfile.VORBIS;
            case OPUS -> Sndfile.OGG | Sndfile.OPUS;
            case MP3 -> Sndfile.MPEG | Sndfile.MPEG_LAYER_3;
            default -> Sndfile.CAF | switch (spec.format()) {
                case INT8 -> 1;
                case INT16 -> 2;
                case INT24 -> 3;
                case INT32 -> 4;
                case FLOAT32 -> 6;
                case FLOAT64 -> 7;
            };
        };
    }

    @Override
    public void write(float[][] channels, int offset, int frames) throws IOException {
        for (int channel = 0; channel < spec.channels(); channel++) {
            Objects.checkFromIndexSize(offset, frames, channels[channel].length);
        }
        for (int written = 0; written < frames; ) {
            int count = Math.min(frames - written, blockFrames);
            for (int channel = 0; channel < spec.channels(); channel++) {
                float[] from = channels[channel];
                for (int i = 0; i < count; i++) {
                    put(i * spec.channels() + channel, from[offset + written + i]);
                }
            }
            send(count);
            written += count;
        }
    }

    @Override
    public void write(double[][] channels, int offset, int frames) throws IOException {
        for (int channel = 0; channel < spec.channels(); channel++) {
            Objects.checkFromIndexSize(offset, frames, channels[channel].length);
        }
        for (int written = 0; written < frames; ) {
            int count = Math.min(frames - written, blockFrames);
            for (int channel = 0; channel < spec.channels(); channel++) {
                double[] from = channels[channel];
                for (int i = 0; i < count; i++) {
                    put(i * spec.channels() + channel, from[offset + written + i]);
                }
            }
            send(count);
            written += count;
        }
    }

    private void put(int at, double sample) {
        if (!spec.type().lossless()) {
            floats[at] = withinFullScale(sample);
        } else if (spec.format().isFloat()) {
            if (!(Math.abs(sample) <= Double.MAX_VALUE)) {
                counter.countNonFinite(1);
            }
            floats[at] = (float) sample;
            doubles[at] = sample;
        } else {
            ints[at] = counter.quantize(sample, scale) << 32 - spec.format().bits();
        }
    }

    private float withinFullScale(double sample) {
        if (sample >= -1 && sample <= 1) {
            return (float) sample;
        }
        if (!(Math.abs(sample) <= Double.MAX_VALUE)) {
            counter.countNonFinite(1);
        }
        if (sample != sample) {
            return 0;
        }
        clippedLossy++;
        return sample > 0 ? 1 : -1;
    }

    private void send(int frames) throws IOException {
        if (done || failed) {
            throw new IOException(pending.name() + (done ? ": is finished" : ": writing has failed before"));
        }
        int samples = frames * spec.channels();
        long sent;
        if (spec.type().lossless() && !spec.format().isFloat()) {
            block.write(0, ints, 0, samples);
            sent = library.sf_writef_int(file, block, frames);
        } else if (spec.type().lossless() && spec.format() == SampleFormat.FLOAT64) {
            block.write(0, doubles, 0, samples);
            sent = library.sf_writef_double(file, block, frames);
        } else {
            block.write(0, floats, 0, samples);
            sent = library.sf_writef_float(file, block, frames);
        }
        if (sent != frames) {
            failed = true;
            throw new IOException(String.format(Locale.ROOT, "%s: writing failed after %,d frames: %s", pending.name(),
                    framesWritten, library.sf_strerror(file)));
        }
        framesWritten += frames;
    }

    @Override
    public long framesWritten() {
        return framesWritten;
    }

    @Override
    public long clippedSamples() {
        return counter.clipped() + clippedLossy;
    }

    @Override
    public long nonFiniteSamples() {
        return counter.nonFinite();
    }

    @Override
    public void commit() throws IOException {
        if (done) {
            return;
        }
        if (failed) {
            throw new IOException(pending.name() + ": writing has failed before");
        }
        failed = true;
        if (closeFile() != 0) {
            throw new IOException(pending.name() + ": finishing the file failed");
        }
        pending.commit();
        failed = false;
        done = true;
    }

    private int closeFile() {
        if (fileClosed) {
            return 0;
        }
        fileClosed = true;
        block.close();
        return library.sf_close(file);
    }

    @Override
    public void close() throws IOException {
        failed = !done;
        closeFile();
        pending.close();
    }
}
