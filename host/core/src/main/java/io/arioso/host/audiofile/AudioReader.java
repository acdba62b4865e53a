package io.arioso.host.audiofile;

import java.io.Closeable;
import java.io.IOException;

/**
 * Reads the samples of one file or pipe, forward or from any frame. One thread at a time.
 *
 * <p>Integers of n bits come as {@code value / 2^(n-1)}. {@code float} transfer is exact for 8, 16, 24 bit and 32-bit
 * floating point (every bit, also of a NaN); {@code double} transfer is exact for the rest too. Reading
 * uncompressed files allocates nothing. Interrupting the thread inside a read closes the file, as {@code java.nio} does.
 */
public interface AudioReader extends Closeable {

    /** What the file is; does not change while reading. */
    AudioInfo info();

    /**
     * Reads the next frames.
     *
     * @param channels one array per channel of the file, at least {@code offset + frames} long; more arrays are left
     *                 alone
     * @param offset   index of the first sample to fill in each array
     * @param frames   the most to read
     * @return frames read, fewer than asked only near the end (or when a pipe pauses); -1 at the end
     * @throws AudioFileException when the content turns out to be damaged
     */
    int read(float[][] channels, int offset, int frames) throws IOException;

    /** Reads the next frames as {@code double}, otherwise as {@link #read(float[][], int, int)}. */
    int read(double[][] channels, int offset, int frames) throws IOException;

    /** The frame that the next read starts at, counted from 0. */
    long position();

    /** Whether {@link #seek} works: yes for files, no for pipes. */
    boolean seekable();

    /**
     * Moves to a frame; the next read starts there. Frames behind the end are allowed and read as the end.
     *
     * @param frame 0 or greater
     * @throws IOException when not {@link #seekable()} or the file cannot be read
     */
    void seek(long frame) throws IOException;
}
