package io.arioso.host.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * How a file looks from outside: when this stays, the content is taken to have stayed.
 *
 * @param bytes its size
 * @param modifiedNs when it was last written, in nanoseconds since 1970
 */
record FileStamp(long bytes, long modifiedNs) {
    /** Coarse file systems count in steps of two seconds. */
    private static final long SETTLED_NS = TimeUnit.SECONDS.toNanos(2);

    /**
     * The stamp of a regular file.
     *
     * @throws IOException if it is missing or is something else, such as a folder or a pipe
     */
    static FileStamp of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) throw new IOException("it is not a file");
        return new FileStamp(attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }

    /** Whether a later change would show: a file written just now may be written again with the same stamp. */
    boolean isSettled(long nowNs) {
        return nowNs - modifiedNs > SETTLED_NS;
    }
}
