package io.arioso.bridge.daw;

import io.arioso.host.audiofile.AudioFiles;
import io.arioso.host.audiofile.AudioReader;
import io.arioso.host.audiofile.AudioSpec;
import io.arioso.host.audiofile.AudioWriter;
import io.arioso.host.audiofile.FileType;
import io.arioso.host.audiofile.SampleFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Sound for DAWs to play, and what they have written. */
final class Waves {
    /** Silent frames at both ends: DAWs fade the ends of clips, and silence faded is silence. */
    static final int SILENCE = 4_096;

    private Waves() {
    }

    /** Noise bursts in stereo, with silence at both ends; equal on every call. */
    static float[][] song(int frames) {
        SplittableRandom random = new SplittableRandom(4);
        float[][] song = new float[2][frames];
        for (float[] channel : song)
            for (int frame = SILENCE; frame < frames - SILENCE; frame++) {
                double loudness = 0.1 + 0.4 * ((frame / 6_000) % 3);
                channel[frame] = (float) (loudness * random.nextDouble(-1, 1));
            }
        return song;
    }

    static void write(Path file, double sampleRate, float[]... channels) throws IOException {
        AudioSpec spec = new AudioSpec(FileType.WAV, SampleFormat.FLOAT32, channels.length, sampleRate);
        try (AudioWriter writer = AudioFiles.create(file, spec, true)) {
            writer.write(channels, 0, channels[0].length);
            writer.commit();
        }
    }

    static float[][] read(Path file) throws IOException {
        try (AudioReader reader = AudioFiles.open(file)) {
            int frames = Math.toIntExact(reader.info().frames());
            float[][] channels = new float[reader.info().channels()][frames];
            for (int at = 0; at < frames;) {
                int read = reader.read(channels, at, frames - at);
                if (read < 0) throw new IOException(file + " ends at frame " + at + " of " + frames);
                at += read;
            }
            return channels;
        }
    }
}
