package io.arioso.bridge.clap;

import com.sun.jna.Pointer;
import io.arioso.bridge.BridgeHost;
import io.arioso.bridge.BridgedPlugin;
import io.arioso.bridge.Callbacks;
import io.arioso.bridge.PluginFormat;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

/**
 * The main-thread side of CLAP: Java's functions in the table of {@code clap_face.h}. Each finds its instance by the
 * plug-in's pointer; a call for an instance that is not there, and one that fails, is answered with no.
 */
public final class ClapFormat implements PluginFormat {
    private static final System.Logger LOGGER = System.getLogger(ClapFormat.class.getName());
    /** Offset of {@code clap_plugin.data}, which points to the shim's instance, which begins with its handle. */
    private static final int DATA = 8;

    private final Map<Integer, ClapFace> faces = new ConcurrentHashMap<>();

    @Override
    public BridgeHost open(int handle, BridgedPlugin plugin, Pointer face, long host) {
        ClapFace made = new ClapFace(plugin, new ClapHost(new Pointer(host)), face, () -> faces.remove(handle));
        faces.put(handle, made);
        return made;
    }

    @Override
    public void install(Pointer table) {
        installParameters(table);
        installState(table);
        installGui(table);
        Callbacks.put(table, Slot.REMOTE_CONTROLS_COUNT, (Shapes.Nothing) plugin ->
            ask(plugin, face -> face.remotePages().count()));
        Callbacks.put(table, Slot.REMOTE_CONTROLS_GET, (Shapes.NumberAndAddress) (plugin, page, to) ->
            ask(plugin, face -> yes(face.remotePages().write(page, to))));
        Callbacks.put(table, Slot.ON_MAIN_THREAD, (Shapes.Nothing) plugin ->
            ask(plugin, face -> yes(face.onMainThread())));
    }

    private void installParameters(Pointer table) {
        Callbacks.put(table, Slot.PARAMS_COUNT, (Shapes.Nothing) plugin ->
            ask(plugin, face -> face.parameters().count()));
        Callbacks.put(table, Slot.PARAMS_GET_INFO, (Shapes.NumberAndAddress) (plugin, index, info) ->
            ask(plugin, face -> yes(face.parameters().info(index, info))));
        Callbacks.put(table, Slot.PARAMS_GET_VALUE, (Shapes.NumberAndAddress) (plugin, key, value) ->
            ask(plugin, face -> yes(face.parameters().value(key, value))));
        Callbacks.put(table, Slot.PARAMS_VALUE_TO_TEXT, (Shapes.ValueToText) (plugin, key, value, text, capacity) ->
            ask(plugin, face -> yes(face.parameters().text(key, value, text, capacity))));
        Callbacks.put(table, Slot.PARAMS_TEXT_TO_VALUE, (Shapes.TextToValue) (plugin, key, text, value) ->
            ask(plugin, face -> yes(face.parameters().parse(key, text, value))));
        Callbacks.put(table, Slot.EXCHANGE, (Shapes.AddressAndNumber) (plugin, events, count) ->
            ask(plugin, face -> face.parameters().exchange(events, count)));
    }

    private void installState(Pointer table) {
        Shapes.Address save = (plugin, stream) -> ask(plugin, face -> yes(face.state().save(stream)));
        Shapes.Address load = (plugin, stream) -> ask(plugin, face -> yes(face.state().load(stream)));
        Callbacks.put(table, Slot.STATE_SAVE, save);
        Callbacks.put(table, Slot.STATE_LOAD, load);
        Callbacks.put(table, Slot.STATE_CONTEXT_SAVE, (Shapes.AddressAndNumber) (plugin, stream, context) ->
            save.call(plugin, stream));
        Callbacks.put(table, Slot.STATE_CONTEXT_LOAD, (Shapes.AddressAndNumber) (plugin, stream, context) ->
            load.call(plugin, stream));
        Callbacks.put(table, Slot.LOAD_PRESET, (Shapes.Number) (plugin, number) ->
            ask(plugin, face -> yes(face.state().loadPreset(number))));
        Callbacks.put(table, Slot.LOAD_FILE, (Shapes.Address) (plugin, path) ->
            ask(plugin, face -> yes(face.state().loadFile(path))));
    }

    private void installGui(Pointer table) {
        Callbacks.put(table, Slot.GUI_IS_API_SUPPORTED, (Shapes.AddressAndBool) (plugin, api, floating) ->
            ask(plugin, face -> yes(face.gui().supports(api))));
        Callbacks.put(table, Slot.GUI_GET_PREFERRED_API, (Shapes.TwoAddresses) (plugin, api, floating) ->
            ask(plugin, face -> yes(face.gui().preferredApi(api, floating))));
        Callbacks.put(table, Slot.GUI_CREATE, (Shapes.AddressAndBool) (plugin, api, floating) ->
            ask(plugin, face -> yes(face.gui().create(api, floating != 0))));
        Callbacks.put(table, Slot.GUI_DESTROY, (Shapes.Nothing) plugin ->
            ask(plugin, face -> yes(face.gui().destroy())));
        Callbacks.put(table, Slot.GUI_SET_SCALE, (Shapes.Scale) (plugin, factor) ->
            ask(plugin, face -> yes(face.gui().scale(factor))));
        Callbacks.put(table, Slot.GUI_GET_SIZE, (Shapes.TwoAddresses) (plugin, width, height) ->
            ask(plugin, face -> yes(face.gui().size(width, height))));
        Callbacks.put(table, Slot.GUI_CAN_RESIZE, (Shapes.Nothing) plugin -> ask(plugin, face -> yes(true)));
        Callbacks.put(table, Slot.GUI_GET_RESIZE_HINTS, (Shapes.Address) (plugin, hints) ->
            ask(plugin, face -> yes(face.gui().hints(hints))));
        Callbacks.put(table, Slot.GUI_ADJUST_SIZE, (Shapes.TwoAddresses) (plugin, width, height) ->
            ask(plugin, face -> yes(face.gui().adjust(width, height))));
        Callbacks.put(table, Slot.GUI_SET_SIZE, (Shapes.Size) (plugin, width, height) ->
            ask(plugin, face -> yes(face.gui().resize(width, height))));
        Callbacks.put(table, Slot.GUI_SET_PARENT, (Shapes.Address) (plugin, window) ->
            ask(plugin, face -> yes(face.gui().embed(window))));
        Callbacks.put(table, Slot.GUI_SET_TRANSIENT, (Shapes.Address) (plugin, window) -> 0);
        Callbacks.put(table, Slot.GUI_SUGGEST_TITLE, (Shapes.Address) (plugin, title) ->
            ask(plugin, face -> yes(face.gui().title(title))));
        Callbacks.put(table, Slot.GUI_SHOW, (Shapes.Nothing) plugin -> ask(plugin, face -> yes(face.gui().show())));
        Callbacks.put(table, Slot.GUI_HIDE, (Shapes.Nothing) plugin -> ask(plugin, face -> yes(face.gui().hide())));
    }

    private int ask(long plugin, ToIntFunction<ClapFace> question) {
        ClapFace face = face(plugin);
        if (face == null) return 0;
        try {
            return question.applyAsInt(face);
        } catch (Throwable failure) {
            LOGGER.log(Level.WARNING, "CLAP call failed: " + failure.getMessage(), failure);
            return 0;
        }
    }

    private ClapFace face(long plugin) {
        if (plugin == 0) return null;
        Pointer instance = new Pointer(plugin).getPointer(DATA);
        return instance == null ? null : faces.get(instance.getInt(0));
    }

    private static int yes(boolean answer) {
        return answer ? 1 : 0;
    }
}
