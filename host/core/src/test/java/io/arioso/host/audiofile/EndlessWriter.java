package io.arioso.host.audiofile;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** A process that writes a file until it is killed, and says how far it is after ten seconds of audio. */
final class EndlessWriter {
    private EndlessWriter() {
    }

    public static void main(String[] arguments) throws IOException {
        float[][] block = new float[2][441];
        for (float[] channel : block) {
            Arrays.fill(channel, 0.25f);
        }
        AudioSpec spec = new AudioSpec(FileType.WAV, SampleFormat.FLOAT32, 2, 44_100);
        DataOutputStream progress = new DataOutputStream(System.out);
        try (AudioWriter writer = AudioFiles.create(Path.of(arguments[0]), spec, false)) {
            for (int i = 0; i < 100_000; i++) {
                writer.write(block, 0, 441);
                if (i == 1000) {
                    progress.writeLong(writer.framesWritten());
                    progress.flush();
                }
            }
        }
    }
}
