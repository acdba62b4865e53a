package io.arioso.bridge.clap;

import com.sun.jna.Pointer;
import io.arioso.bridge.AudioBlock;
import io.arioso.bridge.BridgedParameter;
import io.arioso.bridge.BridgedPlugin;
import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.ChoiceParameter;
import io.arioso.sdk.parameter.IntParameter;
import io.arioso.sdk.parameter.Parameter;

/**
 * The extension {@code clap.params}: parameters by their keys, with plain values; meters are read-only ones.
 * [main-thread]
 */
final class ClapParameters {
    private static final int STEPPED = 1;
    private static final int READ_ONLY = 1 << 3;
    private static final int BYPASS = 1 << 4;
    private static final int AUTOMATABLE = 1 << 5;
    private static final int ENUM = 1 << 16;

    private static final int INFO_BYTES = 1320;
    private static final int FLAGS = 4;
    private static final int NAME = 16;
    private static final int NAME_BYTES = 256;
    private static final int MODULE = 272;
    private static final int MODULE_BYTES = 1024;
    private static final int MINIMUM = 1296;
    private static final int MAXIMUM = 1304;
    private static final int DEFAULT = 1312;

    private static final int EVENT_BYTES = 24;
    private static final int EVENT_KIND = 4;
    private static final int EVENT_PARAMETER = 8;
    private static final int EVENT_VALUE = 16;

    private final BridgedPlugin plugin;

    ClapParameters(BridgedPlugin plugin) {
        this.plugin = plugin;
    }

    int count() {
        return plugin.parameters().size();
    }

    boolean info(int index, long address) {
        if (index < 0 || index >= count() || address == 0) return false;
        BridgedParameter parameter = plugin.parameters().get(index);
        Pointer info = new Pointer(address);
        info.clear(INFO_BYTES);
        info.setInt(0, parameter.key());
        info.setInt(FLAGS, flags(parameter));
        Utf8.write(info, NAME, parameter.name(), NAME_BYTES);
        Utf8.write(info, MODULE, parameter.isMeter() ? "Meters" : parameter.parameter().group(), MODULE_BYTES);
        double minimum = plugin.minimum(parameter);
        info.setDouble(MINIMUM, minimum);
        info.setDouble(MAXIMUM, plugin.maximum(parameter));
        info.setDouble(DEFAULT, parameter.isMeter() ? minimum : parameter.parameter().defaultPlain());
        return true;
    }

    private static int flags(BridgedParameter bridged) {
        if (bridged.isMeter()) return READ_ONLY;
        Parameter parameter = bridged.parameter();
        int flags = parameter.automatable() ? AUTOMATABLE : 0;
        if (parameter.id().equals("bypass")) return flags | BYPASS | STEPPED;
        if (parameter instanceof ChoiceParameter<?>) return flags | STEPPED | ENUM;
        if (parameter instanceof BoolParameter || parameter instanceof IntParameter) return flags | STEPPED;
        return flags;
    }

    boolean value(int key, long to) {
        BridgedParameter parameter = plugin.byKey(key);
        if (parameter == null || to == 0) return false;
        new Pointer(to).setDouble(0, plugin.plain(parameter));
        return true;
    }

    boolean text(int key, double value, long to, int capacity) {
        BridgedParameter parameter = plugin.byKey(key);
        if (parameter == null || to == 0 || capacity <= 0 || Double.isNaN(value)) return false;
        Utf8.write(new Pointer(to), 0, plugin.format(parameter, value), capacity);
        return true;
    }

    boolean parse(int key, long text, long to) {
        BridgedParameter parameter = plugin.byKey(key);
        if (parameter == null || text == 0 || to == 0) return false;
        try {
            new Pointer(to).setDouble(0, plugin.parse(parameter, Utf8.read(text)));
            return true;
        } catch (IllegalArgumentException notUnderstood) {
            return false;
        }
    }

    /**
     * Takes the DAW's values over while no audio runs and answers with the user's edits, in the same memory.
     *
     * @param events as many {@code shim_event} as fit into a block
     * @param count how many of them came from the DAW
     * @return how many are for the DAW
     */
    int exchange(long events, int count) {
        Pointer memory = new Pointer(events);
        for (int event = 0; event < count; event++) {
            int at = event * EVENT_BYTES;
            BridgedParameter parameter = plugin.byKey(memory.getInt(at + EVENT_PARAMETER));
            if (parameter != null) plugin.setPlain(parameter, memory.getDouble(at + EVENT_VALUE));
        }
        int[] sent = {0};
        plugin.edits().drain((kind, index, plain) -> {
            if (sent[0] == AudioBlock.EVENTS) return false;
            int at = sent[0]++ * EVENT_BYTES;
            memory.setInt(at, 0);
            memory.setInt(at + EVENT_KIND, kind);
            memory.setInt(at + EVENT_PARAMETER, plugin.parameters().get(index).key());
            memory.setDouble(at + EVENT_VALUE, plain);
            return true;
        });
        return sent[0];
    }
}
