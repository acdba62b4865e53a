package io.arioso.sdk.parameter;

import io.arioso.sdk.state.StateValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One of a few named choices: the plain value is the ordinal of an enum constant.
 *
 * <p>The lower-case name of the constant is what is saved and typed, so it is eternal like an id; new constants go to
 * the end. What users read is the constant's {@code toString}.
 *
 * @param <E> the choices
 */
public final class ChoiceParameter<E extends Enum<E>> extends Parameter {
    private final List<E> choices;

    /** A choice among at least two constants, starting at the given one. [main-thread] */
    public ChoiceParameter(String id, String name, E initial) {
        super(id, name, Unit.NONE, 0, initial.getDeclaringClass().getEnumConstants().length - 1, initial.ordinal());
        choices = List.of(initial.getDeclaringClass().getEnumConstants());
    }

    /** Puts it into a group. [main-thread, declaration] */
    public ChoiceParameter<E> group(String newGroup) {
        assignGroup(newGroup);
        return this;
    }

    /** Keeps hosts from changing it while audio runs. [main-thread, declaration] */
    public ChoiceParameter<E> notAutomatable() {
        refuseAutomation();
        return this;
    }

    /** All choices in order. [any-thread] */
    public List<E> choices() {
        return choices;
    }

    /** The choice now. [any-thread] */
    public E value() {
        return choices.get((int) plain());
    }

    /** The choice of a plain value. [any-thread] */
    public E at(double plainValue) {
        return choices.get((int) nearest(plainValue));
    }

    /** Chooses. [any-thread] */
    public void set(E choice) {
        set((double) choice.ordinal());
    }

    @Override
    public String format(double plainValue) {
        return at(plainValue).toString();
    }

    @Override
    public double parse(String typed) {
        String wanted = plainLetters(typed);
        for (E choice : choices) {
            if (wanted.equals(plainLetters(choice.name())) || wanted.equals(plainLetters(choice.toString())))
                return choice.ordinal();
        }
        throw unknown("\"" + typed.strip() + "\"");
    }

    @Override
    public StateValue save() {
        return new StateValue.Text(savedName(value()));
    }

    @Override
    public double restore(StateValue saved) {
        if (saved instanceof StateValue.Text text)
            for (E choice : choices) if (savedName(choice).equals(text.value())) return choice.ordinal();
        throw unknown(saved.toString());
    }

    /** The text by which a choice is saved. [any-thread] */
    public String savedName(E choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int stepCount() {
        return choices.size();
    }

    @Override
    double snap(double inRange) {
        return Math.rint(inRange);
    }

    private IllegalArgumentException unknown(String what) {
        return new IllegalArgumentException("parameter \"" + id() + "\": " + what + " is none of "
            + Arrays.toString(choices.stream().map(this::savedName).toArray()));
    }

    private static String plainLetters(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }
}
