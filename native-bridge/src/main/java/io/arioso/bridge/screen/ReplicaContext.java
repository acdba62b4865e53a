package io.arioso.bridge.screen;

import io.arioso.editor.EditorContext;
import io.arioso.editor.EditorMeter;
import io.arioso.editor.EditorParameter;
import io.arioso.editor.EditorPresets;
import io.arioso.editor.EditorSize;
import io.arioso.editor.ParameterEdits;
import io.arioso.host.link.LinkMessage;
import io.arioso.host.link.LinkMessage.Gesture;
import io.arioso.host.link.LinkMessage.LoadPreset;
import io.arioso.host.link.LinkMessage.Open;
import io.arioso.host.link.LinkMessage.Value;
import io.arioso.host.link.MeterPage;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.meter.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * What a view knows of an effect that runs in another process: a replica describes the parameters, the link brings their
 * values and takes the edits. [JavaFX application thread]
 */
final class ReplicaContext implements EditorContext {
    private final Open open;
    private final MeterPage page;
    private final Consumer<LinkMessage> link;
    private final Consumer<EditorSize> sizeRequests;
    private final List<Mirror> mirrors = new ArrayList<>();
    private final ArrivedValues arrived;
    private final List<EditorParameter> parameters;
    private final List<EditorMeter> meters = new ArrayList<>();
    private final EditorPresets presets;
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");

    /** A parameter of the replica, and the last value from outside that its view has taken in. */
    private static final class Mirror {
        private final int number;
        private final EditorParameter parameter;
        private double seen = Double.NaN;
        private double ofPreset;

        Mirror(int number, EditorParameter parameter) {
            this.number = number;
            this.parameter = parameter;
        }
    }

    /**
     * The context of one editor.
     *
     * @param arrived values from outside; the next {@link #refresh} shows them
     * @param replica describes parameters and meters
     * @param page what the meters read; null if there is none
     * @param link takes messages to the effect
     * @param sizeRequests hears a view's wishes for another size
     */
    ReplicaContext(Open open, ArrivedValues arrived, AudioPlugin replica, MeterPage page, Consumer<LinkMessage> link,
            Consumer<EditorSize> sizeRequests) {
        this.open = open;
        this.arrived = arrived;
        this.page = page;
        this.link = link;
        this.sizeRequests = sizeRequests;
        for (int number = 0; number < open.parameters().size(); number++) mirror(number, replica);
        parameters = mirrors.stream().map(mirror -> mirror.parameter).toList();
        for (String id : open.meters()) meters.add(meterOf(id, replica));
        presets = new EditorPresets(name -> link.accept(new LoadPreset(open.editor(), open.presets().indexOf(name))));
        presets.showNames(open.presets());
        refresh();
    }

    private void mirror(int number, AudioPlugin replica) {
        LinkMessage.Setting setting = open.parameters().get(number);
        replica.parameters().find(setting.id()).ifPresent(description -> {
            EditorParameter parameter = new EditorParameter(description, new LinkEdits(number));
            mirrors.add(new Mirror(number, parameter));
        });
    }

    private static EditorMeter meterOf(String id, AudioPlugin replica) {
        Optional<Meter> found = replica.meters().stream().filter(meter -> meter.id().equals(id)).findFirst();
        Meter meter = found.orElseThrow(() -> new IllegalArgumentException("there is no meter \"" + id + "\""));
        return new EditorMeter(id, meter.name(), meter.unit());
    }

    /** A preset is loaded: the values that came before are its. */
    void presetLoaded(int number) {
        if (number < 0 || number >= open.presets().size()) return;
        takeValues();
        for (Mirror mirror : mirrors) mirror.ofPreset = mirror.parameter.plain();
        presets.showCurrent(open.presets().get(number), false);
    }

    /** Shows what went wrong, empty for nothing. */
    void showFault(String sentence) {
        fault.set(sentence);
    }

    @Override
    public String name() {
        return open.effect().name();
    }

    @Override
    public String vendor() {
        return open.effect().vendor();
    }

    @Override
    public String version() {
        return open.effect().version();
    }

    @Override
    public List<EditorParameter> parameters() {
        return parameters;
    }

    @Override
    public List<EditorMeter> meters() {
        return List.copyOf(meters);
    }

    @Override
    public EditorPresets presets() {
        return presets;
    }

    @Override
    public ReadOnlyStringProperty faultProperty() {
        return fault.getReadOnlyProperty();
    }

    @Override
    public void requestSize(EditorSize size) {
        sizeRequests.accept(size);
    }

    @Override
    public void refresh() {
        if (page != null)
            for (int number = 0; number < meters.size(); number++) meters.get(number).show(page.read(number));
        takeValues();
    }

    private void takeValues() {
        for (Mirror mirror : mirrors) {
            double value = arrived.get(mirror.number);
            if (value == mirror.seen || mirror.parameter.heldProperty().get()) continue;
            mirror.seen = value;
            mirror.parameter.show(value);
        }
        String current = presets.currentProperty().get();
        if (!current.isEmpty()) presets.showCurrent(current, isModified());
    }

    private boolean isModified() {
        for (Mirror mirror : mirrors) if (mirror.parameter.plain() != mirror.ofPreset) return true;
        return false;
    }

    /** Gestures of one parameter on their way to the effect. */
    private final class LinkEdits implements ParameterEdits {
        private final int number;

        LinkEdits(int number) {
            this.number = number;
        }

        @Override
        public void begin(EditorParameter parameter) {
            link.accept(new Gesture(open.editor(), number, true));
        }

        @Override
        public void edit(EditorParameter parameter, double plain) {
            // What came from outside before is older than this.
            arrived.put(number, plain);
            link.accept(new Value(open.editor(), number, plain));
        }

        @Override
        public void end(EditorParameter parameter) {
            link.accept(new Gesture(open.editor(), number, false));
        }
    }
}
