package io.arioso.host.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.host.audiofile.AudioFileException;
import io.arioso.host.audiofile.AudioFiles;
import io.arioso.host.audiofile.AudioSpec;
import io.arioso.host.audiofile.AudioWriter;
import io.arioso.host.audiofile.FileType;
import io.arioso.host.audiofile.SampleFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgrammeComparisonTest {
    private static final int FRAMES = 30_000;

    @TempDir
    private Path folder;

    private Path write(String name, float[][] audio, double rate) throws IOException {
        Path file = folder.resolve(name);
        AudioSpec spec = new AudioSpec(FileType.WAV, SampleFormat.FLOAT32, audio.length, rate);
        try (AudioWriter writer = AudioFiles.create(file, spec, true)) {
            writer.write(audio, 0, audio[0].length);
            writer.commit();
        }
        return file;
    }

    private static float[][] noise(int seed, int channels) {
        Random random = new Random(seed);
        float[][] noise = new float[channels][FRAMES];
        for (float[] channel : noise) for (int frame = 1000; frame < FRAMES; frame++) channel[frame] =
            random.nextFloat() - 0.5f;
        return noise;
    }

    private static float[][] changed(float[][] audio, int lag, float gain) {
        float[][] changed = new float[audio.length][FRAMES + 5000];
        for (int channel = 0; channel < audio.length; channel++)
            for (int frame = 0; frame < FRAMES; frame++)
                if (frame + lag >= 0) changed[channel][frame + lag] = gain * audio[channel][frame];
        return changed;
    }

    @Test
    void equalFilesAreIdentical() throws IOException {
        Path a = write("a.wav", noise(1, 2), 48_000);
        ProgrammeComparison same = ProgrammeComparison.compare(a, write("b.wav", noise(1, 2), 48_000), false);
        assertTrue(same.identical());
        assertEquals(-1, same.firstDifferentFrame());
        assertEquals(Double.NEGATIVE_INFINITY, same.residualDbfs());
        assertEquals(0, same.gainDb());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 137, 4999, -1, -900})
    void lagAndGainAreFoundAndMatchingLeavesNothing(int lag) throws IOException {
        float[][] audio = noise(2, 2);
        Path a = write("a.wav", audio, 48_000);
        Path b = write("b.wav", changed(audio, lag, 0.5f), 48_000);
        ProgrammeComparison matched = ProgrammeComparison.compare(a, b, true);
        assertEquals(lag, matched.offsetFrames());
        assertEquals(-6.0206, matched.gainDb(), 1e-4);
        assertFalse(matched.inverted());
        assertFalse(matched.identical());
        assertTrue(matched.residualDbfs() < -250, "residual " + matched.residualDbfs());
        assertTrue(ProgrammeComparison.compare(a, b, false).residualDbfs() > -30);
    }

    @Test
    void residualIsTheLevelOfTheDifference() throws IOException {
        float[][] audio = noise(3, 1);
        float[][] other = new float[1][];
        other[0] = audio[0].clone();
        for (int frame = 0; frame < FRAMES; frame++) other[0][frame] += frame >= 20_000 ? 0.01f : 0;
        ProgrammeComparison found = ProgrammeComparison.compare(
            write("a.wav", audio, 48_000), write("b.wav", other, 48_000), false);
        assertEquals(20_000, found.firstDifferentFrame());
        assertEquals(20 * Math.log10(0.01 * Math.sqrt(1 / 3.0)), found.residualDbfs(), 1e-3);
        assertEquals(0, found.offsetFrames());
    }

    @Test
    void invertedPolarityIsTold() throws IOException {
        float[][] audio = noise(4, 2);
        ProgrammeComparison found = ProgrammeComparison.compare(
            write("a.wav", audio, 48_000), write("b.wav", changed(audio, 7, -1), 48_000), true);
        assertTrue(found.inverted());
        assertEquals(0, found.gainDb(), 1e-9);
        assertEquals(7, found.offsetFrames());
    }

    @Test
    void silenceBehindTheShorterFileIsStillADifferentLength() throws IOException {
        float[][] audio = noise(5, 1);
        ProgrammeComparison found = ProgrammeComparison.compare(
            write("a.wav", audio, 48_000), write("b.wav", changed(audio, 0, 1), 48_000), false);
        assertFalse(found.identical());
        assertEquals(FRAMES, found.firstDifferentFrame());
        assertEquals(Double.NEGATIVE_INFINITY, found.residualDbfs());
    }

    @Test
    void silenceAgainstSoundHasNoGain() throws IOException {
        ProgrammeComparison found = ProgrammeComparison.compare(
            write("a.wav", noise(6, 1), 48_000), write("b.wav", new float[1][FRAMES], 48_000), true);
        assertEquals(Double.NEGATIVE_INFINITY, found.gainDb());
        assertTrue(Double.isFinite(found.residualDbfs()));
    }

    @Test
    void filesOfOtherRatesOrChannelsAreNotCompared() throws IOException {
        Path a = write("a.wav", noise(7, 1), 48_000);
        assertThrows(AudioFileException.class,
            () -> ProgrammeComparison.compare(a, write("b.wav", noise(7, 1), 44_100), false));
        assertThrows(AudioFileException.class,
            () -> ProgrammeComparison.compare(a, write("c.wav", noise(7, 2), 48_000), false));
    }
}
