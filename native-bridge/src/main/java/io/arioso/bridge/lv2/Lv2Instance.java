package io.arioso.bridge.lv2;

import com.sun.jna.Pointer;
import io.arioso.bridge.BridgeHost;
import io.arioso.bridge.BridgedParameter;
import io.arioso.bridge.BridgedPlugin;
import io.arioso.sdk.parameter.ParameterIds;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One LV2 plug-in, or the model that an editor makes for itself where its host does not show it the plug-in. */
final class Lv2Instance implements BridgeHost {
    private static final int BYPASS = -1;
    private static final int TOLD = 0;
    private static final int MEASURED = 8;

    private final BridgedPlugin plugin;
    private final List<BridgedParameter> controls;
    private final List<BridgedParameter> meters;
    private final BridgedParameter bypass;
    private final boolean hasPorts;
    private final Runnable whenClosed;
    private final AtomicInteger moves = new AtomicInteger();

    Lv2Instance(BridgedPlugin plugin, boolean hasPorts, Runnable whenClosed) {
        this.plugin = plugin;
        this.hasPorts = hasPorts;
        this.whenClosed = whenClosed;
        controls = Lv2Ports.controls(plugin);
        meters = Lv2Ports.meters(plugin);
        bypass = plugin.parameters().stream().filter(each -> each.id().equals(ParameterIds.BYPASS)).findFirst()
            .orElse(null);
    }

    /** Tells the face in {@code lv2.h} what the ports' values are until a host moves them. */
    void fillDefaults(Pointer face) {
        Pointer told = face.getPointer(TOLD);
        told.setFloat(0, bypass == null ? 1 : (float) (1 - bypass.parameter().defaultPlain()));
        for (int i = 0; i < controls.size(); i++)
            told.setFloat(4L * (i + 1), (float) controls.get(i).parameter().defaultPlain());
        Pointer measured = face.getPointer(MEASURED);
        for (int i = 0; i < meters.size(); i++) measured.setFloat(4L * i, (float) plugin.minimum(meters.get(i)));
    }

    /** Whether it is a plug-in that a host runs, and no editor's model. */
    boolean hasPorts() {
        return hasPorts;
    }

    BridgedPlugin plugin() {
        return plugin;
    }

    List<BridgedParameter> controls() {
        return controls;
    }

    /** The parameter or meter of a control number; null if there is none. */
    BridgedParameter control(int number) {
        if (number == BYPASS) return bypass;
        if (number < 0 || number >= controls.size() + meters.size()) return null;
        return number < controls.size() ? controls.get(number) : meters.get(number - controls.size());
    }

    /** Takes over a port's value. */
    void set(int control, double value) {
        BridgedParameter parameter = control(control);
        if (parameter != null) plugin.setPlain(parameter, plugin.meant(parameter, value));
    }

    /** Counts how often a state or a preset was loaded. */
    int moves() {
        return moves.get();
    }

    @Override
    public void latencyChanged() {
        // The audio thread writes it to its port in every run.
    }

    @Override
    public boolean latencyMayChangeWhileActive() {
        return true;
    }

    @Override
    public void parametersChanged() {
        moves.incrementAndGet();
    }

    @Override
    public void editsWaiting() {
        // The host's idle call fetches them.
    }

    @Override
    public void close() {
        whenClosed.run();
    }
}
