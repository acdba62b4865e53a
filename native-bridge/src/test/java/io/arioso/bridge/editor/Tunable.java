package io.arioso.bridge.editor;

import io.arioso.editor.Editor;
import io.arioso.editor.EditorContext;
import io.arioso.editor.EditorMeter;
import io.arioso.editor.EditorParameter;
import io.arioso.editor.EditorSize;
import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.meter.Meter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.IntParameter;
import io.arioso.sdk.parameter.Unit;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** An effect whose view has one of everything at places that a test knows. */
@PluginInfo(id = "com.example.tunable", name = "Tunable", vendor = "Example", version = "1.0.0",
    editor = "io.arioso.bridge.editor.Tunable$View")
public final class Tunable extends AudioEffect {
    final FloatParameter gain = parameter(FloatParameter.percent("gain", "Gain", 0, 100, 50));
    final IntParameter choice = parameter(new IntParameter("choice", "Choice", Unit.NONE, 0, 10, 0));
    final Meter level = meter("level", "Level", Unit.DECIBELS);

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        return context -> { };
    }

    /** A slider at 20, 40; a menu at 20, 100; a text field at 20, 160; a button that fails at 20, 220. */
    public static final class View implements Editor {
        @Override
        public Region open(EditorContext context) {
            Pane pane = new Pane();
            pane.setStyle("-fx-background-color: #203040;");
            EditorParameter gain = context.parameter("gain");
            Slider slider = new Slider(0, 100, gain.plain());
            slider.setPrefWidth(300);
            slider.setOnMousePressed(pressed -> gain.begin());
            slider.setOnMouseReleased(released -> gain.end());
            slider.valueProperty().addListener((value, before, now) -> {
                if (gain.heldProperty().get()) gain.edit(now.doubleValue());
            });
            gain.plainProperty().addListener((value, before, now) -> slider.setValue(now.doubleValue()));
            ComboBox<Integer> menu = new ComboBox<>();
            for (int item = 0; item <= 10; item++) menu.getItems().add(item);
            menu.setValue(0);
            EditorParameter choice = context.parameter("choice");
            menu.valueProperty().addListener((value, before, now) -> choice.set(now));
            TextField text = new TextField();
            text.setOnAction(typed -> gain.type(text.getText()));
            Button fail = new Button("Fail");
            fail.setOnAction(pressed -> {
                throw new IllegalStateException("the test wants it so");
            });
            Label meter = new Label("-");
            meter.setStyle("-fx-text-fill: white;");
            EditorMeter level = context.findMeter("level").orElseThrow();
            level.valueProperty().addListener((value, before, now) -> meter.setText("level " + now));
            slider.relocate(20, 40);
            menu.relocate(20, 100);
            text.relocate(20, 160);
            fail.relocate(20, 220);
            meter.relocate(20, 280);
            pane.getChildren().addAll(slider, menu, text, fail, meter);
            return pane;
        }

        @Override
        public EditorSize preferredSize() {
            return new EditorSize(600, 400);
        }
    }
}
