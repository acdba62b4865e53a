package io.arioso.host.session;

import java.util.List;

/**
 * A typed chain, read but not yet understood: which plug-ins exist is known to {@link ChainBuilder} only.
 *
 * @param slots at least one
 */
public record ChainSpec(List<SlotSpec> slots) {
    /** Copies the list. */
    public ChainSpec {
        slots = List.copyOf(slots);
    }
}
