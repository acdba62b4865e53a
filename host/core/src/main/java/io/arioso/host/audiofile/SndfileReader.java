package io.arioso.host.audiofile;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads what libsndfile can read. Owns the library's file handle and one block of native memory. */
final class SndfileReader implements AudioReader {
    /** Samples handed over at a time, all channels together. */
    private static final int BLOCK_SAMPLES = 1 << 14;

    private final FileSource source;
    private final Sndfile library;
    private final Pointer file;
    private final AudioInfo info;
    private final boolean seekable;
    private final int blockFrames;
    private final Memory block;
    private final float[] floats;
    private final double[] doubles;
    private long position;
    private boolean closed;

    private SndfileReader(FileSource source, Sndfile library, Pointer file, AudioInfo info, boolean seekable) {
        this.source = source;
        this.library = library;
        this.file = file;
        this.info = info;
        this.seekable = seekable;
        blockFrames = BLOCK_SAMPLES / info.channels();
        block = new Memory(BLOCK_SAMPLES * Double.BYTES);
        floats = new float[BLOCK_SAMPLES];
        doubles = new double[BLOCK_SAMPLES];
    }

    /** Opens a file; the source is kept open to mark it as being read. */
    static AudioReader open(FileSource source, Path path, FileType guess) throws IOException {
        Sndfile library = Sndfile.load(source.name(), guess);
        try (Memory fields = new Memory(Sndfile.INFO_BYTES)) {
            fields.clear();
            Pointer file = library.sf_open(path.toAbsolutePath().toString(), Sndfile.MODE_READ, fields);
            if (file == null) {
                throw new AudioFileException(source.name() + ": cannot be read as " + guess + ": "
                        + library.sf_strerror(null));
            }
            try {
                AudioInfo info = info(source, fields, guess);
                return new SndfileReader(source, library, file, info, fields.getInt(Sndfile.INFO_SEEKABLE) != 0);
            } catch (IOException | RuntimeException e) {
                library.sf_close(file);
                throw e;
            }
        }
    }

    private static AudioInfo info(FileSource source, Memory fields, FileType guess) throws IOException {
        int channels = fields.getInt(Sndfile.INFO_CHANNELS);
        int sampleRate = fields.getInt(Sndfile.INFO_SAMPLE_RATE);
        int format = fields.getInt(Sndfile.INFO_FORMAT);
        ChunkCollector found = new ChunkCollector(source);
        WaveFormat.checkRanges(channels, sampleRate, found);
        FileType type = switch (format & Sndfile.TYPE_MASK) {
            case Sndfile.CAF -> FileType.CAF;
            case Sndfile.OGG -> (format & Sndfile.SUBTYPE_MASK) == Sndfile.OPUS ? FileType.OPUS : FileType.OGG;
            case Sndfile.MPEG -> FileType.MP3;
            default -> guess;
        };
        SampleFormat samples = switch (format & Sndfile.SUBTYPE_MASK) {
            case 1, 5 -> SampleFormat.INT8;
            case 2, 0x70 -> SampleFormat.INT16;
            case 3, 0x71, 0x72 -> SampleFormat.INT24;
            case 4, 0x73 -> SampleFormat.INT32;
            case 7 -> SampleFormat.FLOAT64;
            default -> SampleFormat.FLOAT32;
        };
        long frames = fields.getLong(Sndfile.INFO_FRAMES);
        return new AudioInfo(type, samples, channels, sampleRate, frames >= 0 && frames != Long.MAX_VALUE ? frames : -1,
                List.of(), found.warnings());
    }

    @Override
    public AudioInfo info() {
        return info;
    }

    @Override
    public int read(float[][] channels, int offset, int frames) throws IOException {
        int done = 0;
        while (done < frames) {
            int count = (int) library.sf_readf_float(file, block, Math.min(frames - done, blockFrames));
            if (count <= 0) {
                break;
            }
            block.read(0, floats, 0, count * info.channels());
            for (int channel = 0; channel < info.channels(); channel++) {
                for (int i = 0; i < count; i++) {
                    channels[channel][offset + done + i] = floats[i * info.channels() + channel];
                }
            }
            done += count;
        }
        position += done;
        return done > 0 || frames == 0 ? done : -1;
    }

    @Override
    public int read(double[][] channels, int offset, int frames) throws IOException {
        int done = 0;
        while (done < frames) {
            int count = (int) library.sf_readf_double(file, block, Math.min(frames - done, blockFrames));
            if (count <= 0) {
                break;
            }
            block.read(0, doubles, 0, count * info.channels());
            for (int channel = 0; channel < info.channels(); channel++) {
                for (int i = 0; i < count; i++) {
                    channels[channel][offset + done + i] = doubles[i * info.channels() + channel];
                }
            }
            done += count;
        }
        position += done;
        return done > 0 || frames == 0 ? done : -1;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public boolean seekable() {
        return seekable;
    }

    @Override
    public void seek(long frame) throws IOException {
        if (frame < 0) {
            throw new IllegalArgumentException("frame: " + frame + " is below 0");
        }
        long inside = info.frames() < 0 ? frame : Math.min(frame, info.frames());
        if (library.sf_seek(file, inside, Sndfile.SEEK_SET) < 0) {
            throw new AudioFileException(source.name() + ": cannot go to frame " + frame + ": "
                    + library.sf_strerror(file));
        }
        position = frame;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            library.sf_close(file);
            block.close();
            source.close();
        }
    }
}
