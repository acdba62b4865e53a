package io.arioso.host.demo;

import io.arioso.host.audiofile.AudioFiles;
import io.arioso.host.audiofile.AudioSpec;
import io.arioso.host.audiofile.AudioWriter;
import io.arioso.host.audiofile.FileType;
import io.arioso.host.audiofile.SampleFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the demo song: {@code stems/*.wav} and {@code mix.wav}, 24 bits. */
public final class Demo {
    private Demo() {
    }

    /**
     * Writes the song into a folder, which is made if need be.
     *
     * @param seconds how much of it, above 0
     * @param overwrite whether existing files may be replaced
     * @return the mix
     */
    public static Path write(Path folder, double seconds, boolean overwrite) throws IOException {
        Map<String, float[][]> stems = new DemoSong(seconds).stems();
        Files.createDirectories(folder.resolve("stems"));
        for (Map.Entry<String, float[][]> stem : stems.entrySet())
            write(folder.resolve("stems").resolve(stem.getKey() + ".wav"), stem.getValue(), overwrite);
        Path mix = folder.resolve("mix.wav");
        write(mix, DemoSong.mix(stems), overwrite);
        return mix;
    }

    private static void write(Path file, float[][] audio, boolean overwrite) throws IOException {
        AudioSpec spec = new AudioSpec(FileType.WAV, SampleFormat.INT24, audio.length, DemoSong.SAMPLE_RATE);
        try (AudioWriter writer = AudioFiles.create(file, spec, overwrite)) {
            writer.write(audio, 0, audio[0].length);
            writer.commit();
        }
    }
}
