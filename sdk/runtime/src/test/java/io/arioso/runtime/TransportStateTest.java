package io.arioso.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransportStateTest {
    private final TransportState song = new TransportState();

    @Test
    void twoSecondsAt120AreFourQuarters() {
        song.locate(96_000, 48_000);
        assertEquals(4, song.positionQuarters());
        assertEquals(4, song.barStartQuarters());
        song.locate(95_999, 48_000);
        assertEquals(0, song.barStartQuarters());
    }

    @ParameterizedTest
    @CsvSource({"120, 4, 4", "97.3, 7, 8", "200, 3, 4", "60, 5, 16"})
    void aPositionWithinABlockIsThatOfADirectLookAcrossBarsToo(double bpm, int beats, int unit) {
        song.tempo(bpm, beats, unit);
        song.locate(12_345, 44_100);
        TransportState direct = new TransportState();
        direct.tempo(bpm, beats, unit);
        TransportState later = new TransportState();
        for (int frames = 0; frames < 1_000_000; frames += 37_777) {
            later.follow(song, frames, 44_100);
            direct.locate(12_345 + frames, 44_100);
            assertEquals(direct.positionFrames(), later.positionFrames());
            assertEquals(direct.positionQuarters(), later.positionQuarters(), 1e-9);
            assertEquals(direct.barStartQuarters(), later.barStartQuarters(), 1e-9, "after " + frames + " frames");
        }
    }

    @Test
    void aSongThatStandsStillDoesNotMove() {
        song.locate(1000, 48_000);
        song.motion(false, true);
        TransportState later = new TransportState();
        later.follow(song, 500, 48_000);
        assertEquals(1000, later.positionFrames());
        assertEquals(song.positionQuarters(), later.positionQuarters());
        assertEquals(true, later.recording());
        assertEquals(false, later.playing());
    }

    @Test
    void aCountInIsNegativeAndItsBarStartsBeforeIt() {
        song.locate(-24_000, 48_000);
        assertEquals(-1, song.positionQuarters());
        assertEquals(-4, song.barStartQuarters());
    }
}
