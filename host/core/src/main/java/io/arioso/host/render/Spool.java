package io.arioso.host.render;

import io.arioso.host.audiofile.AudioFiles;
import io.arioso.host.audiofile.AudioReader;
import io.arioso.host.audiofile.AudioSpec;
import io.arioso.host.audiofile.AudioWriter;
import io.arioso.host.audiofile.FileType;
import io.arioso.host.audiofile.SampleFormat;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files in the place of pipes, for renders that take more than one pass; gone when closed. */
final class Spool implements Closeable {
    private static final int BLOCK_FRAMES = 4096;

    private final RenderJob original;
    private final RenderJob spooled;
    private final Path folder;

    /** Reads a pipe to its end into a temporary file and puts one in the place of an output pipe. */
    Spool(RenderJob original) throws IOException {
        this.original = original;
        folder = Files.createTempDirectory("arioso-render");
        RenderInput input = original.input();
        if (!input.reopens()) {
            Path copy = folder.resolve("input.wav");
            fill(input, copy);
            input = new RenderInput.OfFile(copy);
        }
        RenderOutput output = original.output().reopens() ? original.output()
            : new RenderOutput.OfFile(folder.resolve("output"), original.output().type(), true);
        spooled = original.between(input, output);
    }

    private static void fill(RenderInput input, Path copy) throws IOException {
        try (AudioReader reader = input.open()) {
            SampleFormat exact = reader.info().format();
            AudioSpec spec = new AudioSpec(FileType.WAV, exact, reader.info().channels(), reader.info().sampleRate(),
                reader.info().chunksFor(FileType.WAV));
            try (AudioWriter writer = AudioFiles.create(copy, spec, false)) {
                copy(reader, writer);
            }
        }
    }

    /** The job with files in the place of pipes. */
    RenderJob job() {
        return spooled;
    }

    /** Sends the finished file down the output pipe. */
    RenderResult deliver(RenderResult result) throws IOException {
        if (!(original.output() instanceof RenderOutput.OfStream pipe)) return result;
        try (AudioReader reader = AudioFiles.open(spooled.output().file().orElseThrow());
                AudioWriter writer = AudioFiles.stream(pipe.stream(), result.output())) {
            copy(reader, writer);
        }
        return result;
    }

    private static void copy(AudioReader reader, AudioWriter writer) throws IOException {
        double[][] block = new double[reader.info().channels()][BLOCK_FRAMES];
        for (int frames = reader.read(block, 0, BLOCK_FRAMES); frames >= 0;
                frames = reader.read(block, 0, BLOCK_FRAMES)) writer.write(block, 0, frames);
        writer.commit();
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) Files.delete(file);
        }
        Files.delete(folder);
    }
}
