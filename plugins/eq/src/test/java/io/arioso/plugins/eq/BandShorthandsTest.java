package io.arioso.plugins.eq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.arioso.sdk.parameter.Shorthand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandShorthandsTest {
    private final Equalizer equalizer = new Equalizer();

    @ParameterizedTest
    @CsvSource({
        "hp,    30Hz,           high_pass,  30,    0,    0.7071, 12, stereo",
        "hp,    30Hz/24,        high_pass,  30,    0,    0.7071, 24, stereo",
        "lp,    16k/96dB,       low_pass,   16000, 0,    0.7071, 96, stereo",
        "bell,  300Hz/-4dB/1.5, bell,       300,   -4,   1.5,    12, stereo",
        "bell,  300/2.5,        bell,       300,   2.5,  1,      12, stereo",
        "ls,    80Hz/3@mid,     low_shelf,  80,    3,    0.7071, 12, mid",
        "hs,    10kHz/2dB/.6@Side, high_shelf, 10000, 2, 0.6,    12, side",
        "notch, 50Hz/20,        notch,      50,    0,    20,     12, stereo",
        "tilt,  0.3dB,          flat_tilt,  1000,  0.3,  0.7071, 12, stereo",
        "tilt,  -1dB/oct/800Hz, flat_tilt,  800,   -1,   0.7071, 12, stereo"})
    void aShorthandSetsTheNextFreeBand(String name, String text, String type, double hz, double gainDb, double q,
                                       double slope, String place) {
        equalizer.parameters().get("band1_on").set(1);
        type(name, text);
        assertEquals(1, plain("band2_on"));
        assertEquals(equalizer.parameters().get("band2_type").parse(type), plain("band2_type"));
        assertEquals(hz, plain("band2_freq"));
        assertEquals(gainDb, plain("band2_gain"));
        assertEquals(q, plain("band2_q"));
        assertEquals(slope, plain("band2_slope"));
        assertEquals(equalizer.parameters().get("band2_channel").parse(place), plain("band2_channel"));
        assertEquals(0, plain("band3_on"));
    }

    @ParameterizedTest
    @CsvSource({
        "hp,    30Hz/24/3,  'hp: \"30Hz/24/3\" has 3 parts; it takes FREQUENCY[/SLOPE]'",
        "bell,  300Hz,      'bell: \"300Hz\" has 1 part; it takes FREQUENCY/GAIN[/Q]'",
        "bell,  300Hz/99dB, 'parameter \"band1_gain\": 99 dB is outside -36 dB..36 dB'",
        "notch, 1Hz,        'parameter \"band1_freq\": 1 Hz is outside 5 Hz..80 kHz'"})
    void aMistakeIsNamedAndChangesNothing(String name, String text, String message) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, () -> type(name, text)).getMessage());
        assertEquals(new Equalizer().save(), equalizer.save());
    }

    @Test
    void aThirtyThirdBandIsRefused() {
        for (int i = 0; i < 32; i++) {
            type("bell", "1kHz/1dB");
        }
        assertEquals("hp: all 32 bands are in use",
                assertThrows(IllegalArgumentException.class, () -> type("hp", "30Hz")).getMessage());
    }

    @Test
    void everyShorthandSaysHowItIsUsed() {
        for (Shorthand shorthand : equalizer.shorthands()) {
            assertEquals(0, shorthand.usage().indexOf(shorthand.name() + "="), shorthand.usage());
            assertFalse(equalizer.parameters().find(shorthand.name()).isPresent());
        }
    }

    private void type(String name, String text) {
        equalizer.shorthands().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow()
                .apply().accept(text);
    }

    private double plain(String id) {
        return equalizer.parameters().get(id).plain();
    }
}
