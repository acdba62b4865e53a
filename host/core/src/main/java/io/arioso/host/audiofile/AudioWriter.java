package io.arioso.host.audiofile;

import java.io.Closeable;
import java.io.IOException;

/**
 * Writes the samples of one file or pipe. One thread at a time.
 *
 * <p>A file grows under a temporary name ending in {@code .part} in the target's folder; {@link #commit()} finishes it
 * and gives it its name in one step. Closing without a commit removes it, so an exception inside
 * <pre>{@code
 * try (AudioWriter writer = AudioFiles.create(path, spec, false)) {
 *     writer.write(block, 0, frames);
 *     writer.commit();
 * }
 * }</pre>
 * never leaves half a file under the final name. A process that is killed leaves only the {@code .part} file, whose
 * header is valid up to the last second of audio, so it can be opened.
 *
 * <p>Integer formats round to nearest (ties to even), hold samples at full scale and count them. Floating-point formats
 * keep every bit. Writing uncompressed files allocates nothing. Interrupting the thread inside a write makes the file
 * fail, as {@code java.nio} does.
 */
public interface AudioWriter extends Closeable {

    /**
     * Appends frames.
     *
     * @param channels at least one array per channel of the file; more arrays are left alone
     * @param offset   index of the first sample in each array
     * @param frames   0 or greater
     * @throws AudioFileException when the type cannot hold a file of that length
     */
    void write(float[][] channels, int offset, int frames) throws IOException;

    /** Appends frames given as {@code double}, otherwise as {@link #write(float[][], int, int)}. */
    void write(double[][] channels, int offset, int frames) throws IOException;

    /** Frames taken so far. */
    long framesWritten();

    /** Samples beyond full scale (above 1 or below -1) that an integer or lossy format could not keep. */
    long clippedSamples();

    /**
     * Samples that were NaN or infinite. Floating-point formats keep them; integer and lossy formats get silence for
     * NaN and full scale for an infinity.
     */
    long nonFiniteSamples();

    /**
     * Finishes the file: writes what is buffered, completes the header, forces the bytes to the disk and gives the file
     * its final name. A pipe is flushed. Nothing can be written afterwards; a second call does nothing.
     *
     * @throws IOException when any of it fails; then nothing is left under the final name
     */
    void commit() throws IOException;

    /** Gives up when not committed: the temporary file is removed. Never touches the final name. */
    @Override
    void close() throws IOException;
}
