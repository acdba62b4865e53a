package io.arioso.sdk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.ParameterIds;
import io.arioso.sdk.state.PluginState;
import java.util.List;
import org.junit.jupiter.api.Test;

class AudioEffectTest {
    @PluginInfo(id = "test.two", name = "Two", vendor = "Test", version = "1.2.3")
    private static final class Two extends AudioEffect {
        final FloatParameter gain = parameter(FloatParameter.decibels("gain", "Gain", -60, 24, 0));
        final FloatParameter mix = parameter(FloatParameter.percent("mix", "Mix", 0, 100, 100));

        @Override
        public AudioProcessor prepare(ProcessSetup setup) {
            return context -> { };
        }
    }

    private final Two effect = new Two();

    @Test
    void bypassComesFirstAndIsOff() {
        assertEquals(List.of(ParameterIds.BYPASS, "gain", "mix"),
            effect.parameters().list().stream().map(Parameter::id).toList());
        assertEquals(0, effect.parameters().get(ParameterIds.BYPASS).plain());
    }

    @Test
    void aStateHoldsEveryParameterAndTheVersion() {
        effect.gain.set(-6);
        PluginState expected =
            PluginState.builder("1.2.3").value("bypass", false).value("gain", -6).value("mix", 100).build();
        assertEquals(expected, effect.save());
    }

    @Test
    void aLoadedStateBringsEverythingBackAndWhatItDoesNotNameGoesToItsDefault() {
        effect.gain.set(-6);
        effect.mix.set(20);
        PluginState saved = effect.save();
        effect.load(PluginState.builder("1.0.0").value("gain", 3).build());
        assertEquals(3, effect.gain.plain());
        assertEquals(100, effect.mix.plain());
        effect.load(saved);
        assertEquals(saved, effect.save());
    }

    @Test
    void aStateWithOneBadValueChangesNothing() {
        effect.gain.set(-6);
        PluginState bad = PluginState.builder("1.2.3").value("bypass", true).value("gain", 3).value("mix", 140)
            .value("later", 1).build();
        assertEquals("parameter \"mix\": 140 % is outside 0 %..100 %",
            assertThrows(IllegalArgumentException.class, () -> effect.load(bad)).getMessage());
        assertEquals(-6, effect.gain.plain());
        assertEquals(0, effect.parameters().get("bypass").plain());
        assertFalse(effect.save().values().containsKey("later"));
    }

    @Test
    void whatANewerVersionSavedIsKeptAndForgottenByTheNextState() {
        effect.load(PluginState.builder("9.0.0").value("later", "much").blob("curve", new byte[] {1, 2}).build());
        assertTrue(effect.save().values().containsKey("later"));
        assertArrayEquals(new byte[] {1, 2}, effect.save().blob("curve"));
        effect.load(PluginState.builder("1.2.3").build());
        assertFalse(effect.save().values().containsKey("later"));
        assertTrue(effect.save().blobIds().isEmpty());
    }

    @Test
    void aLayoutIsMonoOrStereoUnlessTold() {
        assertTrue(effect.supports(BusLayout.MONO) && effect.supports(BusLayout.STEREO));
        assertFalse(effect.supports(BusLayout.of(3)) || effect.supports(BusLayout.STEREO.withSidechain(1)));
        assertThrows(IllegalArgumentException.class, () -> BusLayout.of(0));
        assertThrows(IllegalArgumentException.class, () -> BusLayout.of(257));
        assertThrows(IllegalArgumentException.class, () -> BusLayout.MONO.withSidechain(-1));
    }
}
