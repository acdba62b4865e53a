package io.arioso.editor.generic;

import io.arioso.editor.EditorParameter;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** A series: a strip of numbers, lit where a number is switched on, and the controls of the chosen one. */
final class SeriesView extends VBox {
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private final Series series;
    private final List<Subscription> following = new ArrayList<>();
    private final List<SectionView> shown = new ArrayList<>();
    private final SectionRows rows = new SectionRows();
    private final ToggleGroup choice = new ToggleGroup();

    SeriesView(Series series) {
        this.series = series;
        getStyleClass().add("series");
        Label title = new Label(series.title());
        title.getStyleClass().add("section-title");
        title.setMinWidth(USE_PREF_SIZE);
        FlowPane numbers = new FlowPane();
        numbers.getStyleClass().add("series-numbers");
        for (Series.Item item : series.items()) numbers.getChildren().add(chip(item));
        HBox.setHgrow(numbers, Priority.ALWAYS);
        HBox strip = new HBox(title, numbers);
        strip.getStyleClass().add("series-strip");
        getChildren().addAll(strip, rows);
        choice.selectToggle(choice.getToggles().get(firstOn()));
    }

    void dispose() {
        following.forEach(Subscription::unsubscribe);
        forget();
    }

    private ToggleButton chip(Series.Item item) {
        ToggleButton chip = new ToggleButton(String.valueOf(item.number()));
        chip.getStyleClass().add("series-number");
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setAccessibleRole(AccessibleRole.TAB_ITEM);
        chip.setAccessibleText(series.title() + " " + item.number());
        chip.setToggleGroup(choice);
        chip.setOnAction(pressed -> chip.setSelected(true));
        chip.selectedProperty().addListener((selected, was, is) -> {
            if (is) show(item);
        });
        item.toggle().map(EditorParameter::plainProperty).ifPresent(on -> following.add(on.subscribe(
            plain -> chip.pseudoClassStateChanged(ON, plain.doubleValue() != 0))));
        return chip;
    }

    private int firstOn() {
        for (int at = 0; at < series.items().size(); at++) {
            if (series.items().get(at).toggle().map(EditorParameter::on).orElse(false)) return at;
        }
        return 0;
    }

    private void show(Series.Item item) {
        forget();
        for (Section section : item.sections()) shown.add(new SectionView(section));
        rows.show(shown);
    }

    private void forget() {
        shown.forEach(SectionView::dispose);
        shown.clear();
    }
}
