package io.arioso.host.plugin;

/** How large an effect jar may be. Beyond is an accident or an attack; SEI CERT IDS04-J names the same two dangers. */
final class JarLimits {
    static final long MAX_JAR_BYTES = 64L << 20;
    static final int MAX_ENTRIES = 10_000;
    static final long MAX_UNPACKED_BYTES = 256L << 20;
    static final int MAX_RATIO = 200;
    /** Up to here an entry may shrink as much as it likes: a table of zeros is no bomb. */
    static final long RATIO_FREE_BYTES = 1L << 20;
    static final int MAX_NAME_BYTES = 512;
    static final int MAX_DIRECTORY_BYTES = 4 << 20;
    static final int MAX_CLASS_BYTES = 4 << 20;
    static final int MAX_MANIFEST_BYTES = 1 << 20;

    private JarLimits() {
    }

    static void checkJar(long bytes) throws BadJarException {
        if (bytes == 0) throw new BadJarException("the jar is empty: 0 bytes");
        if (bytes > MAX_JAR_BYTES)
            throw new BadJarException("the jar has " + bytes + " bytes, more than " + MAX_JAR_BYTES);
    }

    static void checkEntry(ZipEntryInfo entry) throws BadJarException {
        if (entry.unpackedBytes() > RATIO_FREE_BYTES && entry.unpackedBytes() / MAX_RATIO > entry.packedBytes())
            throw new BadJarException(entry.shownName() + " unpacks from " + entry.packedBytes() + " to "
                + entry.unpackedBytes() + " bytes, more than " + MAX_RATIO + ":1");
        if (entry.isClass()) checkSize(entry, MAX_CLASS_BYTES);
        if (entry.name().equalsIgnoreCase("META-INF/MANIFEST.MF")) checkSize(entry, MAX_MANIFEST_BYTES);
    }

    private static void checkSize(ZipEntryInfo entry, int bound) throws BadJarException {
        if (entry.unpackedBytes() > bound)
            throw new BadJarException(entry.shownName() + " has " + entry.unpackedBytes() + " bytes, more than "
                + bound);
    }
}
