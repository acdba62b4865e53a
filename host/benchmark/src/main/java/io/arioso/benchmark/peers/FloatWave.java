package io.arioso.benchmark.peers;

import io.arioso.host.audiofile.AudioFiles;
import io.arioso.host.audiofile.AudioReader;
import io.arioso.host.audiofile.AudioSpec;
import io.arioso.host.audiofile.AudioWriter;
import io.arioso.host.audiofile.FileType;
import io.arioso.host.audiofile.SampleFormat;
import java.io.IOException;
import java.nio.file.Path;

/** WAV files of 32-bit float between us and the peers. */
final class FloatWave {
    private FloatWave() {
    }

    static void write(Path file, float[][] audio) throws IOException {
        AudioSpec spec = new AudioSpec(FileType.WAV, SampleFormat.FLOAT32, audio.length, Signal.RATE);
        try (AudioWriter writer = AudioFiles.create(file, spec, true)) {
            writer.write(audio, 0, audio[0].length);
            writer.commit();
        }
    }

    /** Reads a file, cut or filled with silence to a length. */
    static float[][] read(Path file, int frames) throws IOException {
        try (AudioReader reader = AudioFiles.open(file)) {
            float[][] audio = new float[reader.info().channels()][frames];
            for (int at = 0; at < frames; ) {
                int read = reader.read(audio, at, frames - at);
                if (read < 0) break;
                at += read;
            }
            return audio;
        }
    }
}
