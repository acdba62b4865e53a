package io.arioso.host.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.host.preset.Preset;
import io.arioso.host.preset.PresetStore;
import io.arioso.host.session.FakePlugins.FakeEq;
import io.arioso.host.session.FakePlugins.FakeLimiter;
import io.arioso.sdk.state.PluginState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChainBuilderTest {
    private final FakePlugins plugins = new FakePlugins();
    @TempDir
    private Path folder;
    private ChainBuilder builder;

    @BeforeEach
    void savePreset() throws IOException {
        PresetStore presets = new PresetStore(List.of(folder));
        presets.save(Preset.of("io.arioso.eq", "Loud, bright",
            PluginState.builder("1.2.0").value("band1_gain", 6.0).build()), false);
        builder = new ChainBuilder(plugins, presets);
    }

    private BuiltChain build(String text) throws ChainException {
        return builder.build(ChainText.parse(text));
    }

    private FakeEq eq(String settings) throws ChainException {
        return (FakeEq) build("eq:" + settings).slots().get(0).plugin();
    }

    @Test
    void typedChainBecomesLivePlugIns() throws ChainException {
        BuiltChain chain = build("eq:hp=30Hz,band2_gain=3dB | limiter@1.0.0:ceiling=-1,5dBTP,ratio=4:1,mix=50%");
        FakeEq eq = (FakeEq) chain.slots().get(0).plugin();
        FakeLimiter limiter = (FakeLimiter) chain.slots().get(1).plugin();
        assertEquals(30, eq.cut.plain());
        assertTrue(eq.cutOn.on());
        assertEquals(3, eq.gain2.plain());
        assertEquals(-1.5, limiter.ceiling.plain());
        assertEquals(4, limiter.ratio.plain());
        assertEquals(50, limiter.mix.plain());
        assertEquals("io.arioso.limiter", chain.slots().get(1).pluginId());
        assertEquals("1.0.0", chain.slots().get(1).version());
        assertEquals(List.of(), chain.warnings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"band1_frequency", "BAND1_FREQUENCY", "Low cut", "lowcut", "LOW-CUT", "frequency",
        "Frequency"})
    void parametersAreFoundByIdShownNameOrUniqueEnding(String name) throws ChainException {
        assertEquals(40, eq(name + "=40 Hz").cut.plain());
    }

    @Test
    void presetComesFirstWhereverItStands() throws ChainException {
        FakeEq eq = eq("band2_gain=1dB,preset=\"loud, BRIGHT\"");
        assertEquals(6, eq.gain1.plain());
        assertEquals(1, eq.gain2.plain());
        assertEquals("Loud, bright", build("eq:preset=loud-bright").slots().get(0).preset());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', quoteCharacter = '`', value = {
        "eq:hp=3Hz^ eq: parameter \"band1_frequency\": 3 Hz is outside 5 Hz..80 kHz (column 4)",
        "eq | eq:band2_gain=99^ eq: parameter \"band2_gain\": 99 dB is outside -24 dB..24 dB (column 9)",
        "eq:gain=3^ eq: \"gain\" could be band1_gain or band2_gain (column 4)",
        "eq:band3_gain=3^ eq: there is no parameter \"band3_gain\"; did you mean \"band1_gain\"? (column 4)",
        "eq:band1_gain=1,Band 1 gain=2^ eq: parameter \"band1_gain\" is set twice (column 17)",
        "eq:band1_gain=loud^ eq: parameter \"band1_gain\": \"loud\" is not a number; it takes -24 dB to 24 dB "
        + "(column 4)",
        "eq:preset=Warm^ eq: there is no preset \"Warm\" of io.arioso.eq; there are Loud, bright (column 4)",
        "eq:preset=loud-bright,preset=x^ eq: a slot takes one preset, this is a second (column 23)",
        "eq | tape^ there is no plug-in \"tape\"; there are eq, limiter (column 6)",
        "eq | limiter@2.0.0^ limiter: version 2.0.0 is not installed; there is 1.0.0 (column 6)"})
    void faultsNameSlotThingValueBoundAndColumn(String typed, String message) {
        assertEquals(message, assertThrows(ChainException.class, () -> build(typed)).getMessage());
        assertTrue(plugins.created.stream().allMatch(plugin -> plugin.closed), "what was built is closed again");
    }

    @Test
    void documentOfAChainBuildsTheSameChain() throws Exception {
        BuiltChain chain = build("eq:hp=30Hz,preset=loud-bright | limiter:ceiling=-2");
        byte[] bytes = chain.toDocument("Mine", OptionalDouble.of(-14)).toBytes();
        BuiltChain again = builder.build(ChainDocument.parse("mine.json", bytes));
        for (int slot = 0; slot < 2; slot++)
            assertEquals(chain.slots().get(slot).plugin().save(), again.slots().get(slot).plugin().save());
        assertEquals("Loud, bright", again.slots().get(0).preset());
        assertEquals(List.of(), again.warnings());
        assertEquals(ChainText.format(chain.slots()), ChainText.format(again.slots()));
    }

    @Test
    void formattedChainReadsBack() throws ChainException {
        BuiltChain chain = build("eq:hp=1234Hz,band2_gain=-3.25dB | limiter:ratio=4");
        String text = ChainText.format(chain.slots());
        assertEquals("eq:band2_gain=-3.25dB,band1_frequency=1.234kHz,low_cut_on=on | limiter:ratio=4:1",
            text);
        assertEquals(chain.slots().get(0).plugin().save(), build(text).slots().get(0).plugin().save());
    }

    private BuiltChain buildSlot(String slot) throws Exception {
        String text = "{\"format\": \"arioso-chain\", \"formatVersion\": 1, \"slots\": [" + slot + "]}";
        return builder.build(ChainDocument.parse("chain.json", text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void stateOfAnOlderPlugInIsMigrated() throws Exception {
        BuiltChain chain = buildSlot("{\"plugin\": \"io.arioso.eq\", \"state\": {\"version\": \"0.9.0\","
            + " \"values\": {\"gain\": 4}}}");
        assertEquals(4, ((FakeEq) chain.slots().get(0).plugin()).gain1.plain());
    }

    @Test
    void stateOfANewerPlugInKeepsWhatThisOneDoesNotKnowAndWarns() throws Exception {
        BuiltChain chain = buildSlot("{\"plugin\": \"io.arioso.eq\", \"pluginVersion\": \"2.0.0\","
            + " \"state\": {\"version\": \"2.0.0\", \"values\": {\"band1_gain\": 4, \"warmth\": 7}}}");
        assertEquals(List.of(
            "slot 1 (io.arioso.eq): version 2.0.0 is not installed; 1.2.0 is used and may sound different",
            "slot 1 (io.arioso.eq): version 1.2.0 has no parameter \"warmth\"; it is kept unused"), chain.warnings());
        String saved = new String(chain.toDocument("", OptionalDouble.empty()).toBytes(), StandardCharsets.UTF_8);
        assertTrue(saved.contains("\"warmth\": 7"), saved);
    }

    @Test
    void endlessChainIsRefusedBeforeAnythingIsLoaded() {
        ChainException refused = assertThrows(ChainException.class, () -> build("eq" + " | eq".repeat(64)));
        assertEquals("chain: 65 slots is above 64", refused.getMessage());
        assertEquals(List.of(), plugins.created);
    }

    @Test
    void slotWithoutStateMeansDefaultsAndFaultsNameTheSlot() throws Exception {
        assertEquals(0, ((FakeEq) buildSlot("{\"plugin\": \"io.arioso.eq\"}").slots().get(0).plugin()).gain1.plain());
        ChainException fault = assertThrows(ChainException.class, () -> buildSlot("{\"plugin\": \"io.arioso.eq\","
            + " \"state\": {\"version\": \"1.2.0\", \"values\": {\"band1_gain\": 99}}}"));
        assertEquals("slot 1 (io.arioso.eq): parameter \"band1_gain\": 99 dB is outside -24 dB..24 dB",
            fault.getMessage());
        assertThrows(ChainException.class, () -> buildSlot("{\"plugin\": \"com.example.tape\"}"));
        assertTrue(plugins.created.get(1).closed);
    }
}
