package io.arioso.bridge.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.bridge.TestBundle;
import io.arioso.host.daw.DawFormat;
import io.arioso.host.document.Json;
import io.arioso.host.document.JsonValue;
import io.arioso.host.plugin.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BundleWriterTest {

    @Test
    void everyFormatHasItsLibraryAndTheSameResources() throws IOException {
        TestBundle bundle = TestBundle.testEffects();
        byte[] table = Files.readAllBytes(bundle.layout(DawFormat.CLAP).resources().resolve("table"));
        for (DawFormat format : DawFormat.values()) {
            BundleLayout layout = bundle.layout(format);
            assertTrue(Files.size(layout.binary()) > 0);
            assertArrayEquals(table, Files.readAllBytes(layout.resources().resolve("table")));
            for (BundledEffect effect : BundleTable.read(layout.resources()).effects())
                assertEquals(effect.descriptor().sha256(), Sha256.of(effect.descriptor().jar()));
        }
    }

    @Test
    void twoFormatsInOneProcessAreTwoLibraries() throws IOException {
        TestBundle bundle = TestBundle.testEffects();
        Path clap = bundle.layout(DawFormat.CLAP).binary();
        assertFalse(Files.isSameFile(clap, bundle.layout(DawFormat.VST3).binary()));
        assertEquals(1, Files.getAttribute(clap, "unix:nlink"));
    }

    @Test
    void theTableCountsWhatTheEffectsHave() {
        BundledEffect late = TestBundle.testEffects().effect("late");
        assertEquals(1, late.controls());
        assertEquals(0, late.meters());
        assertFalse(late.sidechain());
        assertEquals("Fx|Delay", late.vst3Categories());
        assertTrue(TestBundle.testEffects().effect("hollow").sidechain());
    }

    @Test
    void theSixEffectsHaveTheirPresetsAndKeepTheirClassIds() {
        BundleTable table = TestBundle.arioso().table();
        assertEquals(6, table.effects().size());
        for (BundledEffect effect : table.effects()) {
            assertTrue(effect.presets().size() > 3, effect.descriptor().id());
            for (var preset : effect.presets())
                assertTrue(Files.exists(table.resources().resolve("presets").resolve(effect.descriptor().id())
                    .resolve(preset.loadKey() + ".json")));
        }
        // Written into projects of users: these digits must never change.
        assertEquals("bff8caa423d4e91474d756923696a8f4", TestBundle.arioso().effect("eq").vst3Cid());
    }

    @Test
    void theLv2FolderHasATurtleFileForEachEffect() throws IOException {
        Path lv2 = TestBundle.testEffects().lv2();
        String manifest = Files.readString(lv2.resolve("manifest.ttl"));
        for (BundledEffect effect : TestBundle.testEffects().table().effects()) {
            assertTrue(manifest.contains("<" + effect.lv2Uri() + ">"), manifest);
            assertTrue(Files.size(lv2.resolve(effect.descriptor().id() + ".ttl")) > 0);
        }
    }

    @Test
    void moduleInfoSaysWhatTheTableSays() throws IOException {
        TestBundle bundle = TestBundle.testEffects();
        JsonValue info = Json.read(bundle.vst3().resolve("Contents/Resources/moduleinfo.json"));
        assertEquals("Test Effects", info.get("Name").text());
        for (int i = 0; i < bundle.table().effects().size(); i++) {
            BundledEffect effect = bundle.table().effects().get(i);
            JsonValue told = info.get("Classes").elements().get(i);
            assertEquals(effect.vst3Cid(), told.get("CID").text().toLowerCase(java.util.Locale.ROOT));
            assertEquals(effect.descriptor().name(), told.get("Name").text());
            assertEquals(effect.descriptor().version(), told.get("Version").text());
        }
    }
}
