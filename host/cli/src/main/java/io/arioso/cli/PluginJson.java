package io.arioso.cli;

import io.arioso.host.document.JsonWriter;
import io.arioso.host.plugin.PluginDescriptor;
import java.util.Locale;

/** A plug-in's identity as JSON members. */
final class PluginJson {
    private PluginJson() {
    }

    /** The category as it is typed. */
    static String category(PluginDescriptor plugin) {
        return plugin.category().name().toLowerCase(Locale.ROOT);
    }

    static void identity(JsonWriter out, PluginDescriptor plugin) {
        out.field("id", plugin.id()).field("version", plugin.version()).field("name", plugin.name())
            .field("vendor", plugin.vendor()).field("category", category(plugin))
            .field("description", plugin.description()).field("jar", plugin.jar().toString())
            .field("sha256", plugin.sha256());
    }
}
