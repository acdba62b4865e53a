package io.arioso.bridge.lv2;

import com.sun.jna.Pointer;
import io.arioso.bridge.BridgeHost;
import io.arioso.bridge.BridgedPlugin;
import io.arioso.bridge.PluginFormat;

/** The main-thread side of LV2. */
public final class Lv2Format implements PluginFormat {
    @Override
    public void install(Pointer tables) {
        throw new UnsupportedOperationException("not there yet");
    }

    @Override
    public BridgeHost open(int handle, BridgedPlugin plugin, Pointer face, long detail) {
        throw new UnsupportedOperationException("not there yet");
    }
}
