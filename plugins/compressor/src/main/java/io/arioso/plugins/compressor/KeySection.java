package io.arioso.plugins.compressor;

import io.arioso.dsp.filter.FilterShape;
import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.ChoiceParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.Skew;
import io.arioso.sdk.parameter.Unit;
import java.util.List;
import java.util.stream.IntStream;

/** The parameters of what the compressor listens to. */
final class KeySection extends Section {
    /** Bands of the key's equaliser. */
    static final int BANDS = 6;
    /** Here the key's high pass is off. */
    static final double HIGH_PASS_OFF_HZ = 10;
    private static final String DETECTOR = "Detector";
    private static final String KEY = "Side-chain";

    final ChoiceParameter<Detector> detector = declare(
        new ChoiceParameter<>("detector", "Detector", Detector.ENVELOPE).group(DETECTOR).notAutomatable());
    final FloatParameter rmsMs = declare(
        FloatParameter.milliseconds("rms_ms", "RMS time", 1, 100, 20).group(DETECTOR).notAutomatable());
    final ChoiceParameter<KeySource> source = declare(
        new ChoiceParameter<>("source", "Source", KeySource.MAX).group(DETECTOR));
    final FloatParameter link = declare(FloatParameter.percent("link", "Link", 0, 100, 100).group(DETECTOR));
    final BoolParameter external = declare(new BoolParameter("sc_external", "External key", false).group(KEY));
    final BoolParameter listen = declare(new BoolParameter("sc_listen", "Listen to the key", false).group(KEY));
    final FloatParameter highPassHz = declare(
        FloatParameter.hertz("sc_hp_freq", "High pass", HIGH_PASS_OFF_HZ, 2000, HIGH_PASS_OFF_HZ).group(KEY));
    final FloatParameter highPassSlope = declare(
        FloatParameter.of("sc_hp_slope", "High pass slope", Unit.DECIBELS_PER_OCTAVE, 6, 24, 12).step(6).group(KEY));
    final FloatParameter tilt = declare(
        FloatParameter.of("sc_tilt", "Tilt", Unit.DECIBELS_PER_OCTAVE, -6, 6, 0).group(KEY));
    final List<Band> bands = IntStream.rangeClosed(1, BANDS).mapToObj(this::band).toList();

    /** One band of the key's equaliser. */
    record Band(BoolParameter on, ChoiceParameter<Shape> shape, FloatParameter hz, FloatParameter gainDb,
                FloatParameter q) {
    }

    /** What a band of the key does; the names are saved in documents, new ones go to the end. */
    enum Shape {
        BELL("Bell", FilterShape.BELL),
        LOW_SHELF("Low shelf", FilterShape.LOW_SHELF),
        HIGH_SHELF("High shelf", FilterShape.HIGH_SHELF),
        LOW_PASS("Low pass", FilterShape.LOW_PASS),
        HIGH_PASS("High pass", FilterShape.HIGH_PASS),
        NOTCH("Notch", FilterShape.NOTCH),
        BAND_PASS("Band pass", FilterShape.BAND_PASS);

        private final String label;
        private final FilterShape shape;

        Shape(String label, FilterShape shape) {
            this.label = label;
            this.shape = shape;
        }

        /** The same in the words of the equaliser. */
        FilterShape shape() {
            return shape;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private Band band(int number) {
        String id = "sc_eq" + number + "_";
        String group = "Side-chain EQ " + number;
        double hz = 62.5 * (1 << number);
        return new Band(
            declare(new BoolParameter(id + "on", group + " on", false).group(group)),
            declare(new ChoiceParameter<>(id + "type", group + " type", Shape.BELL).group(group)),
            declare(FloatParameter.hertz(id + "freq", group + " frequency", 20, 20_000, hz).group(group)),
            declare(FloatParameter.decibels(id + "gain", group + " gain", -24, 24, 0).group(group)),
            declare(FloatParameter.of(id + "q", group + " Q", Unit.NONE, 0.1, 20, 1)
                .skew(Skew.LOGARITHMIC).group(group)));
    }
}
