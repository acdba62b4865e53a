package io.arioso.editor.generic;

import io.arioso.editor.EditorParameter;
import java.util.List;
import java.util.Optional;

/**
 * Groups that exist in numbers, like the bands of an equalizer: one number's controls are shown at a time.
 *
 * @param title what each of them is called, without the number
 * @param items the numbers in order
 */
public record Series(String title, List<Item> items) {

    /**
     * One number of a series.
     *
     * @param number   1 or more
     * @param toggle   the switch of the whole number, if it has one; it stands in its section as well
     * @param sections its controls
     */
    public record Item(int number, Optional<EditorParameter> toggle, List<Section> sections) {
    }
}
