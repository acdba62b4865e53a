package io.arioso.host.render;

import io.arioso.host.audiofile.AudioFiles;
import io.arioso.host.audiofile.AudioSpec;
import io.arioso.host.audiofile.AudioWriter;
import io.arioso.host.audiofile.FileType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Where the audio of a render goes. */
public sealed interface RenderOutput {
    /** The kind of file. */
    FileType type();

    /** Begins to write; nothing appears under a final name before the commit. */
    AudioWriter open(AudioSpec spec) throws IOException;

    /** Whether a pass that is not committed leaves no trace, so that another can follow. */
    boolean reopens();

    /** The file, if it is one. */
    default Optional<Path> file() {
        return Optional.empty();
    }

    /** A file, with leave to replace an existing one or not. */
    record OfFile(Path path, FileType type, boolean overwrite) implements RenderOutput {
        @Override
        public AudioWriter open(AudioSpec spec) throws IOException {
            return AudioFiles.create(path, spec, overwrite);
        }

        @Override
        public boolean reopens() {
            return true;
        }

        @Override
        public Optional<Path> file() {
            return Optional.of(path);
        }
    }

    /** A pipe. */
    record OfStream(OutputStream stream, FileType type) implements RenderOutput {
        @Override
        public AudioWriter open(AudioSpec spec) throws IOException {
            return AudioFiles.stream(stream, spec);
        }

        @Override
        public boolean reopens() {
            return false;
        }
    }
}
