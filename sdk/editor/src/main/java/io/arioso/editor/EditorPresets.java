package io.arioso.editor;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The presets of an effect as a view sees them: names, the one that is loaded, and whether it was changed since.
 * [JavaFX application thread]
 */
public final class EditorPresets {
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final ObservableList<String> readOnlyNames = FXCollections.unmodifiableObservableList(names);
    private final ReadOnlyStringWrapper current = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper modified = new ReadOnlyBooleanWrapper();
    private final Consumer<String> loader;

    /**
     * No presets yet.
     *
     * @param loader loads a preset by its name; the answer comes by {@link #showCurrent} and as parameter values
     */
    public EditorPresets(Consumer<String> loader) {
        this.loader = loader;
    }

    /** All names in the order of the menu; unique. */
    public ObservableList<String> names() {
        return readOnlyNames;
    }

    /** The name of the preset that was loaded last, empty for none. */
    public ReadOnlyStringProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Whether a parameter has moved since the preset was loaded. */
    public ReadOnlyBooleanProperty modifiedProperty() {
        return modified.getReadOnlyProperty();
    }

    /** Asks for a preset; unknown names are ignored. */
    public void load(String name) {
        if (names.contains(name)) loader.accept(name);
    }

    /** Asks for the preset a number of places behind the current one; goes round at both ends. */
    public void step(int places) {
        if (names.isEmpty()) return;
        int at = names.indexOf(current.get());
        int from = at >= 0 ? at : places > 0 ? -1 : 0;
        load(names.get(Math.floorMod(from + places, names.size())));
    }

    /** Replaces the names; for the owner of the context. */
    public void showNames(List<String> newNames) {
        if (!names.equals(newNames)) names.setAll(newNames);
    }

    /** Shows which preset is loaded, empty for none, and whether it was changed; for the owner of the context. */
    public void showCurrent(String name, boolean changed) {
        current.set(name);
        modified.set(changed);
    }
}
