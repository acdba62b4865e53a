package io.arioso.bridge.vst3;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import io.arioso.bridge.BridgeHost;
import io.arioso.bridge.BridgedPlugin;
import io.arioso.bridge.Callbacks;
import io.arioso.bridge.PluginFormat;
import io.arioso.bridge.editor.Editors;
import io.arioso.sdk.BusLayout;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

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

    @Override
    public BridgeHost open(int handle, BridgedPlugin plugin, Pointer face, long detail) {
        Instance instance = new Instance(plugin, face, () -> instances.remove(handle));
        instances.put(handle, instance);
        return instance;
    }

    @Override
    public void install(Pointer tables) {
        List<Callback> functions = List.of(
            setState(), getState(), supports(),
            parameterCount(), parameterInfo(), textOf(), valueOf(), toPlain(), toNormalized(), get(), set(),
            unitCount(), unitInfo(), programCount(), programName(), idle(),
            viewPossible(), viewAttach(), viewRemove(), viewSize(), viewResized(), viewConstrain(), viewFrame(),
            viewScale(), viewGone());
        for (int slot = 0; slot < functions.size(); slot++) Callbacks.put(tables, slot, functions.get(slot));
    }

    private int ask(int handle, Question question) {
        Instance instance = instances.get(handle);
        if (instance == null) return Result.NOT_INITIALIZED;
        try {
            return question.ask(instance);
        } catch (IOException refused) {
            LOGGER.log(Level.WARNING, refused.getMessage());
            return Result.FALSE;
        } catch (Throwable failure) {
            LOGGER.log(Level.WARNING, "VST3: " + failure, failure);
            return Result.INTERNAL_ERROR;
        }
    }

    private int count(int handle, int otherwise, ToIntFunction<Instance> counting) {
        return (int) read(handle, otherwise, counting::applyAsInt);
    }

    private double read(int handle, double otherwise, ToDoubleFunction<Instance> reading) {
        Instance instance = instances.get(handle);
        if (instance == null) return otherwise;
        try {
            return reading.applyAsDouble(instance);
        } catch (Throwable failure) {
            LOGGER.log(Level.WARNING, "VST3: " + failure, failure);
            return otherwise;
        }
    }

    private Calls.WithPointer setState() {
        return (handle, stream) -> ask(handle, instance -> {
            instance.plugin().loadState(new Stream(stream).readAll());
            return Result.OK;
        });
    }

    private Calls.WithPointer getState() {
        return (handle, stream) -> ask(handle, instance -> {
            new Stream(stream).write(instance.plugin().saveState());
            return Result.OK;
        });
    }

    private Calls.Supports supports() {
        return (handle, channels, sidechain) -> count(handle, 0, instance ->
            instance.plugin().supports(new BusLayout(channels, sidechain)) ? 1 : 0);
    }

    private Calls.Plain parameterCount() {
        return handle -> count(handle, 0, instance -> instance.parameters().count());
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
        return handle -> count(handle, 1, instance -> instance.units().count());
    }

    private Calls.WithIndex unitInfo() {
        return (handle, index, info) -> ask(handle, instance -> instance.units().write(index, new Pointer(info)));
    }

    private Calls.Plain programCount() {
        return handle -> count(handle, 0, instance -> instance.programs().count());
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
        return handle -> count(handle, 0, instance -> Editors.available() ? 1 : 0);
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

    private Calls.WithPointer viewGone() {
        return (handle, view) -> ask(handle, instance -> {
            instance.closeView(view);
            return Result.OK;
        });
    }
}
