package io.arioso.host.plugin;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks the entries of a jar into memory, never beyond what its directory declared, and checks each by its CRC.
 *
 * <p>The directory's figures were checked against the limits, so what is unpacked here is within them, whatever is
 * packed.
 */
final class ZipContents implements AutoCloseable {
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int BUFFER_BYTES = 1 << 14;

    private final RandomAccessFile file;
    private final Inflater inflater = new Inflater(true);
    private final byte[] packed = new byte[BUFFER_BYTES];
    private final byte[] unpacked = new byte[BUFFER_BYTES];

    ZipContents(RandomAccessFile file) {
        this.file = file;
    }

    /**
     * Where an entry's content begins.
     *
     * @throws BadJarException if its local header contradicts the directory: another reader would see another jar
     */
    long contentAt(ZipEntryInfo entry) throws IOException, BadJarException {
        if (entry.headerAt() + LOCAL_BYTES > file.length()) throw damaged(entry);
        ByteBuffer header = ZipDirectory.read(file, entry.headerAt(), LOCAL_BYTES);
        byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
        boolean agrees = header.getInt(0) == LOCAL_SIGNATURE
            && ZipDirectory.unsigned16(header, 8) == entry.method()
            && ZipDirectory.unsigned16(header, 26) == name.length
            && entry.headerAt() + LOCAL_BYTES + name.length <= file.length()
            && Arrays.equals(name, ZipDirectory.read(file, entry.headerAt() + LOCAL_BYTES, name.length).array());
        if (!agrees) throw damaged(entry);
        return entry.headerAt() + LOCAL_BYTES + name.length + ZipDirectory.unsigned16(header, 28);
    }

    /** Unpacks an entry without keeping it. */
    void check(ZipEntryInfo entry) throws IOException, BadJarException {
        unpack(entry, null);
    }

    /** The content of an entry, whose size the limits have checked. */
    byte[] read(ZipEntryInfo entry) throws IOException, BadJarException {
        byte[] content = new byte[(int) entry.unpackedBytes()];
        unpack(entry, content);
        return content;
    }

    private void unpack(ZipEntryInfo entry, byte[] content) throws IOException, BadJarException {
        file.seek(contentAt(entry));
        CRC32 crc = new CRC32();
        long length = entry.method() == ZipEntryInfo.STORED ? copy(entry, content, crc) : inflate(entry, content, crc);
        if (length != entry.unpackedBytes() || crc.getValue() != entry.crc()) throw damaged(entry);
    }

    private long copy(ZipEntryInfo entry, byte[] content, CRC32 crc) throws IOException, BadJarException {
        if (entry.packedBytes() != entry.unpackedBytes()) throw damaged(entry);
        long done = 0;
        while (done < entry.packedBytes()) {
            int read = file.read(packed, 0, (int) Math.min(BUFFER_BYTES, entry.packedBytes() - done));
            if (read < 0) throw damaged(entry);
            crc.update(packed, 0, read);
            if (content != null) System.arraycopy(packed, 0, content, (int) done, read);
            done += read;
        }
        return done;
    }

    private long inflate(ZipEntryInfo entry, byte[] content, CRC32 crc) throws IOException, BadJarException {
        inflater.reset();
        long taken = 0;
        long done = 0;
        try {
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    int read = file.read(packed, 0, (int) Math.min(BUFFER_BYTES, entry.packedBytes() - taken));
                    if (read <= 0) throw damaged(entry);
                    inflater.setInput(packed, 0, read);
                    taken += read;
                }
                int length = inflater.inflate(unpacked);
                if (done + length > entry.unpackedBytes() || inflater.needsDictionary()) throw damaged(entry);
                crc.update(unpacked, 0, length);
                if (content != null) System.arraycopy(unpacked, 0, content, (int) done, length);
                done += length;
            }
        } catch (DataFormatException malformed) {
            throw damaged(entry);
        }
        if (inflater.getBytesRead() != entry.packedBytes()) throw damaged(entry);
        return done;
    }

    private static BadJarException damaged(ZipEntryInfo entry) {
        return new BadJarException("the jar is damaged: " + entry.shownName() + " is not what the directory says");
    }

    @Override
    public void close() {
        inflater.end();
    }
}
