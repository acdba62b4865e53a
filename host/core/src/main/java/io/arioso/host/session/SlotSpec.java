package io.arioso.host.session;

import java.util.List;

/**
 * One slot of a typed chain, not yet understood: {@code limiter@1.0.0:ceiling=-1dBTP}.
 *
 * @param pluginName name or id as it was typed
 * @param version version as it was typed, empty for the newest
 * @param settings settings in the order in which they were typed
 * @param column where the name begins in the text, from 1
 */
public record SlotSpec(String pluginName, String version, List<Setting> settings, int column) {
    /** Copies the list. */
    public SlotSpec {
        settings = List.copyOf(settings);
    }
}
