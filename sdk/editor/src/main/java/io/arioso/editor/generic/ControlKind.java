package io.arioso.editor.generic;

import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.ChoiceParameter;
import io.arioso.sdk.parameter.Parameter;

/** Which control a parameter gets. */
public enum ControlKind {
    /** A knob with its value below. */
    KNOB,
    /** A switch. */
    SWITCH,
    /** All choices beside each other. */
    SEGMENTS,
    /** A menu of choices. */
    MENU;

    /** Logical pixels of one column of a section. */
    static final double COLUMN = 88;
    private static final double LETTER = 7.4;
    private static final double SEGMENT_MARGIN = 16;
    private static final double MENU_MARGIN = 46;
    private static final int MOST_SEGMENTS = 4;
    private static final int MOST_COLUMNS = 2;

    /** The control that suits a parameter. */
    static ControlKind of(Parameter parameter) {
        if (parameter instanceof BoolParameter) return SWITCH;
        if (!(parameter instanceof ChoiceParameter<?> choice)) return KNOB;
        return choice.choices().size() <= MOST_SEGMENTS && segmentColumns(choice) <= MOST_COLUMNS ? SEGMENTS : MENU;
    }

    /** How many columns of a section it takes up. */
    int columns(Parameter parameter) {
        return switch (this) {
            case KNOB, SWITCH -> 1;
            case SEGMENTS -> segmentColumns((ChoiceParameter<?>) parameter);
            case MENU -> menuColumns((ChoiceParameter<?>) parameter);
        };
    }

    private static int segmentColumns(ChoiceParameter<?> choice) {
        double width = 0;
        for (Enum<?> each : choice.choices()) width += each.toString().length() * LETTER + SEGMENT_MARGIN;
        return (int) Math.ceil(width / COLUMN);
    }

    private static int menuColumns(ChoiceParameter<?> choice) {
        double width = 0;
        for (Enum<?> each : choice.choices()) width = Math.max(width, each.toString().length() * LETTER + MENU_MARGIN);
        return Math.min(MOST_COLUMNS, (int) Math.ceil(width / COLUMN));
    }
}
