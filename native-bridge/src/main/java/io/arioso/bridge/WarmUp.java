package io.arioso.bridge;

import io.arioso.host.plugin.PluginDescriptor;
import io.arioso.host.plugin.PluginLibrary;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.state.PluginState;

/** Lets the virtual machine compile an effect's audio path before the DAW's first block. */
final class WarmUp {
    private final PluginLibrary library;

    WarmUp(PluginLibrary library) {
        this.library = library;
    }

    void run(PluginDescriptor effect, PluginState state, EventValues values, BusLayout layout, double sampleRate) {
    }
}
