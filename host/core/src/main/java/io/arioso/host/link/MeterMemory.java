package io.arioso.host.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.BitSet;
import java.util.Set;

/**
 * Memory that owner and screen share, cut into pages for meters. The owner makes the file and hands pages out; the
 * screen maps it and deletes it, so that nothing stays behind however the processes end.
 */
public final class MeterMemory implements AutoCloseable {
    /** Pages that there are. */
    public static final int PAGES = 4096;
    /** Bytes of a page. */
    static final int PAGE_BYTES = 4096;

    private static final int BYTES = PAGES * PAGE_BYTES;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final ByteBuffer bytes;
    private final FileChannel file;
    private final BitSet taken = new BitSet(PAGES);

    private MeterMemory(ByteBuffer bytes, FileChannel file) {
        this.bytes = bytes;
        this.file = file;
    }

    /** Makes the memory with a new file that only this user can read. The owner's side. */
    public static MeterMemory create(Path file) throws IOException {
        Set<StandardOpenOption> options =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileChannel channel = FileChannel.open(file, options, OWNER_ONLY);
        try {
            return new MeterMemory(channel.map(FileChannel.MapMode.READ_WRITE, 0, BYTES), channel);
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    /** Maps the owner's file for reading and deletes it. The screen's side. */
    public static MeterMemory open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() != BYTES)
                throw new LinkException("meter memory: " + channel.size() + " bytes are not " + BYTES);
            return new MeterMemory(channel.map(FileChannel.MapMode.READ_ONLY, 0, BYTES), null);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Hands a page out whose meters have not measured yet. The owner's side, one thread. Its memory is really taken
     * here: a full disk is an error now and no fault when it is written to.
     *
     * @return its number, for {@link #page}
     * @throws IOException if there is no more room
     */
    public int take() throws IOException {
        int number = taken.nextClearBit(0);
        if (number == PAGES) throw new IOException("meter memory: all " + PAGES + " pages are in use");
        ByteBuffer fresh = ByteBuffer.allocate(PAGE_BYTES).order(ByteOrder.nativeOrder());
        while (fresh.hasRemaining()) fresh.putDouble(Double.NaN);
        fresh.flip();
        while (fresh.hasRemaining()) file.write(fresh, (long) number * PAGE_BYTES + fresh.position());
        taken.set(number);
        return number;
    }

    /** Takes a page back that {@link #take} has handed out. The owner's side, one thread. */
    public void giveBack(int number) {
        taken.clear(number);
    }

    /**
     * A page by its number. [any-thread]
     *
     * @throws LinkException if there is none of that number
     */
    public MeterPage page(int number) throws LinkException {
        if (number < 0 || number >= PAGES)
            throw new LinkException("meter page: " + number + " is outside 0.." + (PAGES - 1));
        return new MeterPage(bytes.slice(number * PAGE_BYTES, PAGE_BYTES).order(ByteOrder.nativeOrder()));
    }

    /** Closes the file; pages that are in use stay good. */
    @Override
    public void close() throws IOException {
        if (file != null) file.close();
    }
}
