package io.arioso.host.audiofile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens and creates audio files and pipes. All methods may be called from any thread. */
public final class AudioFiles {
    private AudioFiles() {
    }

    /**
     * Opens a file for reading; its type is found from the content. A named pipe or device is read as a pipe.
     *
     * @throws AudioFileException when it is no audio file that can be read, saying why
     * @throws IOException        when it cannot be opened
     */
    public static AudioReader open(Path file) throws IOException {
        return AudioOpener.open(file);
    }

    /**
     * Opens a pipe for reading: WAV, RF64, BW64, W64, AIFF, AIFC or FLAC. Sizes that a streaming writer could not know
     * (0xFFFFFFFF) are accepted and the pipe is read to its end. Closing the reader closes the stream.
     *
     * @param name what to call it in messages, for example {@code "standard input"}
     */
    public static AudioReader open(InputStream in, String name) throws IOException {
        return AudioOpener.open(new PipeSource(in, name));
    }

    /**
     * Creates a file; it appears under its name at {@link AudioWriter#commit()}. A symbolic link is followed, so the
     * file that it points at is replaced.
     *
     * @param overwrite whether an existing file may be replaced
     * @throws OutputExistsException when it exists and must not be replaced, or is open for reading here
     * @throws AudioFileException    when the type cannot hold what the specification asks for
     */
    public static AudioWriter create(Path file, AudioSpec spec, boolean overwrite) throws IOException {
        return AudioCreator.create(file, spec, overwrite, sink -> sink);
    }

    /**
     * Writes to a pipe: WAV, RF64, BW64, W64, AIFF or AIFC with a header for streaming (sizes unknown), or FLAC. The
     * stream is flushed at {@link AudioWriter#commit()} and never closed.
     */
    public static AudioWriter stream(OutputStream out, AudioSpec spec) throws IOException {
        return AudioCreator.write(new PipeSink(out, "the output stream"), spec);
    }

    /** Why the types of {@link FileType#needsLibsndfile()} cannot be read and written here; empty if they can. */
    public static String libsndfileFault() {
        try {
            Sndfile.load("these files", FileType.CAF);
            return "";
        } catch (AudioFileException missing) {
            return String.valueOf(missing.getMessage());
        }
    }

    /** Whether both paths lead to one file, through links of any kind; false when either does not exist. */
    public static boolean sameFile(Path a, Path b) throws IOException {
        return Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b);
    }
}
