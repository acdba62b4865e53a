package io.arioso.editor.control;

import io.arioso.editor.EditorParameter;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/**
 * What all controls of one parameter have in common: one stop for the Tab key, the gestures, a role, a name and a value
 * text for screen readers. Follows its parameter until {@link #dispose}. [JavaFX application thread]
 */
public abstract class ParameterControl extends StackPane {
    private final EditorParameter parameter;
    private final ParameterGestures gestures;
    private Subscription following = Subscription.EMPTY;

    /**
     * A control that does not follow its parameter yet: subclasses call {@link #follow} when they are complete.
     *
     * @param drags whether dragging up and down moves the value
     */
    protected ParameterControl(EditorParameter parameter, AccessibleRole role, boolean drags) {
        this.parameter = parameter;
        getStyleClass().add("parameter-control");
        setAccessibleRole(role);
        setAccessibleText(parameter.name());
        setFocusTraversable(true);
        gestures = new ParameterGestures(this, drags);
    }

    /** What it moves. */
    public final EditorParameter parameter() {
        return parameter;
    }

    /** Stops following the parameter, lets go of it if held, and gives its listeners back. */
    public void dispose() {
        following.unsubscribe();
        gestures.dispose();
    }

    /** Where its middle line lies below its top: neighbours of other kinds are aligned to it. */
    public double axis() {
        return prefHeight(-1) / 2;
    }

    /** Shows the value from now on. */
    protected final void follow() {
        following = parameter.plainProperty().subscribe(plain -> {
            show(plain.doubleValue());
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
            notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        });
    }

    /** Shows a plain value. */
    protected abstract void show(double plain);

    /** What Enter and Space do: type a value, switch, open the menu. */
    protected abstract void activate();

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... arguments) {
        return switch (attribute) {
            case VALUE -> parameter.plain();
            // JavaFX 21 has no attribute for the text of a value: it is read out behind the name.
            case TEXT -> parameter.name() + ": " + parameter.text();
            case MIN_VALUE -> parameter.description().minimum();
            case MAX_VALUE -> parameter.description().maximum();
            case SELECTED -> parameter.on();
            default -> super.queryAccessibleAttribute(attribute, arguments);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... arguments) {
        switch (action) {
            case INCREMENT -> parameter.set(ValueSteps.move(parameter.description(), parameter.plain(), 1, false));
            case DECREMENT -> parameter.set(ValueSteps.move(parameter.description(), parameter.plain(), -1, false));
            case SET_VALUE -> parameter.set(((Number) arguments[0]).doubleValue());
            case FIRE -> activate();
            default -> super.executeAccessibleAction(action, arguments);
        }
    }
}
