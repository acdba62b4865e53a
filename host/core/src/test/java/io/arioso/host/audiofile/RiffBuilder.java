package io.arioso.host.audiofile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Puts RIFF files together by hand, right or wrong. */
final class RiffBuilder {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    RiffBuilder() {
        this("RIFF", 0x7fffffff);
    }

    RiffBuilder(String id, int size) {
        raw(id.getBytes(StandardCharsets.ISO_8859_1)).raw(little(4).putInt(size).array())
                .raw("WAVE".getBytes(StandardCharsets.ISO_8859_1));
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    RiffBuilder raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** A chunk whose size is stated as it is. */
    RiffBuilder chunk(String id, byte[] content) {
        return chunk(id, content.length, content);
    }

    /** A chunk whose header states any size. */
    RiffBuilder chunk(String id, int statedSize, byte[] content) {
        raw(id.getBytes(StandardCharsets.ISO_8859_1)).raw(little(4).putInt(statedSize).array()).raw(content);
        return raw(new byte[content.length & 1]);
    }

    RiffBuilder format(int tag, int channels, int rate, int blockAlign, int bits) {
        return chunk("fmt ", little(16).putShort((short) tag).putShort((short) channels).putInt(rate)
                .putInt(rate * blockAlign).putShort((short) blockAlign).putShort((short) bits).array());
    }

    RiffBuilder ds64(long riffSize, long dataSize) {
        return chunk("ds64", little(28).putLong(riffSize).putLong(dataSize).putLong(0).putInt(0).array());
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
