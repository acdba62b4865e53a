package io.arioso.editor;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;

/**
 * All that a view knows of its effect: parameters, meters, presets, and what went wrong. The same for a view inside the
 * desktop's rack and for one in a DAW, where the effect runs in another process.
 *
 * <p>Nothing here waits for the sound or for the other process. All calls come from the JavaFX application thread, and
 * all properties change on it.
 */
public interface EditorContext {

    /** Name of the effect. */
    String name();

    /** Maker of the effect. */
    String vendor();

    /** Version of the effect. */
    String version();

    /** All parameters in display order, bypass included; the same objects for the life of the view. */
    List<EditorParameter> parameters();

    /** All meters in display order; the same objects for the life of the view. */
    List<EditorMeter> meters();

    /** The presets of the effect. */
    EditorPresets presets();

    /** One sentence on what went wrong with the effect, empty while all is well. */
    ReadOnlyStringProperty faultProperty();

    /** Asks for another size of the window around the view; the answer is a new size, or nothing. */
    void requestSize(EditorSize size);

    /**
     * Takes in what happened since the last call: automation, meters, faults. Called once a frame by whoever shows the
     * view, and not at all while nobody sees it.
     */
    void refresh();

    /** The parameter of an id, if there is one. */
    default Optional<EditorParameter> findParameter(String id) {
        return parameters().stream().filter(parameter -> parameter.id().equals(id)).findFirst();
    }

    /**
     * The parameter of an id.
     *
     * @throws IllegalArgumentException if there is none
     */
    default EditorParameter parameter(String id) {
        return findParameter(id).orElseThrow(() -> new IllegalArgumentException(
            name() + " has no parameter \"" + id + "\""));
    }

    /** The meter of an id, if there is one. */
    default Optional<EditorMeter> findMeter(String id) {
        return meters().stream().filter(meter -> meter.id().equals(id)).findFirst();
    }
}
