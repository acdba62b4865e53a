package io.arioso.bridge;

import io.arioso.bridge.clap.ClapFormat;
import io.arioso.bridge.lv2.Lv2Format;
import io.arioso.bridge.vst3.Vst3Format;
import java.util.List;

/** The formats in the order of the shim's {@code shim_format}. */
final class Formats {
    private static final int LV2 = 2;
    private static final int VST3 = 1;

    private Formats() {
    }

    static List<PluginFormat> all() {
        return List.of(new ClapFormat(), new Vst3Format(), new Lv2Format());
    }

    /** How a format's events name parameters and what their values are. */
    static EventValues keysOf(int format) {
        return switch (format) {
            case VST3 -> EventValues.NORMALIZED_BY_KEY;
            case LV2 -> EventValues.PLAIN_BY_CONTROL;
            default -> EventValues.PLAIN_BY_KEY;
        };
    }
}
