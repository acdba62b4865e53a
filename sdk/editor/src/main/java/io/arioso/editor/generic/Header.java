package io.arioso.editor.generic;

import io.arioso.editor.EditorContext;
import io.arioso.editor.EditorParameter;
import io.arioso.editor.control.SwitchControl;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** The line on top: what the effect is, its presets, its bypass. */
final class Header extends HBox {
    private static final PseudoClass BYPASSED = PseudoClass.getPseudoClass("bypassed");

    private static final double ROOMY = 600;

    private final PresetBar presets;
    private SwitchControl bypass;
    private Subscription following = Subscription.EMPTY;

    Header(EditorContext context, Optional<EditorParameter> bypassParameter) {
        getStyleClass().add("editor-header");
        Label name = new Label(context.name());
        name.getStyleClass().add("editor-name");
        name.setMinWidth(USE_PREF_SIZE);
        Label version = new Label(context.version());
        version.getStyleClass().add("editor-version");
        version.setMinWidth(USE_PREF_SIZE);
        // Where room is scarce, the presets have it.
        version.managedProperty().bind(widthProperty().greaterThan(ROOMY));
        version.visibleProperty().bind(version.managedProperty());
        Region space = new Region();
        space.setMinWidth(0);
        HBox.setHgrow(space, Priority.ALWAYS);
        presets = new PresetBar(context.presets());
        HBox.setHgrow(presets, Priority.SOMETIMES);
        getChildren().addAll(name, version, space, presets);
        bypassParameter.ifPresent(this::addBypass);
    }

    void dispose() {
        following.unsubscribe();
        presets.dispose();
        if (bypass != null) bypass.dispose();
    }

    private void addBypass(EditorParameter parameter) {
        Label label = new Label(parameter.name());
        label.getStyleClass().add("bypass-label");
        label.setMinWidth(USE_PREF_SIZE);
        bypass = new SwitchControl(parameter);
        bypass.getStyleClass().add("bypass");
        bypass.setMinWidth(USE_PREF_SIZE);
        HBox pair = new HBox(label, bypass);
        pair.getStyleClass().add("bypass-pair");
        getChildren().add(pair);
        following = parameter.plainProperty().subscribe(plain ->
            pseudoClassStateChanged(BYPASSED, plain.doubleValue() != 0));
    }
}
