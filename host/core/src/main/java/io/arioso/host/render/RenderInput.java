package io.arioso.host.render;

import io.arioso.host.audiofile.AudioFiles;
import io.arioso.host.audiofile.AudioReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Where the audio of a render comes from. */
public sealed interface RenderInput {
    /** How messages call it. */
    String name();

    /** Opens it at its first frame. */
    AudioReader open() throws IOException;

    /** Whether {@link #open} works more than once. */
    boolean reopens();

    /** The file, if it is one. */
    default Optional<Path> file() {
        return Optional.empty();
    }

    /** A file. */
    record OfFile(Path path) implements RenderInput {
        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public AudioReader open() throws IOException {
            return AudioFiles.open(path);
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

    /** A pipe, read once. */
    record OfStream(InputStream stream, String name) implements RenderInput {
        @Override
        public AudioReader open() throws IOException {
            return AudioFiles.open(stream, name);
        }

        @Override
        public boolean reopens() {
            return false;
        }
    }
}
