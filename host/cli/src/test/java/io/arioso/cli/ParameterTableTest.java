package io.arioso.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.NoteLength;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.ChoiceParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.IntParameter;
import io.arioso.sdk.parameter.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterTableTest {

    private static final class Taps extends AudioEffect {
        Taps() {
            for (int tap = 1; tap <= 3; tap++)
                parameter(new IntParameter("tap" + tap + "_step", "Tap " + tap, Unit.NONE, 1, 16, tap));
            parameter(FloatParameter.decibels("tap1_level", "Tap 1 level", -60, 6, 0));
            parameter(FloatParameter.decibels("tap2_level", "Tap 2 level", -60, 0, 0));
        }

        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return context -> { };
        }
    }

    private static final class Synced extends AudioEffect {
        Synced() {
            parameter(new ChoiceParameter<>("note", "Note", NoteLength.QUARTER));
            parameter(FloatParameter.decibels("gain", "Gain", -60, 6, 0));
        }

        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return context -> { };
        }
    }

    @Test
    void theFirstOfAlikeNumberedParametersStandsForAll() {
        List<String> ids = new ParameterTable(new Taps()).lines().stream().map(line -> line.strip().split(" ")[0]).toList();
        assertEquals(List.of("bypass", "tap1_step", "tap1_level", "tap2_level"), ids);
        assertEquals("  tap1_step   1 .. 16         1     Tap 1 (and tap2 to 3)", new ParameterTable(new Taps()).lines().get(1));
    }

    @Test
    void manyChoicesStandBelowTheirParameter() {
        List<String> lines = new ParameterTable(new Synced()).lines();
        String[] note = lines.get(1).split("\n");
        assertEquals("  note    one of          1/4   Note", note[0]);
        assertEquals(NoteLength.values().length, String.join("", List.of(note).subList(1, note.length)).strip().split(" +").length);
        assertEquals("  gain    -60 dB .. 6 dB  0 dB  Gain".split(" +").length, lines.get(2).split(" +").length);
    }
}
