package io.arioso.bridge.bundle;

import io.arioso.host.document.JsonWriter;
import io.arioso.host.plugin.PluginDescriptor;
import java.util.List;
import java.util.Locale;

/**
 * VST3's {@code moduleinfo.json}: what the shim's factory answers, for DAWs that would rather read than load.
 *
 * @see <a href="https://steinbergmedia.github.io/vst3_dev_portal/pages/Technical+Documentation/VST+Module+Architecture/ModuleInfo-JSON.html">ModuleInfo-JSON</a>
 */
final class ModuleInfo {
    /** The version of the interfaces that the shim speaks, as its factory says. */
    static final String SDK_VERSION = "VST 3.7.9";
    private static final long MANY_INSTANCES = 0x7FFF_FFFF;

    private ModuleInfo() {
    }

    static byte[] bytes(BundleTable table) {
        JsonWriter out = new JsonWriter().object().field("Name", table.name()).field("Version", table.version());
        out.name("Factory Info").object().field("Vendor", table.vendor()).field("URL", "").field("E-Mail", "")
            .name("Flags").object().field("Unicode", true).field("Classes Discardable", false)
            .field("License Check", false).field("Component Non Discardable", false).end().end();
        out.name("Compatibility").array().end().name("Classes").array();
        for (BundledEffect effect : table.effects()) writeClass(out, effect);
        return out.end().end().toBytes();
    }

    private static void writeClass(JsonWriter out, BundledEffect effect) {
        PluginDescriptor plugin = effect.descriptor();
        out.object().field("CID", effect.vst3Cid().toUpperCase(Locale.ROOT)).field("Category", "Audio Module Class")
            .field("Name", plugin.name()).field("Vendor", plugin.vendor()).field("Version", plugin.version())
            .field("SDKVersion", SDK_VERSION).name("Sub Categories").texts(List.of(effect.vst3Categories().split("\\|")))
            .field("Class Flags", 0).field("Cardinality", MANY_INSTANCES).name("Snapshots").array().end().end();
    }
}
