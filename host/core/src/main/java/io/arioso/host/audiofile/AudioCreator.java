package io.arioso.host.audiofile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Chooses the writer for a specification. */
final class AudioCreator {
    private AudioCreator() {
    }

    /** As {@link AudioFiles#create}; the operator may put something between the writer and the file. */
    static AudioWriter create(Path file, AudioSpec spec, boolean overwrite, UnaryOperator<ByteSink> between)
            throws IOException {
        PendingFile pending = PendingFile.create(file, overwrite);
        try {
            return spec.type().needsLibsndfile()
                    ? new SndfileWriter(pending, spec) : write(between.apply(pending), spec);
        } catch (IOException | RuntimeException e) {
            pending.close();
            throw e;
        }
    }

    /** A writer into a sink. */
    static AudioWriter write(ByteSink sink, AudioSpec spec) throws IOException {
        if (spec.type().needsLibsndfile()) {
            throw new AudioFileException(sink.name() + ": " + spec.type() + " can be written to a file, not to a pipe");
        }
        if (spec.type() == FileType.FLAC) {
            return new FlacWriter(sink, spec);
        }
        return new PcmWriter(sink, spec, Container.of(spec));
    }
}
