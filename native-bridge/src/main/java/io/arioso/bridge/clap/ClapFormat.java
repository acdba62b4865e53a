package io.arioso.bridge.clap;

import com.sun.jna.Pointer;
import io.arioso.bridge.BridgeHost;
import io.arioso.bridge.BridgedPlugin;
import io.arioso.bridge.PluginFormat;

/** The main-thread side of CLAP. */
public final class ClapFormat implements PluginFormat {
    @Override
    public void install(Pointer tables) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public BridgeHost open(int handle, BridgedPlugin plugin, Pointer face, long detail) {
        throw new UnsupportedOperationException("not there yet");
    }
}
