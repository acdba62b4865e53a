package io.arioso.host.plugin;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The central directory of a jar, read with suspicion: within limits, and only where no two readers could disagree.
 *
 * <p>Source: PKWARE APPNOTE 6.3.10, sections 4.3.12 and 4.3.16. ZIP64 is refused, for it begins where the limits end.
 */
final class ZipDirectory {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int MAX_COMMENT_BYTES = 0xFFFF;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int ENCRYPTED = 1;

    private final Map<String, ZipEntryInfo> entries = new LinkedHashMap<>();
    private final long startsAt;

    private ZipDirectory(long startsAt) {
        this.startsAt = startsAt;
    }

    /** Reads the directory of a file that is no larger than the limits allow. */
    static ZipDirectory read(RandomAccessFile file) throws IOException, BadJarException {
        int tailBytes = (int) Math.min(file.length(), END_BYTES + MAX_COMMENT_BYTES);
        long tailAt = file.length() - tailBytes;
        ByteBuffer tail = read(file, tailAt, tailBytes);
        int end = findEnd(tail);
        int count = unsigned16(tail, end + 10);
        long bytes = unsigned32(tail, end + 12);
        long startsAt = unsigned32(tail, end + 16);
        if (count > JarLimits.MAX_ENTRIES)
            throw new BadJarException("the jar has " + count + " or more entries, more than " + JarLimits.MAX_ENTRIES);
        if (bytes > JarLimits.MAX_DIRECTORY_BYTES)
            throw new BadJarException("the jar's directory has " + bytes + " bytes, more than "
                + JarLimits.MAX_DIRECTORY_BYTES);
        if (startsAt + bytes != tailAt + end || unsigned16(tail, end + 8) != count || tail.getInt(end + 4) != 0)
            throw new BadJarException("the jar is damaged: its directory is not where its end record says");
        ZipDirectory directory = new ZipDirectory(startsAt);
        directory.parse(read(file, startsAt, (int) bytes), count);
        return directory;
    }

    Collection<ZipEntryInfo> entries() {
        return entries.values();
    }

    /** The entry of this name, or null. */
    ZipEntryInfo find(String name) {
        return entries.get(name);
    }

    /** Where the directory begins, and so where the last entry must have ended. */
    long startsAt() {
        return startsAt;
    }

    // A comment that contains an end record makes readers disagree: the last one must end the file.
    private static int findEnd(ByteBuffer tail) throws BadJarException {
        for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) != END_SIGNATURE) continue;
            if (at + END_BYTES + unsigned16(tail, at + 20) == tail.limit()) return at;
            throw new BadJarException("the jar is damaged: bytes follow its end record");
        }
        throw new BadJarException("this is no jar, or it is cut off: it has no end record");
    }

    private void parse(ByteBuffer directory, int count) throws BadJarException {
        long unpacked = 0;
        for (int i = 0; i < count; i++) {
            if (directory.remaining() < ENTRY_BYTES || directory.getInt(directory.position()) != ENTRY_SIGNATURE)
                throw damaged();
            ZipEntryInfo entry = parseEntry(directory);
            JarLimits.checkEntry(entry);
            unpacked += entry.unpackedBytes();
            if (unpacked > JarLimits.MAX_UNPACKED_BYTES)
                throw new BadJarException("the jar unpacks to more than " + JarLimits.MAX_UNPACKED_BYTES + " bytes");
            if (entries.put(entry.name(), entry) != null)
                throw new BadJarException("the jar has two entries named " + entry.shownName());
        }
        if (directory.hasRemaining()) throw damaged();
    }

    private static ZipEntryInfo parseEntry(ByteBuffer directory) throws BadJarException {
        int at = directory.position();
        int nameBytes = unsigned16(directory, at + 28);
        int next = at + ENTRY_BYTES + nameBytes + unsigned16(directory, at + 30) + unsigned16(directory, at + 32);
        if (next > directory.limit()) throw damaged();
        directory.position(next);
        ZipEntryInfo entry = new ZipEntryInfo(ZipEntryName.decode(directory.slice(at + ENTRY_BYTES, nameBytes)),
            unsigned16(directory, at + 10), unsigned32(directory, at + 16), unsigned32(directory, at + 20),
            unsigned32(directory, at + 24), unsigned32(directory, at + 42));
        if ((unsigned16(directory, at + 8) & ENCRYPTED) != 0)
            throw new BadJarException(entry.shownName() + " is encrypted");
        if (entry.method() != ZipEntryInfo.STORED && entry.method() != ZipEntryInfo.DEFLATED)
            throw new BadJarException(entry.shownName() + " is packed by method " + entry.method()
                + "; only 0 (stored) and 8 (deflated) are read");
        return entry;
    }

    private static BadJarException damaged() {
        return new BadJarException("the jar is damaged: its directory does not add up");
    }

    static ByteBuffer read(RandomAccessFile file, long at, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        file.seek(at);
        file.readFully(content);
        return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    static int unsigned16(ByteBuffer buffer, int at) {
        return buffer.getShort(at) & 0xFFFF;
    }

    static long unsigned32(ByteBuffer buffer, int at) {
        return buffer.getInt(at) & 0xFFFF_FFFFL;
    }
}
