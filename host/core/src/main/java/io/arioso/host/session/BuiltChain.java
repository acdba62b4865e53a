package io.arioso.host.session;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The live plug-ins of a chain in order. Closing it closes them.
 *
 * @param slots in the order of the sound
 * @param warnings what the user should know although the chain could be built
 */
public record BuiltChain(List<LiveSlot> slots, List<String> warnings) implements AutoCloseable {
    /** Copies the lists. */
    public BuiltChain {
        slots = List.copyOf(slots);
        warnings = List.copyOf(warnings);
    }

    /** The settings as they are now, as a document. [main-thread] */
    public ChainDocument toDocument(String name, OptionalDouble targetLufs) {
        List<SavedSlot> saved = new ArrayList<>();
        for (LiveSlot slot : slots)
            saved.add(SavedSlot.of(slot.pluginId(), slot.version(), slot.preset(), slot.plugin().save()));
        return ChainDocument.of(name, saved, targetLufs);
    }

    /** Closes all plug-ins. [main-thread] */
    @Override
    public void close() {
        slots.forEach(slot -> slot.loaded().close());
    }
}
