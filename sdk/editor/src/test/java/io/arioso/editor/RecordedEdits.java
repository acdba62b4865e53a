package io.arioso.editor;

import java.util.ArrayList;
import java.util.List;

/** Writes down every gesture: {@code begin gain}, {@code gain=-3}, {@code end gain}. */
public final class RecordedEdits implements ParameterEdits {
    private final List<String> log = new ArrayList<>();

    @Override
    public void begin(EditorParameter parameter) {
        log.add("begin " + parameter.id());
    }

    @Override
    public void edit(EditorParameter parameter, double plain) {
        log.add(parameter.id() + "=" + parameter.description().format(plain));
    }

    @Override
    public void end(EditorParameter parameter) {
        log.add("end " + parameter.id());
    }

    /** What came, in order. */
    public List<String> log() {
        return List.copyOf(log);
    }

    /** How many gestures were begun. */
    public long begun() {
        return log.stream().filter(line -> line.startsWith("begin ")).count();
    }

    /** How many gestures were ended. */
    public long ended() {
        return log.stream().filter(line -> line.startsWith("end ")).count();
    }
}
