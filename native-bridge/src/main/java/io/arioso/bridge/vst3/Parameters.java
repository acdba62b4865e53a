package io.arioso.bridge.vst3;

import com.sun.jna.Pointer;
import io.arioso.bridge.BridgedParameter;
import io.arioso.bridge.BridgedPlugin;
import io.arioso.host.document.DocumentException;
import io.arioso.sdk.parameter.ChoiceParameter;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.Unit;
import java.util.Arrays;

/**
 * The parameters and meters of an instance as VST3's controller shows them, values on 0..1, and behind them the one that
 * chooses a program. Unknown numbers read as 0.
 *
 * <p>While the processor is active it takes values from its blocks alone, at their frames; what the DAW tells the
 * controller is then only shown, until the processor's value moves.
 */
final class Parameters {
    private static final int CAN_AUTOMATE = 1;
    private static final int READ_ONLY = 2;
    private static final int LIST = 8;
    private static final int PROGRAM_CHANGE = 1 << 15;
    private static final int BYPASS = 1 << 16;
    private static final int TITLE_AT = 4;
    private static final int SHORT_TITLE_AT = 260;
    private static final int UNITS_AT = 516;
    private static final int STEPS_AT = 772;
    private static final int DEFAULT_AT = 776;
    private static final int UNIT_AT = 784;
    private static final int FLAGS_AT = 788;
    private static final int SHORT_TITLE = 12;

    private final BridgedPlugin plugin;
    private final Units units;
    private final Programs programs;
    private final double[] shown;
    private final double[] plainWhenShown;

    Parameters(BridgedPlugin plugin, Units units, Programs programs) {
        this.plugin = plugin;
        this.units = units;
        this.programs = programs;
        int count = plugin.parameters().size();
        shown = new double[count];
        plainWhenShown = new double[count];
        Arrays.fill(plainWhenShown, Double.NaN);
    }

    /** Number of parameters, meters and program choices. */
    int count() {
        return plugin.parameters().size() + (programs.count() > 0 ? 1 : 0);
    }

    /** Writes a {@code ParameterInfo}, which is all zero before. */
    int write(int index, Pointer info) {
        if (index < 0 || index >= count()) return Result.INVALID_ARGUMENT;
        if (index == plugin.parameters().size()) return writeProgram(info);
        BridgedParameter bridged = plugin.parameters().get(index);
        Unit unit = bridged.isMeter() ? bridged.meter().unit() : bridged.parameter().unit();
        info.setInt(0, bridged.key());
        writeTitles(info, bridged.name());
        Texts.write(info, UNITS_AT, unit.symbol());
        info.setInt(UNIT_AT, units.unitOf(bridged));
        info.setInt(FLAGS_AT, flagsOf(bridged));
        if (bridged.isMeter()) return Result.OK;
        Parameter parameter = bridged.parameter();
        info.setInt(STEPS_AT, Math.max(0, parameter.stepCount() - 1));
        info.setDouble(DEFAULT_AT, plugin.toNormalized(bridged, parameter.defaultPlain()));
        return Result.OK;
    }

    private int writeProgram(Pointer info) {
        info.setInt(0, Programs.KEY);
        writeTitles(info, "Preset");
        info.setInt(STEPS_AT, programs.count() - 1);
        info.setInt(FLAGS_AT, CAN_AUTOMATE | LIST | PROGRAM_CHANGE);
        return Result.OK;
    }

    private static void writeTitles(Pointer info, String name) {
        Texts.write(info, TITLE_AT, name);
        Texts.write(info, SHORT_TITLE_AT, name.length() <= SHORT_TITLE ? name : name.substring(0, SHORT_TITLE).strip());
    }

    private static int flagsOf(BridgedParameter bridged) {
        if (bridged.isMeter()) return READ_ONLY;
        return (bridged.parameter().automatable() ? CAN_AUTOMATE : 0)
            | (bridged.parameter() instanceof ChoiceParameter ? LIST : 0)
            | (bridged.id().equals("bypass") ? BYPASS : 0);
    }

    /** The value on 0..1 as the user reads it. */
    int format(int key, double normalized, Pointer text) {
        BridgedParameter bridged = plugin.byKey(key);
        if (bridged != null) Texts.write(text, 0, plugin.format(bridged, plugin.toPlain(bridged, normalized)));
        else if (isProgram(key)) Texts.write(text, 0, programs.name(programs.at(normalized)));
        else return Result.INVALID_ARGUMENT;
        return Result.OK;
    }

    /** The value on 0..1 of what the user typed. */
    int parse(int key, String typed, Pointer normalized) {
        BridgedParameter bridged = plugin.byKey(key);
        if (bridged == null && !isProgram(key)) return Result.INVALID_ARGUMENT;
        try {
            normalized.setDouble(0, bridged == null ? (double) programs.byName(typed) / (programs.count() - 1)
                : plugin.toNormalized(bridged, plugin.parse(bridged, typed)));
            return Result.OK;
        } catch (IllegalArgumentException notUnderstood) {
            return Result.FALSE;
        }
    }

    /** The plain value of one on 0..1; of the program choice its number. */
    double toPlain(int key, double normalized) {
        BridgedParameter bridged = plugin.byKey(key);
        if (bridged != null) return plugin.toPlain(bridged, normalized);
        return isProgram(key) ? programs.at(normalized) : normalized;
    }

    /** The place on 0..1 of a plain value. */
    double toNormalized(int key, double plain) {
        BridgedParameter bridged = plugin.byKey(key);
        if (bridged != null) return plugin.toNormalized(bridged, plain);
        return isProgram(key) ? Math.max(0, Math.min(1, plain / (programs.count() - 1))) : plain;
    }

    /** The value now. */
    double get(int key) {
        BridgedParameter bridged = plugin.byKey(key);
        if (bridged == null) return isProgram(key) ? programs.normalized() : 0;
        double plain = plugin.plain(bridged);
        if (plain == plainWhenShown[bridged.index()]) return shown[bridged.index()];
        plainWhenShown[bridged.index()] = Double.NaN;
        return plugin.toNormalized(bridged, plain);
    }

    /** All values have moved: those of the processor are shown. */
    void showProcessor() {
        Arrays.fill(plainWhenShown, Double.NaN);
    }

    /**
     * Takes a value from the DAW. A program is loaded at once.
     *
     * @param active whether the processor takes its values from blocks
     */
    int set(int key, double normalized, boolean active) throws DocumentException {
        BridgedParameter bridged = plugin.byKey(key);
        if (bridged == null && !isProgram(key)) return Result.INVALID_ARGUMENT;
        double place = Math.max(0, Math.min(1, normalized));
        if (bridged == null) {
            programs.choose(programs.at(place));
        } else if (!bridged.isMeter()) {
            if (!active) plugin.setPlain(bridged, plugin.meant(bridged, place));
            shown[bridged.index()] = place;
            plainWhenShown[bridged.index()] = plugin.plain(bridged);
        }
        return Result.OK;
    }

    private boolean isProgram(int key) {
        return key == Programs.KEY && programs.count() > 0;
    }
}
