package io.arioso.host.plugin;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zip files that no decent tool writes: each header field can lie. */
final class RawZip {

    /** One entry, honest until a test makes it lie. */
    static final class Entry {
        private byte[] name;
        private byte[] localName;
        private int method;
        private final byte[] packed;
        private long crc;
        private long packedBytes;
        private long unpackedBytes;
        private int flags;
        private long headerMovedBy;

        private Entry(String name, int method, byte[] packed, byte[] content) {
            CRC32 sum = new CRC32();
            sum.update(content);
            this.name = name.getBytes(StandardCharsets.UTF_8);
            this.method = method;
            this.packed = packed;
            localName = this.name;
            crc = sum.getValue();
            packedBytes = packed.length;
            unpackedBytes = content.length;
        }

        static Entry stored(String name, byte[] content) {
            return new Entry(name, 0, content, content);
        }

        static Entry deflated(String name, byte[] content) {
            return new Entry(name, 8, deflate(content), content);
        }

        long packedBytes() {
            return packedBytes;
        }

        Entry named(byte[] other) {
            name = other;
            localName = other;
            return this;
        }

        Entry locallyNamed(String other) {
            localName = other.getBytes(StandardCharsets.UTF_8);
            return this;
        }

        Entry method(int other) {
            method = other;
            return this;
        }

        Entry crc(long other) {
            crc = other;
            return this;
        }

        Entry declaring(long packedSize, long unpackedSize) {
            packedBytes = packedSize;
            unpackedBytes = unpackedSize;
            return this;
        }

        Entry flags(int other) {
            flags = other;
            return this;
        }

        Entry headerMovedBy(long bytes) {
            headerMovedBy = bytes;
            return this;
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    RawZip add(Entry entry) {
        entries.add(entry);
        return this;
    }

    byte[] bytes() {
        return bytes(end -> end);
    }

    /** The file, its 22-byte end record changed by a test. */
    byte[] bytes(UnaryOperator<ByteBuffer> endRecord) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            long at = file.size() + entry.headerMovedBy;
            put(file, local(entry));
            put(file, entry.localName);
            put(file, entry.packed);
            put(directory, central(entry, at));
            put(directory, entry.name);
        }
        ByteBuffer end = buffer(22).putInt(0x06054b50).putInt(0).putShort((short) entries.size())
            .putShort((short) entries.size()).putInt(directory.size()).putInt(file.size()).putShort((short) 0);
        put(file, directory.toByteArray());
        put(file, endRecord.apply(end).array());
        return file.toByteArray();
    }

    private static byte[] local(Entry entry) {
        return buffer(30).putInt(0x04034b50).putShort((short) 20).putShort((short) entry.flags)
            .putShort((short) entry.method).putInt(0).putInt((int) entry.crc).putInt((int) entry.packedBytes)
            .putInt((int) entry.unpackedBytes).putShort((short) entry.localName.length).putShort((short) 0).array();
    }

    private static byte[] central(Entry entry, long headerAt) {
        return buffer(46).putInt(0x02014b50).putShort((short) 20).putShort((short) 20).putShort((short) entry.flags)
            .putShort((short) entry.method).putInt(0).putInt((int) entry.crc).putInt((int) entry.packedBytes)
            .putInt((int) entry.unpackedBytes).putShort((short) entry.name.length).putShort((short) 0)
            .putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0).putInt((int) headerAt).array();
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void put(ByteArrayOutputStream out, byte[] bytes) {
        out.write(bytes, 0, bytes.length);
    }

    private static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) packed.write(buffer, 0, deflater.deflate(buffer));
        deflater.end();
        return packed.toByteArray();
    }
}
