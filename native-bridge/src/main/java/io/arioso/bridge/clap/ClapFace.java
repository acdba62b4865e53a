package io.arioso.bridge.clap;

import com.sun.jna.Pointer;
import io.arioso.bridge.BridgeHost;
import io.arioso.bridge.BridgedPlugin;
import io.arioso.sdk.BusLayout;

/** One instance as CLAP sees it: its extensions, and what the DAW is told when something happens here. */
final class ClapFace implements BridgeHost {
    /** Offset of {@code clap_face.layouts}: bit n says that the effect works with n channels. */
    private static final int LAYOUTS = 96;

    private final BridgedPlugin plugin;
    private final ClapHost host;
    private final Runnable forgotten;
    private final Thread mainThread = Thread.currentThread();
    private final ClapParameters parameters;
    private final ClapState state;
    private final ClapRemotePages remotePages;
    private final ClapGui gui;
    private volatile boolean valuesChanged;

    ClapFace(BridgedPlugin plugin, ClapHost host, Pointer face, Runnable forgotten) {
        this.plugin = plugin;
        this.host = host;
        this.forgotten = forgotten;
        parameters = new ClapParameters(plugin);
        state = new ClapState(plugin, host);
        remotePages = new ClapRemotePages(plugin);
        gui = new ClapGui(plugin, host);
        face.setInt(LAYOUTS, layout(1) | layout(2));
    }

    private int layout(int channels) {
        BusLayout layout = new BusLayout(channels, plugin.hasSidechain() ? channels : 0);
        return plugin.supports(layout) ? 1 << channels : 0;
    }

    ClapParameters parameters() {
        return parameters;
    }

    ClapState state() {
        return state;
    }

    ClapRemotePages remotePages() {
        return remotePages;
    }

    ClapGui gui() {
        return gui;
    }

    /** The DAW gives us its main thread, as asked for. */
    boolean onMainThread() {
        if (!valuesChanged) return true;
        valuesChanged = false;
        host.rescanValues();
        host.markDirty();
        return true;
    }

    /** CLAP lets the delay change between activations only. */
    @Override
    public void latencyChanged() {
        host.requestRestart();
    }

    @Override
    public boolean latencyMayChangeWhileActive() {
        return false;
    }

    @Override
    public void parametersChanged() {
        if (Thread.currentThread() == mainThread) {
            host.rescanValues();
            return;
        }
        valuesChanged = true;
        host.requestCallback();
    }

    @Override
    public void editsWaiting() {
        host.requestFlush();
    }

    @Override
    public void close() {
        forgotten.run();
        gui.destroy();
        host.close();
    }
}
