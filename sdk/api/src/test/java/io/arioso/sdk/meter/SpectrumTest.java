package io.arioso.sdk.meter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.AudioBuffer;
import io.arioso.sdk.parameter.Unit;
import org.junit.jupiter.api.Test;

class SpectrumTest {
    private final Spectrum spectrum = new Spectrum("out", "Output");
    private int next;

    /** A ramp that goes on from block to block, and its negative half on the right: the mean is a quarter of it. */
    private AudioBuffer ramp(int frames) {
        float[][] block = new float[2][frames];
        for (int frame = 0; frame < frames; frame++, next++) {
            block[0][frame] = next;
            block[1][frame] = -next / 2f;
        }
        return new AudioBuffer(block);
    }

    @Test
    void aReaderGetsTheMeanOfTheChannelsOldestFirst() {
        spectrum.watch();
        spectrum.feed(ramp(5));
        float[] latest = new float[4];
        assertEquals(5, spectrum.read(latest));
        assertArrayEquals(new float[] {0.25f, 0.5f, 0.75f, 1}, latest);
    }

    @Test
    void whatWasNotFedYetIsZero() {
        float[] latest = {7, 7, 7};
        assertEquals(0, spectrum.read(latest));
        assertArrayEquals(new float[3], latest);
        spectrum.watch();
        spectrum.feed(ramp(2));
        assertEquals(2, spectrum.read(latest));
        assertArrayEquals(new float[] {0, 0, 0.25f}, latest);
    }

    @Test
    void theRingKeepsTheLatestWhateverTheBlocks() {
        spectrum.watch();
        int fed = 0;
        for (int block = 1; fed < 3 * Spectrum.FRAMES; block = block * 7 % 1009 + 1) {
            spectrum.feed(ramp(block));
            fed += block;
        }
        float[] latest = new float[Spectrum.FRAMES];
        assertEquals(fed, spectrum.read(latest));
        for (int frame = 0; frame < latest.length; frame++)
            assertEquals((fed - latest.length + frame) / 4f, latest[frame], "frame " + frame);
    }

    @Test
    void nothingIsKeptWhileNobodyWatches() {
        spectrum.feed(ramp(10));
        assertFalse(spectrum.watched());
        assertEquals(0, spectrum.read(new float[1]));
        spectrum.watch();
        spectrum.watch();
        spectrum.unwatch();
        assertTrue(spectrum.watched());
        spectrum.feed(ramp(10));
        spectrum.unwatch();
        spectrum.feed(ramp(10));
        assertEquals(10, spectrum.read(new float[1]));
    }

    @Test
    void aBusWithoutChannelsAndATooLongReadAreHandled() {
        spectrum.watch();
        spectrum.feed(AudioBuffer.NONE);
        assertEquals(0, spectrum.read(new float[1]));
        assertEquals("spectrum frames: 32769 is above 32768",
            assertThrows(IllegalArgumentException.class, () -> spectrum.read(new float[Spectrum.FRAMES + 1]))
                .getMessage());
    }

    @Test
    void aMeterShowsTheLastValueAndNotANumberBefore() {
        Meter meter = new Meter("gr", "Gain reduction", Unit.DECIBELS);
        assertTrue(Double.isNaN(meter.read()));
        meter.publish(-3);
        meter.publish(-4.5);
        assertEquals(-4.5, meter.read());
    }
}
