package io.arioso.bridge.lv2;

import io.arioso.bridge.BridgedPlugin;
import io.arioso.bridge.bundle.BundleTable;
import io.arioso.bridge.bundle.BundledEffect;
import java.util.Map;
import java.util.function.Function;

/** The Turtle files of an LV2 bundle: all that a DAW knows of a plug-in before it loads the binary. */
public final class Lv2Turtle {
    private Lv2Turtle() {
    }

    /**
     * The files' bytes by their names in the bundle, {@code manifest.ttl} first. [main-thread]
     *
     * @param bundle what is in it
     * @param binary the shared library's name in the bundle
     * @param open makes an instance of an effect, which is closed here
     */
    public static Map<String, byte[]> files(BundleTable bundle, String binary,
            Function<BundledEffect, BridgedPlugin> open) {
        throw new UnsupportedOperationException("not there yet");
    }
}
