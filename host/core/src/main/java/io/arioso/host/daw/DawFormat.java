package io.arioso.host.daw;

import java.util.Locale;

/** A plug-in format of native DAWs. */
public enum DawFormat {
    /** CLever Audio Plug-in. */
    CLAP,
    /** Steinberg's VST 3. */
    VST3,
    /** LV2. */
    LV2;

    /** What is typed, and the suffix of its files without the dot. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
