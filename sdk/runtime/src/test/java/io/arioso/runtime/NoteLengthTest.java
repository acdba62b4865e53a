package io.arioso.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.arioso.sdk.NoteLength;
import io.arioso.sdk.Transport;
import io.arioso.sdk.parameter.ChoiceParameter;
import org.junit.jupiter.api.Test;

class NoteLengthTest {
    private final Transport song = new TransportState();

    @Test
    void aQuarterAtOneHundredAndTwentyIsHalfASecond() {
        assertEquals(0.5, NoteLength.QUARTER.seconds(song), 1e-15);
        assertEquals(120, song.tempoBpm());
    }

    @Test
    void everyNoteIsAsLongAsItsNameSays() {
        for (NoteLength length : NoteLength.values()) {
            String name = length.toString();
            double quarters = name.endsWith("bar") || name.endsWith("bars")
                ? 4 * Double.parseDouble(name.substring(0, name.indexOf(' ')))
                : 4 / Double.parseDouble(name.replaceAll("^1/|[DT]$", ""))
                    * (name.endsWith("D") ? 1.5 : name.endsWith("T") ? 2.0 / 3 : 1);
            assertEquals(quarters, length.quarters(song), 1e-15, name);
        }
    }

    @Test
    void aNoteIsTypedAsMusiciansWriteIt() {
        ChoiceParameter<NoteLength> note = new ChoiceParameter<>("note", "Note", NoteLength.QUARTER);
        assertEquals(NoteLength.EIGHTH_DOTTED, note.at(note.parse("1/8D")));
        assertEquals(NoteLength.BAR, note.at(note.parse("1 bar")));
        assertEquals(NoteLength.SIXTEENTH_TRIPLET, note.at(note.parse("1/16t")));
    }
}
