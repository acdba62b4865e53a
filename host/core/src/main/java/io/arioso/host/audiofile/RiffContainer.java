package io.arioso.host.audiofile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Lays out WAV, RF64 and BW64. A WAV keeps room for the 64-bit sizes in a {@code JUNK} chunk and becomes RF64 by itself
 * once a size no longer fits 32 bits (EBU Tech 3306).
 */
final class RiffContainer extends Container {
    private static final int DS64_BYTES = 28;
    private static final long IN_DS64 = 0xffffffffL;
    private static final byte[] RIFF = letters("RIFF");
    private static final byte[] RF64 = letters("RF64");
    private static final byte[] BW64 = letters("BW64");
    private static final byte[] WAVE = letters("WAVE");
    private static final byte[] JUNK = letters("JUNK");
    private static final byte[] DS64 = letters("ds64");
    private static final byte[] FMT = letters("fmt ");
    private static final byte[] FACT = letters("fact");
    private static final byte[] DATA = letters("data");

    RiffContainer(AudioSpec spec) throws AudioFileException {
        super(spec);
        if (spec.sampleRate() != Math.rint(spec.sampleRate())) {
            throw new AudioFileException("sample rate: " + spec.sampleRate() + " Hz does not fit "
                    + spec.type() + ", which holds whole hertz");
        }
        for (Chunk chunk : spec.chunks()) {
            if (chunk.id().length() != 4) {
                throw new AudioFileException("chunk '" + chunk.id() + "' does not fit " + spec.type()
                        + ", whose names have four letters");
            }
        }
    }

    @Override
    ByteLayout order() {
        return spec.format() == SampleFormat.INT8 ? ByteLayout.OFFSET_8_BIT : ByteLayout.LITTLE_ENDIAN;
    }

    @Override
    ByteOrder sizeOrder() {
        return ByteOrder.LITTLE_ENDIAN;
    }

    @Override
    int chunkHeaderBytes() {
        return 8;
    }

    @Override
    int alignment() {
        return 2;
    }

    private boolean longSizes(long fileBytes) {
        return spec.type() != FileType.WAV || fileBytes - 8 >= IN_DS64;
    }

    @Override
    void putOpening(ByteBuffer out, long audioBytes, long fileBytes) {
        boolean streaming = audioBytes == STREAMING;
        boolean longSizes = longSizes(fileBytes);
        long frames = streaming ? STREAMING : audioBytes / frameBytes();
        out.put(longSizes ? spec.type() == FileType.BW64 ? BW64 : RF64 : RIFF);
        out.putInt((int) (longSizes || streaming ? IN_DS64 : fileBytes - 8));
        out.put(WAVE).put(longSizes ? DS64 : JUNK).putInt(DS64_BYTES);
        out.putLong(longSizes ? streaming ? STREAMING : fileBytes - 8 : 0);
        out.putLong(longSizes ? audioBytes : 0).putLong(longSizes ? frames : 0).putInt(0);
        out.put(FMT).putInt(WaveFormatBlock.bytes(spec));
        WaveFormatBlock.put(out, spec);
        if (spec.format().isFloat()) {
            out.put(FACT).putInt(4).putInt((int) (streaming ? IN_DS64 : Math.min(IN_DS64, frames)));
        }
    }

    @Override
    void putAudioHeader(ByteBuffer out, long audioBytes) {
        boolean fits = spec.type() == FileType.WAV && audioBytes != STREAMING && audioBytes < IN_DS64;
        out.put(DATA).putInt((int) (fits ? audioBytes : IN_DS64));
    }

    @Override
    void putChunkHeader(ByteBuffer out, Chunk chunk) {
        out.put(letters(chunk.id())).putInt(chunk.data().length);
    }
}
