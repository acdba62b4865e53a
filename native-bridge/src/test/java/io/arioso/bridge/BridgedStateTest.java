package io.arioso.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.bridge.bundle.BundledEffect.BundledPreset;
import io.arioso.bridge.effects.Careless;
import io.arioso.bridge.effects.Misbehaving;
import io.arioso.bridge.effects.Probe;
import io.arioso.host.document.DocumentException;
import io.arioso.host.preset.Preset;
import io.arioso.sdk.state.StateValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BridgedStateTest {
    private static final BundledPreset[] PRESETS = {new BundledPreset("warm", "Warm", "Like a blanket."),
        new BundledPreset("gone", "Gone", "Its file is lost."), new BundledPreset("bright", "Bright", "")};

    @TempDir
    Path folder;

    private final FakeHost host = new FakeHost(false);
    private BridgedPlugin plugin;

    @BeforeEach
    void open() throws IOException {
        Path presets = Files.createDirectories(folder.resolve("presets").resolve("io.arioso.test.probe"));
        Files.writeString(presets.resolve("warm.json"), preset("Warm", "\"gain\": -3.5, \"cutoff\": 800"));
        Files.writeString(presets.resolve("bright.json"), preset("Bright", "\"cutoff\": 12000"));
        plugin = attached(Probe.class, EventValues.PLAIN_BY_KEY);
    }

    private BridgedPlugin attached(Class<?> effect, EventValues values) {
        BridgedPlugin opened = Opened.of(effect, values, folder, PRESETS);
        opened.attach(host);
        return opened;
    }

    private static String preset(String name, String values) {
        return document("io.arioso.test.probe", name, "2.0.0", values);
    }

    private static String document(String id, String name, String version, String values) {
        return """
            {"format": "arioso-preset", "formatVersion": 1, "plugin": "%s", "name": "%s",
             "state": {"version": "%s", "values": {%s}}}""".formatted(id, name, version, values);
    }

    private static double plain(BridgedPlugin of, String id) {
        return of.plain(of.parameters().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow());
    }

    private void set(String id, double value) {
        plugin.setPlain(plugin.parameters().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow(), value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatOneFormatSavedAnotherLoadsBitForBitAndSavesAsTheSameBytes() throws DocumentException {
        set("gain", -1.1);
        set("cutoff", 440.123456789012);
        set("sign", 1);
        byte[] saved = plugin.saveState();
        for (EventValues values : EventValues.values()) {
            BridgedPlugin other = attached(Probe.class, values);
            other.loadState(saved);
            assertEquals(-1.1, plain(other, "gain"));
            assertEquals(440.123456789012, plain(other, "cutoff"));
            assertEquals(1, plain(other, "sign"));
            assertArrayEquals(saved, other.saveState());
        }
        assertEquals(EventValues.values().length, host.parameterChanges.get());
    }

    @Test
    void aSavedStateIsAPresetThatEveryProgramOfOursReads() throws DocumentException {
        set("gain", -6);
        Preset read = Preset.parse("state", plugin.saveState());
        assertEquals("io.arioso.test.probe", read.plugin());
        assertEquals("Probe", read.name());
        assertEquals("2.0.0", read.state().version());
        assertEquals(new StateValue.Number(-6), read.state().values().get("gain"));
    }

    @Test
    void whatANewerVersionSavedSurvives() throws DocumentException {
        plugin.loadState(bytes("""
            {"format": "arioso-preset", "formatVersion": 1, "plugin": "io.arioso.test.probe", "name": "Later",
             "colour": {"deep": [1, 2]}, "tags": ["warm"],
             "state": {"version": "9.0.0", "values": {"gain": -2, "sparkle": 7},
                       "blobs": {"ir": "AQID"}, "mood": "sad"}}"""));
        assertEquals(-2, plain(plugin, "gain"));
        Preset saved = Preset.parse("state", plugin.saveState());
        String text = new String(plugin.saveState(), StandardCharsets.UTF_8);
        assertEquals("Later", saved.name());
        assertEquals(List.of("warm"), saved.tags());
        assertEquals(new StateValue.Number(7), saved.state().values().get("sparkle"));
        assertArrayEquals(new byte[] {1, 2, 3}, saved.state().blob("ir"));
        assertTrue(text.contains("\"colour\"") && text.contains("\"mood\": \"sad\""), text);
    }

    @Test
    void anOldersVersionsStateIsBroughtUpToDate() throws DocumentException {
        plugin.loadState(bytes(document("io.arioso.test.probe", "Old", "1.4.0", "\"volume\": -12")));
        assertEquals(-12, plain(plugin, "gain"));
        assertFalse(new String(plugin.saveState(), StandardCharsets.UTF_8).contains("volume"));
    }

    private String refusal(byte[] document) {
        byte[] before = plugin.saveState();
        int told = host.parameterChanges.get();
        DocumentException refused = assertThrows(DocumentException.class, () -> plugin.loadState(document));
        assertArrayEquals(before, plugin.saveState(), refused.getMessage());
        assertEquals(told, host.parameterChanges.get());
        assertFalse(refused.getMessage().contains("\n"), refused.getMessage());
        return refused.getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{}", "[]", "null", "1", "\"x\"", "{\"format\": \"arioso-preset\"}",
        "VST3\u0001\u0000",
        "{\"format\": \"arioso-session\", \"formatVersion\": 1}", "<?xml version=\"1.0\"?><state/>",
        "{\"format\": \"arioso-preset\", \"formatVersion\": 999, \"plugin\": \"io.arioso.test.probe\", \"name\": \"x\","
            + " \"state\": {\"version\": \"1.0.0\"}}"})
    void whatIsNoStateIsRefused(String document) {
        refusal(bytes(document));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"gain\": 1000", "\"gain\": NaN", "\"gain\": \"loud\"", "\"gain\": \"inf\"",
        "\"gain\": 1e999", "\"sign\": 1", "\"sign\": \"upside_down\"", "\"keyed\": 1", "\"gain\": [1]", "\"gain\": {\"text\": \"x\"}",
        "\"cutoff\": -1, \"gain\": 2", "\"gain\": null"})
    void aValueThatCannotBeIsRefusedWithTheWholeState(String values) {
        set("gain", -4.25);
        refusal(bytes(preset("Broken", values)));
    }

    @Test
    void theStateOfAnotherEffectIsRefusedWithBothNames() {
        assertEquals("the saved state: it is of io.arioso.eq, not of io.arioso.test.probe",
            refusal(bytes(document("io.arioso.eq", "x", "1.0.0", ""))));
    }

    @Test
    void aStateThatIsCutOffAnywhereIsRefused() {
        set("gain", -4.25);
        byte[] whole = plugin.saveState();
        int end = new String(whole, StandardCharsets.UTF_8).stripTrailing().length();
        for (int length = 0; length < end; length++) refusal(Arrays.copyOf(whole, length));
    }

    @Test
    void aMegabyteOfNoiseAndABombOfBracketsAreRefused() {
        byte[] noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        refusal(noise);
        refusal(bytes("[".repeat(1 << 20)));
        refusal(bytes("{\"a\":".repeat(1 << 18)));
        refusal(bytes(preset("Bomb", "\"x\": " + "[".repeat(5000) + "]".repeat(5000))));
    }

    @Test
    void anEffectThatTakesHalfOfAStateIsPutBack() {
        plugin = attached(Careless.class, EventValues.PLAIN_BY_KEY);
        set("first", 11);
        String refused = refusal(bytes(document("io.arioso.test.careless", "x", "1.0.0", "\"first\": 50")));
        assertEquals("the saved state: io.arioso.test.careless failed with java.lang.NullPointerException", refused);
        assertEquals(11, plain(plugin, "first"));
    }

    @Test
    void anEffectThatCannotSaveMayStillLoadAndBeWellAgain() throws DocumentException {
        plugin = attached(Misbehaving.class, EventValues.PLAIN_BY_KEY);
        byte[] well = plugin.saveState();
        set("fault", Misbehaving.Fault.SAVE_THROWS.ordinal());
        assertThrows(IllegalStateException.class, () -> plugin.saveState());
        plugin.loadState(well);
        assertArrayEquals(well, plugin.saveState());
    }

    @Test
    void presetsKeepTheOrderOfTheTableEvenIfAFileIsLost() {
        assertEquals(List.of("Warm", "Gone", "Bright"), plugin.presets().stream().map(Preset::name).toList());
        assertEquals("Its file is lost.", plugin.presets().get(1).description());
        assertEquals(2, plugin.presetOf("bright"));
        assertEquals(-1, plugin.presetOf("brighter"));
    }

    @Test
    void aPresetIsLoadedAndKnownAgainAfterTheProjectWas() throws DocumentException {
        assertEquals(-1, plugin.currentPreset());
        set("repeats", 9);
        plugin.loadPreset(0);
        assertEquals(-3.5, plain(plugin, "gain"));
        assertEquals(3, plain(plugin, "repeats"), "what a preset does not name is at its default");
        assertEquals(0, plugin.currentPreset());
        assertEquals(1, host.parameterChanges.get());
        plugin.loadPreset(2);
        set("gain", 1);
        BridgedPlugin again = attached(Probe.class, EventValues.NORMALIZED_BY_KEY);
        again.loadState(plugin.saveState());
        assertEquals(2, again.currentPreset());
        assertEquals(1, plain(again, "gain"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 3, Integer.MAX_VALUE})
    void aPresetThatIsNotThereIsRefused(int index) {
        set("gain", -4.25);
        byte[] before = plugin.saveState();
        assertThrows(IllegalArgumentException.class, () -> plugin.loadPreset(index));
        assertArrayEquals(before, plugin.saveState());
    }

    @Test
    void equalStatesAreEqualBytesWhateverWayTheyCameAbout() {
        byte[] first = plugin.saveState();
        set("gain", 3);
        set("cutoff", 100);
        set("cutoff", 1000);
        set("gain", 0);
        assertArrayEquals(first, plugin.saveState());
    }
}
