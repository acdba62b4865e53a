package io.arioso.bridge.lv2;

import io.arioso.bridge.bundle.BundledEffect;
import io.arioso.sdk.parameter.Unit;
import java.util.List;

/** LV2's words for kinds of effect, units and versions. */
final class Lv2Words {
    private Lv2Words() {
    }

    /** The class below {@code lv2:Plugin} by which hosts sort. */
    static String type(BundledEffect effect) {
        return switch (effect.descriptor().category()) {
            case EQ -> "lv2:EQPlugin";
            case DYNAMICS -> effect.clapFeatures().contains("compressor") ? "lv2:CompressorPlugin"
                : "lv2:DynamicsPlugin";
            case LIMITER -> "lv2:LimiterPlugin";
            case REVERB -> "lv2:ReverbPlugin";
            case DELAY -> "lv2:DelayPlugin";
            case STEREO -> "lv2:SpatialPlugin";
            case DISTORTION -> "lv2:DistortionPlugin";
            case MODULATION -> "lv2:ModulatorPlugin";
            case ANALYSER -> "lv2:AnalyserPlugin";
            case UTILITY -> "lv2:UtilityPlugin";
            case OTHER -> "lv2:Plugin";
        };
    }

    /** A port's unit as said of it; nothing for a bare number. */
    static List<String> unit(Unit unit) {
        return switch (unit) {
            case NONE -> List.of();
            case DECIBELS -> List.of("units:unit units:db");
            case HERTZ -> List.of("units:unit units:hz");
            case MILLISECONDS -> List.of("units:unit units:ms");
            case SECONDS -> List.of("units:unit units:s");
            case PERCENT -> List.of("units:unit units:pc");
            case METRES -> List.of("units:unit units:m");
            case DEGREES -> List.of("units:unit units:degree");
            case SEMITONES -> List.of("units:unit units:semitone12TET");
            default -> List.of("units:unit " + Turtle.node(List.of("a units:Unit",
                "rdfs:label " + Turtle.text(unit.symbol()), "units:symbol " + Turtle.text(unit.symbol()),
                "units:render " + Turtle.text("%f " + unit.symbol()))));
        };
    }

    /**
     * A version {@code major.minor.patch} in LV2's two numbers, which rise with it. An odd one, or a minor one of 0,
     * would mean that the plug-in is not finished.
     */
    static List<String> version(String version) {
        String[] parts = version.split("[.+-]");
        int minor = 2 * (1000 * Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]) + 1);
        return List.of("lv2:minorVersion " + minor, "lv2:microVersion " + 2 * Integer.parseInt(parts[2]));
    }
}
