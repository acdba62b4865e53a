package io.arioso.editor.generic;

import io.arioso.editor.EditorParameter;

/**
 * One control of a section.
 *
 * @param parameter what it moves
 * @param label     the parameter's name without what its section already says
 * @param kind      which control it gets
 * @param columns   columns of the section that it takes up, 1 or more
 */
public record Cell(EditorParameter parameter, String label, ControlKind kind, int columns) {

    /** A cell with the control that suits its parameter. */
    static Cell of(EditorParameter parameter, String label) {
        ControlKind kind = ControlKind.of(parameter.description());
        return new Cell(parameter, label, kind, kind.columns(parameter.description()));
    }
}
