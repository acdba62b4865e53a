package io.arioso.host.audiofile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Lays out AIFF, and AIFC where it was asked for or floating point needs it. */
final class AiffContainer extends Container {
    private static final long UNKNOWN_SIZE = 0xffffffffL;
    private static final int AIFC_VERSION_1 = 0xa2805140;
    private static final int AUDIO_HEADER_BYTES = 16;
    private static final byte[] FORM = letters("FORM");
    private static final byte[] AIFF = letters("AIFF");
    private static final byte[] AIFC = letters("AIFC");
    private static final byte[] FVER = letters("FVER");
    private static final byte[] COMM = letters("COMM");
    private static final byte[] SSND = letters("SSND");

    private final boolean aifc;
    private final byte[] compression;

    AiffContainer(AudioSpec spec) throws AudioFileException {
        super(spec);
        aifc = spec.type() == FileType.AIFC || spec.format().isFloat();
        compression = letters(switch (spec.format()) {
            case FLOAT32 -> "fl32";
            case FLOAT64 -> "fl64";
            default -> "NONE";
        });
        for (Chunk chunk : spec.chunks()) {
            if (chunk.id().length() != 4) {
                throw new AudioFileException("chunk '" + chunk.id()
                        + "' does not fit AIFF, whose names have four letters");
            }
        }
    }

    @Override
    ByteLayout order() {
        return ByteLayout.BIG_ENDIAN;
    }

    @Override
    ByteOrder sizeOrder() {
        return ByteOrder.BIG_ENDIAN;
    }

    @Override
    int chunkHeaderBytes() {
        return 8;
    }

    @Override
    int alignment() {
        return 2;
    }

    @Override
    long maxAudioBytes() {
        return UNKNOWN_SIZE - 1 - 256 - chunkBytes(true) - chunkBytes(false);
    }

    @Override
    void putOpening(ByteBuffer out, long audioBytes, long fileBytes) {
        boolean streaming = audioBytes == STREAMING;
        out.put(FORM).putInt((int) (streaming ? UNKNOWN_SIZE : fileBytes - 8));
        out.put(aifc ? AIFC : AIFF);
        if (aifc) {
            out.put(FVER).putInt(4).putInt(AIFC_VERSION_1);
        }
        out.put(COMM).putInt(aifc ? 24 : 18);
        out.putShort((short) spec.channels());
        out.putInt((int) (streaming ? UNKNOWN_SIZE : audioBytes / frameBytes()));
        out.putShort((short) spec.format().bits());
        ExtendedFloat.write(out, spec.sampleRate());
        if (aifc) {
            // The name of the compression, a counted string: empty, and a byte to make the length even.
            out.put(compression).putShort((short) 0);
        }
    }

    @Override
    void putAudioHeader(ByteBuffer out, long audioBytes) {
        out.put(SSND);
        out.putInt((int) (audioBytes == STREAMING ? UNKNOWN_SIZE : audioBytes + AUDIO_HEADER_BYTES - 8));
        out.putInt(0).putInt(0);
    }

    @Override
    void putChunkHeader(ByteBuffer out, Chunk chunk) {
        out.put(letters(chunk.id())).putInt(chunk.data().length);
    }
}
