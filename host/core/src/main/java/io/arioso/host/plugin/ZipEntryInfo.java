package io.arioso.host.plugin;

/**
 * One entry as a jar's central directory declares it; nothing of it is believed until it is unpacked.
 *
 * @param method 0 stored, 8 deflated
 * @param crc CRC-32 of the unpacked content
 * @param headerAt where its local header begins, in bytes from the start of the file
 */
record ZipEntryInfo(String name, int method, long crc, long packedBytes, long unpackedBytes, long headerAt) {
    static final int STORED = 0;
    static final int DEFLATED = 8;
    private static final int MAX_SHOWN = 80;
    private static final String CLASS_SUFFIX = ".class";

    boolean isClass() {
        return name.endsWith(CLASS_SUFFIX);
    }

    /** The name without {@code .class}, as class files write it. */
    String className() {
        return name.substring(0, name.length() - CLASS_SUFFIX.length());
    }

    String shownName() {
        return DisplayText.escape(name, MAX_SHOWN);
    }
}
