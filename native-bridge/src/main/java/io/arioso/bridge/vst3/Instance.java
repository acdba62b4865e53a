package io.arioso.bridge.vst3;

import com.sun.jna.Pointer;
import io.arioso.bridge.AudioBlock;
import io.arioso.bridge.BridgeHost;
import io.arioso.bridge.BridgedPlugin;
import io.arioso.host.document.DocumentException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One instance as its DAW sees it on the main thread. What happens elsewhere waits here until C calls {@link #idle}: from
 * a timer of the DAW's run loop, or else with the DAW's next question.
 */
final class Instance implements BridgeHost {
    private static final int BEGIN_EDIT = 3;
    private static final int PERFORM_EDIT = 4;
    private static final int END_EDIT = 5;
    private static final int RESTART = 6;
    private static final int VALUES_CHANGED = 4;
    private static final int LATENCY_CHANGED = 8;

    private final BridgedPlugin plugin;
    private final Runnable atEnd;
    private final Shared shared;
    private final Programs programs;
    private final Units units;
    private final Parameters parameters;
    private final AtomicInteger changes = new AtomicInteger();
    private final Map<Long, View> views = new HashMap<>();

    /**
     * A new instance.
     *
     * @param face its {@code vst3_shared}
     * @param atEnd run when it goes
     */
    Instance(BridgedPlugin plugin, Pointer face, Runnable atEnd) {
        this.plugin = plugin;
        this.atEnd = atEnd;
        shared = new Shared(face);
        programs = new Programs(plugin);
        units = new Units(plugin.parameters(), programs.count() > 0);
        parameters = new Parameters(plugin, units, programs);
    }

    /** The effect behind it. */
    BridgedPlugin plugin() {
        return plugin;
    }

    /** Its parameters as the controller shows them. */
    Parameters parameters() {
        return parameters;
    }

    /** Its groups. */
    Units units() {
        return units;
    }

    /** Its factory presets. */
    Programs programs() {
        return programs;
    }

    /** Takes a value from the DAW. */
    int set(int key, double normalized) throws DocumentException {
        return parameters.set(key, normalized, shared.active());
    }

    @Override
    public void latencyChanged() {
        tell(LATENCY_CHANGED);
    }

    /** VST3 lets the DAW ask for the new delay at any time. */
    @Override
    public boolean latencyMayChangeWhileActive() {
        return true;
    }

    @Override
    public void parametersChanged() {
        parameters.showProcessor();
        tell(VALUES_CHANGED);
    }

    private void tell(int change) {
        changes.accumulateAndGet(change, (all, one) -> all | one);
        if (shared.timed()) shared.wantIdle();
        else Announcer.soon(this::announce);
    }

    private void announce() {
        ComObject handler = shared.handler();
        int told = changes.getAndSet(0);
        if (told == 0 || handler == null) return;
        handler.addRef();
        handler.call(RESTART, told);
        handler.release();
    }

    @Override
    public void editsWaiting() {
        shared.wantIdle();
    }

    /** Does what has waited for the DAW's main thread. */
    void idle() throws DocumentException {
        double program = shared.takeProgram();
        if (program >= 0) set(Programs.KEY, program);
        ComObject handler = shared.handler();
        plugin.edits().drain((kind, index, plain) -> handEdit(handler, kind, index, plain));
        for (View view : views.values()) view.idle();
        if (shared.timed()) announce();
    }

    /** Without a handler the DAW does not listen: the edit has been heard already and is dropped. */
    private boolean handEdit(ComObject handler, int kind, int index, double plain) {
        if (handler == null) return true;
        var parameter = plugin.parameters().get(index);
        switch (kind) {
            case AudioBlock.GESTURE_BEGIN -> handler.call(BEGIN_EDIT, parameter.key());
            case AudioBlock.GESTURE_END -> handler.call(END_EDIT, parameter.key());
            default -> handler.call(PERFORM_EDIT, parameter.key(), plugin.toNormalized(parameter, plain));
        }
        return true;
    }

    /** The editor's window whose C object is at an address. */
    View view(long address) {
        return views.computeIfAbsent(address, missing -> new View(plugin, new Pointer(missing), shared::wantIdle));
    }

    /** Forgets a window that is gone. */
    void closeView(long address) {
        View view = views.remove(address);
        if (view != null) view.close();
    }

    @Override
    public void close() {
        shared.close();
        views.values().forEach(View::close);
        views.clear();
        atEnd.run();
    }
}
