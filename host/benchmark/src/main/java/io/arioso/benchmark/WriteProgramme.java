package io.arioso.benchmark;

import io.arioso.host.audiofile.AudioFiles;
import io.arioso.host.audiofile.AudioSpec;
import io.arioso.host.audiofile.AudioWriter;
import io.arioso.host.audiofile.FileType;
import io.arioso.host.audiofile.SampleFormat;
import java.io.FileOutputStream;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Writes the programme as a stereo 48 kHz float WAV file, or into a pipe. */
public final class WriteProgramme {
    private static final int BLOCK = 1 << 14;
    private static final AudioSpec SPEC =
        new AudioSpec(FileType.WAV, SampleFormat.FLOAT32, 2, Programme.SAMPLE_RATE);

    private WriteProgramme() {
    }

    /** Arguments: seconds, and a file or {@code -} for standard output. An existing file is replaced. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) throw new IllegalArgumentException("usage: WriteProgramme SECONDS FILE.wav|-");
        long frames = Math.round(Double.parseDouble(arguments[0]) * Programme.SAMPLE_RATE);
        if (!arguments[1].equals("-")) {
            try (AudioWriter writer = AudioFiles.create(Path.of(arguments[1]), SPEC, true)) {
                write(writer, frames);
            }
            return;
        }
        try (OutputStream out = new FileOutputStream(FileDescriptor.out);
             AudioWriter writer = AudioFiles.stream(out, SPEC)) {
            write(writer, frames);
        }
    }

    private static void write(AudioWriter writer, long frames) throws IOException {
        float[][] block = new float[2][BLOCK];
        for (long at = 0; at < frames; at += BLOCK) {
            int length = (int) Math.min(BLOCK, frames - at);
            Programme.copy(at, block, length);
            writer.write(block, 0, length);
        }
        writer.commit();
    }
}
