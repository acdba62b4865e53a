package io.arioso.bridge.clap;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import io.arioso.bridge.BridgedPlugin;
import io.arioso.bridge.editor.EditorOwner;
import io.arioso.bridge.editor.EditorWindow;
import io.arioso.bridge.editor.Editors;

/**
 * The extension {@code clap.gui}: an editor in the DAW's X11 window, or in one of its own. Sizes are physical pixels,
 * as CLAP has them on X11. [main-thread]
 */
final class ClapGui implements EditorOwner {
    private static final String X11 = "x11";
    /** The C string that {@code get_preferred_api} hands out: for ever. */
    private static final Memory X11_TEXT = new Memory(X11.length() + 1L);
    private static final int WINDOW_HANDLE = 8;
    private static final int HINTS_BYTES = 12;

    static {
        X11_TEXT.setString(0, X11);
    }

    private final BridgedPlugin plugin;
    private final ClapHost host;
    private String title;
    private double scale = 1;
    private boolean created;
    private boolean floating;
    private Editors.Size size;
    private EditorWindow window;

    ClapGui(BridgedPlugin plugin, ClapHost host) {
        this.plugin = plugin;
        this.host = host;
    }

    boolean supports(long api) {
        return X11.equals(Utf8.read(api)) && Editors.available();
    }

    boolean preferredApi(long api, long asFloating) {
        if (api == 0 || asFloating == 0 || !Editors.available()) return false;
        new Pointer(api).setPointer(0, X11_TEXT);
        new Pointer(asFloating).setByte(0, (byte) 0);
        return true;
    }

    boolean create(long api, boolean asFloating) {
        if (created || !supports(api)) return false;
        created = true;
        floating = asFloating;
        title = plugin.descriptor().name();
        size = Editors.preferredSize(plugin, scale);
        return true;
    }

    boolean destroy() {
        created = false;
        EditorWindow closing = window;
        window = null;
        if (closing != null) closing.close();
        return true;
    }

    boolean scale(double factor) {
        if (!(factor > 0) || Double.isInfinite(factor)) return false;
        scale = factor;
        if (window != null) window.scale(factor);
        else if (created) size = Editors.preferredSize(plugin, factor);
        return true;
    }

    boolean size(long width, long height) {
        if (!created || width == 0 || height == 0) return false;
        new Pointer(width).setInt(0, window == null ? size.width() : window.width());
        new Pointer(height).setInt(0, window == null ? size.height() : window.height());
        return true;
    }

    boolean hints(long address) {
        if (address == 0) return false;
        Pointer hints = new Pointer(address);
        hints.clear(HINTS_BYTES);
        hints.setByte(0, (byte) 1);
        hints.setByte(1, (byte) 1);
        return true;
    }

    boolean adjust(long width, long height) {
        if (width == 0 || height == 0) return false;
        Editors.Size nearest = nearest(new Pointer(width).getInt(0), new Pointer(height).getInt(0));
        new Pointer(width).setInt(0, nearest.width());
        new Pointer(height).setInt(0, nearest.height());
        return true;
    }

    boolean resize(int width, int height) {
        if (!created || !nearest(width, height).equals(new Editors.Size(width, height))) return false;
        size = new Editors.Size(width, height);
        if (window != null) window.resize(width, height);
        return true;
    }

    private Editors.Size nearest(int width, int height) {
        Editors.Size least = Editors.leastSize(scale);
        return new Editors.Size(Math.max(least.width(), width), Math.max(least.height(), height));
    }

    boolean embed(long address) {
        if (!created || floating || address == 0) return false;
        Pointer parent = new Pointer(address);
        if (!X11.equals(Utf8.read(Pointer.nativeValue(parent.getPointer(0))))) return false;
        if (window != null) window.close();
        window = Editors.embed(plugin, parent.getLong(WINDOW_HANDLE), scale, this);
        if (!size.equals(new Editors.Size(window.width(), window.height()))) window.resize(size.width(), size.height());
        return true;
    }

    boolean title(long text) {
        String suggested = Utf8.read(text);
        if (suggested == null || suggested.isBlank()) return false;
        title = suggested;
        return true;
    }

    boolean show() {
        if (!created) return false;
        if (window == null && !floating) return false;
        if (window == null) window = Editors.floating(plugin, title, scale, this);
        window.show();
        return true;
    }

    boolean hide() {
        if (window == null) return false;
        window.hide();
        return true;
    }

    /** [the bridge's own thread] */
    @Override
    public void resizeWanted(int width, int height) {
        host.requestResize(width, height);
    }

    /** [the bridge's own thread] */
    @Override
    public void closed(String why) {
        if (!why.isEmpty()) host.log(ClapHost.WARNING, plugin.descriptor().name() + ": " + why);
        host.guiClosed();
    }
}
