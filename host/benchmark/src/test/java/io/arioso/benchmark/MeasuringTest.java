package io.arioso.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.event.EventList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuringTest {
    private static final String HALVER = Halver.class.getName();

    @Test
    void settingsAreParametersOrShorthands() {
        assertEquals(25, Effects.make(HALVER, List.of("factor=25%")).parameters().get("factor").plain());
        assertEquals(100, Effects.make(HALVER, List.of("whole=on")).parameters().get("factor").plain());
    }

    @Test
    void aMissingClassAndAMissingParameterAreNamed() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Effects.make("no.such.Effect", List.of()))
            .getMessage().contains("no.such.Effect"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Effects.make(HALVER, List.of("size=1")))
            .getMessage().contains("size"));
    }

    @Test
    void aPlayerBeginsAgainWhenNoWholeBlockIsLeft() {
        Player player = new Player(new float[][] {{1, 2, 3, 4, 5}}, 2);
        List<Float> heard = new ArrayList<>();
        player.play((audio, frames) -> heard.addAll(List.of(audio[0][0], audio[0][1])), 6);
        assertEquals(List.of(1f, 2f, 3f, 4f, 1f, 2f), heard);
    }

    @Test
    void allParametersMoveEvery64FramesWhateverTheBlock() {
        for (int block : new int[] {32, 64, 100, 256}) {
            MovingParameters moving = new MovingParameters(new Halver(), Movement.ALL);
            List<Integer> frames = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            for (int at = 0; at < 6400; at += block) {
                EventList events = moving.events(block);
                for (int i = 0; i < events.size(); i++) {
                    frames.add(at + events.frame(i));
                    values.add(events.plain(i));
                }
            }
            for (int i = 0; i < 200; i++) {
                assertEquals(i / 2 * 64, frames.get(i), "frame of event " + i + ", block " + block);
                assertEquals(i / 2 % 2 == 0 ? 52 : 50, values.get(i), 1e-9, "value of event " + i + ", block " + block);
            }
        }
    }

    @Test
    void whatIsOffDoesNotSound() {
        assertEquals(1, new MovingParameters(new Halver(), Movement.SOUNDING).count());
        assertEquals(0, new MovingParameters(new Halver(), Movement.NONE).count());
    }

    @Test
    void theTimerPrintsTimesInOrderAndThePeakOfWhatItHeard() {
        String[] alone = measure("-s", "0.5", "-n", "3", HALVER, "factor=50%");
        String[] louder = measure("-s", "0.5", "-n", "3", "-g", "6", HALVER, "factor=50%", "--", HALVER, "whole=on");
        for (String[] printed : List.of(alone, louder)) {
            assertTrue(Double.parseDouble(printed[0]) > 0);
            assertTrue(Double.parseDouble(printed[1]) >= Double.parseDouble(printed[0]));
        }
        assertEquals(6, Double.parseDouble(louder[2]) - Double.parseDouble(alone[2]), 0.011);
    }

    @Test
    void theTimerTakesMetersMovementAndSilence() {
        assertEquals("loudness", measure("-s", "0.2", "-n", "1", "loudness")[4]);
        assertEquals("programme", measure("-s", "0.2", "-n", "1", "programme")[4]);
        assertEquals(HALVER, measure("-s", "0.2", "-n", "1", "-m", "all", "-z", HALVER)[4]);
    }

    private static String[] measure(String... arguments) {
        return new NanosPerFrame(arguments).measure().split(" ");
    }
}
