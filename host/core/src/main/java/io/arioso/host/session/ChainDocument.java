package io.arioso.host.session;

import io.arioso.host.document.DocumentException;
import io.arioso.host.document.DocumentFormat;
import io.arioso.host.document.Fields;
import io.arioso.host.document.Json;
import io.arioso.host.document.JsonValue;
import io.arioso.host.document.JsonWriter;
import io.arioso.host.document.SafeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** A chain of plug-ins as a file: the one format for command line, desktop and DAW state. Immutable. */
public final class ChainDocument {
    /** The head of a chain file. */
    public static final DocumentFormat FORMAT = new DocumentFormat("arioso-chain", 1);

    private static final Set<String> MEMBERS = Set.of("format", "formatVersion", "name", "slots", "targetLufs");

    private final String name;
    private final List<SavedSlot> slots;
    private final OptionalDouble targetLufs;
    private final Fields unknown;

    private ChainDocument(String name, List<SavedSlot> slots, OptionalDouble targetLufs, Fields unknown) {
        this.name = name;
        this.slots = List.copyOf(slots);
        this.targetLufs = targetLufs;
        this.unknown = unknown;
    }

    /** A new chain; the target is the loudness that its render aims at, in LUFS. */
    public static ChainDocument of(String name, List<SavedSlot> slots, OptionalDouble targetLufs) {
        return new ChainDocument(name, slots, targetLufs, Fields.NONE);
    }

    /** This chain with other slots. */
    public ChainDocument withSlots(List<SavedSlot> newSlots) {
        return new ChainDocument(name, newSlots, targetLufs, unknown);
    }

    /** This chain with another target in LUFS, or none. */
    public ChainDocument withTarget(OptionalDouble newTargetLufs) {
        return new ChainDocument(name, slots, newTargetLufs, unknown);
    }

    /** Name shown to users; may be empty. */
    public String name() {
        return name;
    }

    /** The slots in the order of the sound. */
    public List<SavedSlot> slots() {
        return slots;
    }

    /** The loudness that a render aims at in LUFS, if the chain names one. */
    public OptionalDouble targetLufs() {
        return targetLufs;
    }

    /** Reads a chain file. [main-thread] */
    public static ChainDocument read(Path file) throws IOException {
        return of(Json.read(file));
    }

    /** Reads a chain that is in memory; errors call it by that name. [any-thread] */
    public static ChainDocument parse(String source, byte[] bytes) throws DocumentException {
        return of(Json.parse(source, bytes));
    }

    private static ChainDocument of(JsonValue document) throws DocumentException {
        FORMAT.check(document);
        List<SavedSlot> slots = new ArrayList<>();
        for (JsonValue slot : document.get("slots").elements()) slots.add(SavedSlot.of(slot));
        Optional<JsonValue> target = document.find("targetLufs");
        return new ChainDocument(document.text("name", ""), slots,
            target.isPresent() ? OptionalDouble.of(target.get().number()) : OptionalDouble.empty(),
            Fields.unknown(document, MEMBERS));
    }

    /** The bytes of the chain file. [any-thread] */
    public byte[] toBytes() {
        JsonWriter out = new JsonWriter().object();
        FORMAT.writeTo(out);
        if (!name.isEmpty()) out.field("name", name);
        if (targetLufs.isPresent()) out.field("targetLufs", targetLufs.getAsDouble());
        out.name("slots").array();
        slots.forEach(slot -> slot.writeTo(out));
        out.end();
        unknown.writeTo(out);
        return out.end().toBytes();
    }

    /** Writes the chain file. [main-thread] */
    public void write(Path file) throws IOException {
        SafeFile.write(file, toBytes());
    }
}
