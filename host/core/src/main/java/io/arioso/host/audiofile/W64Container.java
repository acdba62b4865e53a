package io.arioso.host.audiofile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/** Lays out Sony Wave64. */
final class W64Container extends Container {
    private static final byte[] FMT = letters("fmt ");
    private static final byte[] FACT = letters("fact");
    private static final byte[] DATA = letters("data");
    private static final byte[] WAVE = letters("wave");

    W64Container(AudioSpec spec) throws AudioFileException {
        super(spec);
        if (spec.sampleRate() != Math.rint(spec.sampleRate())) {
            throw new AudioFileException("sample rate: " + spec.sampleRate() + " Hz does not fit W64,"
                    + " which holds whole hertz");
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
        return W64Parser.HEADER_BYTES;
    }

    @Override
    int alignment() {
        return 8;
    }

    @Override
    void putOpening(ByteBuffer out, long audioBytes, long fileBytes) {
        out.put(W64Parser.RIFF_GUID).putLong(audioBytes == STREAMING ? STREAMING : fileBytes);
        out.put(WAVE).put(W64Parser.LETTERS_GUID_TAIL);
        putHeader(out, FMT, WaveFormatBlock.bytes(spec));
        WaveFormatBlock.put(out, spec);
        pad(out);
        if (spec.format().isFloat()) {
            putHeader(out, FACT, 8);
            out.putLong(audioBytes == STREAMING ? STREAMING : audioBytes / frameBytes());
        }
    }

    @Override
    void putAudioHeader(ByteBuffer out, long audioBytes) {
        putHeader(out, DATA, audioBytes == STREAMING ? STREAMING - W64Parser.HEADER_BYTES : audioBytes);
    }

    @Override
    void putChunkHeader(ByteBuffer out, Chunk chunk) {
        if (chunk.id().length() == 4) {
            putHeader(out, letters(chunk.id()), chunk.data().length);
        } else {
            out.put(HexFormat.of().parseHex(chunk.id())).putLong(W64Parser.HEADER_BYTES + (long) chunk.data().length);
        }
    }

    private static void putHeader(ByteBuffer out, byte[] id, long contentBytes) {
        out.put(id).put(W64Parser.LETTERS_GUID_TAIL).putLong(W64Parser.HEADER_BYTES + contentBytes);
    }

    private void pad(ByteBuffer out) {
        for (int i = padding(out.position()); i > 0; i--) {
            out.put((byte) 0);
        }
    }
}
