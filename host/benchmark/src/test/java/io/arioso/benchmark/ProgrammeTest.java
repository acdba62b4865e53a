package io.arioso.benchmark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.arioso.host.audiofile.AudioFiles;
import io.arioso.host.audiofile.AudioReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgrammeTest {
    @Test
    void theLoudestSampleIsThreeTenthsOfADecibelBelowFullScale() {
        float peak = 0;
        for (float[] channel : Programme.first(120, 0)) for (float sample : channel) peak = Math.max(peak, Math.abs(sample));
        assertEquals(-0.3, 20 * Math.log10(peak), 0.02);
    }

    @Test
    void aStretchAcrossSongAndSectionEndsIsTheSameHoweverItIsCut() {
        float[][] whole = Programme.first(65, 0);
        float[][] block = new float[2][9_999];
        int from = 29 * Programme.SAMPLE_RATE;
        for (; from + 9_999 <= whole[0].length; from += 9_999) {
            Programme.copy(from, block, 9_999);
            for (int channel = 0; channel < 2; channel++)
                assertArrayEquals(Arrays.copyOfRange(whole[channel], from, from + 9_999), block[channel]);
        }
    }

    @Test
    void eachSectionHasItsOwnLevel() {
        float[] left = Programme.first(62, 0)[0];
        int second = 17 * Programme.SAMPLE_RATE;
        int sameSecondOfTheSong = second + 30 * Programme.SAMPLE_RATE;
        // 17 s lies in the section of gain 0.5, 47 s in the one of 0.25.
        for (int i = 0; i < 1000; i++) assertEquals(left[second + i], 2 * left[sameSecondOfTheSong + i], 0f);
    }

    @Test
    void theWrittenFileHoldsTheProgramme(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("programme.wav");
        WriteProgramme.main(new String[] {"1.5", file.toString()});
        float[][] expected = Programme.first(1.5, 0);
        float[][] read = new float[2][expected[0].length + 1];
        try (AudioReader reader = AudioFiles.open(file)) {
            int frames = 0;
            for (int got; (got = reader.read(read, frames, read[0].length - frames)) > 0; ) frames += got;
            assertEquals(expected[0].length, frames);
        }
        for (int channel = 0; channel < 2; channel++)
            assertArrayEquals(expected[channel], Arrays.copyOf(read[channel], expected[0].length));
    }
}
