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

    /** One entry; the copies with a changed field are for lying. */
    record Entry(byte[] name, byte[] localName, int method, byte[] packed, long crc, long packedBytes, long unpackedBytes,
                 int flags, long moveHeader) {

        static Entry stored(String name, byte[] content) {
            return of(name, 0, content, content);
        }

        static Entry deflated(String name, byte[] content) {
            return of(name, 8, deflate(content), content);
        }

        private static Entry of(String name, int method, byte[] packed, byte[] content) {
            CRC32 crc = new CRC32();
            crc.update(content);
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            return new Entry(bytes, bytes, method, packed, crc.getValue(), packed.length, content.length, 0, 0);
        }

        Entry named(byte[] other) {
            return new Entry(other, other, method, packed, crc, packedBytes, unpackedBytes, flags, moveHeader);
        }

        Entry locallyNamed(String other) {
            return new Entry(name, other.getBytes(StandardCharsets.UTF_8), method, packed, crc, packedBytes, unpackedBytes,
                flags, moveHeader);
        }

        Entry method(int other) {
            return new Entry(name, localName, other, packed, crc, packedBytes, unpackedBytes, flags, moveHeader);
        }

        Entry crc(long other) {
            return new Entry(name, localName, method, packed, other, packedBytes, unpackedBytes, flags, moveHeader);
        }

        Entry declaring(long packedSize, long unpackedSize) {
            return new Entry(name, localName, method, packed, crc, packedSize, unpackedSize, flags, moveHeader);
        }

        Entry flags(int other) {
            return new Entry(name, localName, method, packed, crc, packedBytes, unpackedBytes, other, moveHeader);
        }

        Entry headerMoved(long bytes) {
            return new Entry(name, localName, method, packed, crc, packedBytes, unpackedBytes, flags, bytes);
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
            long at = file.size() + entry.moveHeader;
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
            .putInt((int) entry.unpackedBytes).putShort((short) entry.name.length).putShort((short) 0).putShort((short) 0)
            .putShort((short) 0).putShort((short) 0).putInt(0).putInt((int) headerAt).array();
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
