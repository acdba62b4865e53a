package io.arioso.bridge.bundle;

import io.arioso.bridge.bundle.BundledEffect.BundledPreset;
import io.arioso.host.plugin.PluginDescriptor;
import io.arioso.host.plugin.TabbedLine;
import java.nio.charset.StandardCharsets;

/** Writes the table of a bundle as {@link BundleTable} describes it. */
final class TableWriter {
    private TableWriter() {
    }

    static byte[] bytes(BundleTable table) {
        StringBuilder text = new StringBuilder(TabbedLine.of(TableReader.FORMAT, TableReader.VERSION));
        text.append(line(TableReader.BUNDLE, table.name(), table.vendor(), table.version()));
        for (BundledEffect effect : table.effects()) {
            text.append(effect(effect));
            for (BundledPreset preset : effect.presets())
                text.append(line(TableReader.PRESET, effect.descriptor().id(), preset.loadKey(), preset.name(),
                    preset.description()));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String effect(BundledEffect effect) {
        PluginDescriptor plugin = effect.descriptor();
        return line(TableReader.EFFECT, plugin.id(), plugin.name(), plugin.vendor(), plugin.version(),
            plugin.description(), String.join(" ", effect.clapFeatures()), effect.vst3Categories(), effect.vst3Cid(),
            effect.lv2Uri(), effect.sidechain() ? "1" : "0", Integer.toString(effect.controls()),
            Integer.toString(effect.meters()), plugin.category().name(), plugin.className(),
            plugin.jar().getFileName().toString(), plugin.sha256());
    }

    /** A line in which no field has a control character but tabs and line feeds: C and DAWs show them as they are. */
    private static String line(String... fields) {
        String[] clean = new String[fields.length];
        for (int i = 0; i < fields.length; i++) clean[i] = fields[i].replaceAll("[\\p{Cntrl}&&[^\\t\\n]]", " ");
        return TabbedLine.of(clean);
    }
}
