package io.arioso.bridge.vst3;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import io.arioso.bridge.BridgeHost;
import io.arioso.bridge.BridgedPlugin;
import io.arioso.bridge.Callbacks;
import io.arioso.bridge.PluginFormat;
import io.arioso.bridge.editor.Editors;
import io.arioso.host.document.DocumentException;
import io.arioso.sdk.BusLayout;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The main-thread side of VST3: what C asks by {@code vst3_java}. C has checked pointers; whatever goes wrong here
 * becomes an error code, never an exception.
 */
public final class Vst3Format implements PluginFormat {
    private static final System.Logger LOGGER = System.getLogger(Vst3Format.class.getName());

    private final Map<Integer, Instance> instances = new ConcurrentHashMap<>();

    private interface Question {
        int ask(Instance instance) throws Exception;
    }

    private interface Reading {
        double ask(Instance instance);
    }

    @Override
    public BridgeHost open(int handle, BridgedPlugin plugin, Pointer face, long detail) {
        Instance instance = new Instance(plugin, face, () -> instances.remove(handle));
        instances.put(handle, instance);
        return instance;
    }

    @Override
    public void install(Pointer tables) {
        List<Callback> functions = List.of(
            setState(), getState(), setEditorState(), getEditorState(), supports(),
            parameterCount(), parameterInfo(), textOf(), valueOf(), toPlain(), toNormalized(), get(), set(),
            unitCount(), unitInfo(), programCount(), programName(), idle(),
            viewPossible(), viewAttach(), viewRemove(), viewSize(), viewResized(), viewConstrain(), viewFrame(),
            viewScale());
        for (int slot = 0; slot < functions.size(); slot++) Callbacks.put(tables, slot, functions.get(slot));
    }

    private int ask(int handle, Question question) {
        Instance instance = instances.get(handle);
        if (instance == null) return Result.NOT_INITIALIZED;
        try {
            return question.ask(instance);
        } catch (DocumentException refused) {
            LOGGER.log(Level.WARNING, refused.getMessage());
            return Result.FALSE;
        } catch (Throwable failure) {
            LOGGER.log(Level.WARNING, "VST3: " + failure, failure);
            return Result.INTERNAL_ERROR;
        }
    }

    private int count(int handle, Question question) {
        return instances.containsKey(handle) ? ask(handle, question) : 0;
    }

    private double read(int handle, double otherwise, Reading reading) {
        Instance instance = instances.get(handle);
        if (instance == null) return otherwise;
        try {
            return reading.ask(instance);
        } catch (Throwable failure) {
            LOGGER.log(Level.WARNING, "VST3: " + failure, failure);
            return otherwise;
        }
    }

    private Calls.WithPointer setState() {
        return (handle, stream) -> ask(handle, instance -> {
            instance.loadState(new Stream(stream).readAll());
            return Result.OK;
        });
    }

    private Calls.WithPointer getState() {
        return (handle, stream) -> ask(handle, instance -> {
            new Stream(stream).write(instance.plugin().saveState());
            return Result.OK;
        });
    }

    private Calls.WithPointer setEditorState() {
        return (handle, stream) -> ask(handle, instance -> {
            instance.programs().show(new Stream(stream).readAll());
            return Result.OK;
        });
    }

    private Calls.WithPointer getEditorState() {
        return (handle, stream) -> ask(handle, instance -> {
            new Stream(stream).write(instance.programs().save());
            return Result.OK;
        });
    }

    private Calls.Supports supports() {
        return (handle, channels, sidechain) -> count(handle, instance ->
            instance.plugin().supports(new BusLayout(channels, sidechain)) ? 1 : 0);
    }

    private Calls.Plain parameterCount() {
        return handle -> count(handle, instance -> instance.parameters().count());
    }

    private Calls.WithIndex parameterInfo() {
        return (handle, index, info) -> ask(handle, instance -> instance.parameters().write(index, new Pointer(info)));
    }

    private Calls.ToText textOf() {
        return (handle, key, normalized, text) -> ask(handle, instance ->
            instance.parameters().format(key, normalized, new Pointer(text)));
    }

    private Calls.FromText valueOf() {
        return (handle, key, text, normalized) -> ask(handle, instance ->
            instance.parameters().parse(key, Texts.read(new Pointer(text)), new Pointer(normalized)));
    }

    private Calls.Mapping toPlain() {
        return (handle, key, normalized) -> read(handle, normalized, instance ->
            instance.parameters().toPlain(key, normalized));
    }

    private Calls.Mapping toNormalized() {
        return (handle, key, plain) -> read(handle, plain, instance -> instance.parameters().toNormalized(key, plain));
    }

    private Calls.Getter get() {
        return (handle, key) -> read(handle, 0, instance -> instance.parameters().get(key));
    }

    private Calls.Setter set() {
        return (handle, key, normalized) -> ask(handle, instance -> instance.set(key, normalized));
    }

    private Calls.Plain unitCount() {
        return handle -> ask(handle, instance -> instance.units().count());
    }

    private Calls.WithIndex unitInfo() {
        return (handle, index, info) -> ask(handle, instance -> instance.units().write(index, new Pointer(info)));
    }

    private Calls.Plain programCount() {
        return handle -> count(handle, instance -> instance.programs().count());
    }

    private Calls.WithIndex programName() {
        return (handle, program, name) -> ask(handle, instance -> {
            Texts.write(new Pointer(name), 0, instance.programs().name(program));
            return Result.OK;
        });
    }

    private Calls.Idle idle() {
        return handle -> ask(handle, instance -> {
            instance.idle();
            return Result.OK;
        });
    }

    private Calls.Plain viewPossible() {
        return handle -> count(handle, instance -> Editors.available() ? 1 : 0);
    }

    private Calls.WithTwoPointers viewAttach() {
        return (handle, view, parent) -> ask(handle, instance -> {
            instance.view(view).attach(parent);
            return Result.OK;
        });
    }

    private Calls.WithPointer viewRemove() {
        return (handle, view) -> ask(handle, instance -> {
            instance.view(view).close();
            return Result.OK;
        });
    }

    private Calls.WithTwoPointers viewSize() {
        return (handle, view, size) -> ask(handle, instance -> {
            instance.view(view).writeSize(new Pointer(size));
            return Result.OK;
        });
    }

    private Calls.WithTwoPointers viewResized() {
        return (handle, view, size) -> ask(handle, instance -> {
            instance.view(view).resized(new Pointer(size));
            return Result.OK;
        });
    }

    private Calls.WithTwoPointers viewConstrain() {
        return (handle, view, size) -> ask(handle, instance -> {
            instance.view(view).constrain(new Pointer(size));
            return Result.OK;
        });
    }

    private Calls.WithTwoPointers viewFrame() {
        return (handle, view, frame) -> ask(handle, instance -> {
            instance.view(view).frame(frame == 0 ? null : new Pointer(frame));
            return Result.OK;
        });
    }

    private Calls.Scale viewScale() {
        return (handle, view, factor) -> ask(handle, instance -> {
            instance.view(view).scale(factor);
            return Result.OK;
        });
    }
}
