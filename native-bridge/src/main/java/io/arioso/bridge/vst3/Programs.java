package io.arioso.bridge.vst3;

import io.arioso.bridge.BridgedParameter;
import io.arioso.bridge.BridgedPlugin;
import io.arioso.host.document.DocumentException;

/**
 * The factory presets as VST3's programs. Program 0 is what a new instance sounds like; the presets follow.
 *
 * <p>Choosing the program that is shown does nothing: DAWs send it back when they open a session, and what the user
 * has changed since must not be lost by that.
 */
final class Programs {
    /** The parameter that chooses a program; {@code VST3_PROGRAM_KEY} in C. */
    static final int KEY = 0x7067726D;
    private static final String DEFAULT = "Default";

    private final BridgedPlugin plugin;
    private final byte[] initial;

    /** The programs of a new instance. */
    Programs(BridgedPlugin plugin) {
        this.plugin = plugin;
        initial = plugin.saveState();
    }

    /** Number of programs; 0 if there are no presets. */
    int count() {
        return plugin.presets().isEmpty() ? 0 : plugin.presets().size() + 1;
    }

    /** A program's name. */
    String name(int program) {
        return program == 0 ? DEFAULT : plugin.presets().get(program - 1).name();
    }

    /** Where the program shown lies on 0..1. */
    double normalized() {
        return (double) shown() / (count() - 1);
    }

    /** The program at a place on 0..1. */
    int at(double normalized) {
        return (int) Math.min(count() - 1, Math.floor(Math.max(0, normalized) * count()));
    }

    /** The program of a name. */
    int byName(String name) {
        for (int program = 0; program < count(); program++)
            if (name(program).equalsIgnoreCase(name.strip())) return program;
        throw new IllegalArgumentException("program \"" + name.strip() + "\": there is none of that name");
    }

    /** Loads a program if it is not the one shown. [main-thread] */
    void choose(int program) throws DocumentException {
        if (program == shown()) return;
        if (program == 0) loadDefaults();
        else plugin.loadPreset(program - 1);
    }

    private int shown() {
        return plugin.currentPreset() + 1;
    }

    /** A bypassed instance stays so. */
    private void loadDefaults() throws DocumentException {
        BridgedParameter bypass = null;
        for (BridgedParameter parameter : plugin.parameters()) if (parameter.id().equals("bypass")) bypass = parameter;
        double bypassed = bypass == null ? 0 : plugin.plain(bypass);
        plugin.loadState(initial);
        if (bypass != null) plugin.setPlain(bypass, bypassed);
    }
}
