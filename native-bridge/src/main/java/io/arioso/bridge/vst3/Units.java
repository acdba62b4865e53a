package io.arioso.bridge.vst3;

import com.sun.jna.Pointer;
import io.arioso.bridge.BridgedParameter;
import java.util.ArrayList;
import java.util.List;

/** The parameters' groups as VST3's units: the root is number 0, groups follow in the order of their parameters. */
final class Units {
    private static final int ROOT = 0;
    private static final int NO_PARENT = -1;
    private static final int NO_LIST = -1;
    private static final int PROGRAM_LIST = 1;
    private static final int PARENT_AT = 4;
    private static final int NAME_AT = 8;
    private static final int LIST_AT = 264;

    private final List<String> groups = new ArrayList<>();
    private final boolean programs;

    /** The units of an effect's parameters; the root has the list of programs if there are any. */
    Units(List<BridgedParameter> parameters, boolean programs) {
        this.programs = programs;
        for (BridgedParameter parameter : parameters) {
            String group = groupOf(parameter);
            if (!group.isEmpty() && !groups.contains(group)) groups.add(group);
        }
    }

    /** Number of units, the root among them. */
    int count() {
        return 1 + groups.size();
    }

    /** The unit of a parameter. */
    int unitOf(BridgedParameter parameter) {
        return groups.indexOf(groupOf(parameter)) + 1;
    }

    /** Writes a unit's {@code UnitInfo}, which is all zero before. */
    int write(int index, Pointer info) {
        if (index < 0 || index >= count()) return Result.INVALID_ARGUMENT;
        info.setInt(0, index);
        info.setInt(PARENT_AT, index == ROOT ? NO_PARENT : ROOT);
        Texts.write(info, NAME_AT, index == ROOT ? "Root" : groups.get(index - 1));
        info.setInt(LIST_AT, index == ROOT && programs ? PROGRAM_LIST : NO_LIST);
        return Result.OK;
    }

    private static String groupOf(BridgedParameter parameter) {
        return parameter.isMeter() ? "" : parameter.parameter().group();
    }
}
