package io.arioso.bridge;

import io.arioso.bridge.bundle.BundledEffect.BundledPreset;
import io.arioso.host.document.DocumentException;
import io.arioso.host.preset.Preset;
import io.arioso.sdk.state.PluginState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The factory presets of one effect, in the order of the bundle's table: a DAW counts on their numbers. A file is read
 * when its preset is asked for. [any-thread]
 */
final class PresetBank {
    private final String plugin;
    private final List<BundledPreset> listed;
    private final Path folder;
    private List<Preset> shown;

    /** Presets of an effect below a folder that has one folder an effect. */
    PresetBank(String plugin, List<BundledPreset> listed, Path presets) {
        this.plugin = plugin;
        this.listed = listed;
        folder = presets.resolve(plugin);
    }

    /** All of them; one whose file cannot be read is there with the name and description of the table. */
    synchronized List<Preset> all() {
        if (shown == null) shown = IntStream.range(0, listed.size()).mapToObj(this::readOrListed).toList();
        return shown;
    }

    private Preset readOrListed(int index) {
        try {
            return read(index);
        } catch (IOException unreadable) {
            BundledPreset entry = listed.get(index);
            return Preset.of(plugin, entry.name(), PluginState.builder("").build()).describedAs(entry.description());
        }
    }

    /** Reads one. */
    Preset read(int index) throws IOException {
        if (index < 0 || index >= listed.size())
            throw new DocumentException("preset " + index, "there are " + listed.size());
        return Preset.read(folder.resolve(listed.get(index).loadKey() + ".json"));
    }

    /** The place of a load key, -1 if there is none. */
    int indexOfKey(String loadKey) {
        return IntStream.range(0, listed.size()).filter(i -> listed.get(i).loadKey().equals(loadKey)).findFirst()
            .orElse(-1);
    }

    /** The place of a name, -1 if there is none. */
    int indexOfName(String name) {
        return IntStream.range(0, listed.size()).filter(i -> listed.get(i).name().equals(name)).findFirst().orElse(-1);
    }
}
