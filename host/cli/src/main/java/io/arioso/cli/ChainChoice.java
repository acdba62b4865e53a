package io.arioso.cli;

import io.arioso.host.session.BuiltChain;
import io.arioso.host.session.ChainBuilder;
import io.arioso.host.session.ChainDocument;
import io.arioso.host.session.ChainException;
import io.arioso.host.session.ChainLibrary;
import io.arioso.host.session.ChainSpec;
import io.arioso.host.session.ChainText;
import io.arioso.host.session.Setting;
import io.arioso.host.session.SlotSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The chain that a user asked for: nothing, a typed chain, or a document.
 *
 * @param spec a typed chain
 * @param document a document
 */
record ChainChoice(Optional<ChainSpec> spec, Optional<ChainDocument> document) {
    /** No effects at all. */
    static final ChainChoice NONE = new ChainChoice(Optional.empty(), Optional.empty());

    /** What stands behind {@code --chain}: a file if it ends in {@code .json} or is a path to one, else typed. */
    static ChainChoice of(String typed, Shell shell) throws CommandFailure, ChainException {
        if (!isFile(typed, shell)) return new ChainChoice(Optional.of(ChainText.parse(typed)), Optional.empty());
        try {
            return of(ChainDocument.read(shell.path(typed)));
        } catch (IOException unreadable) {
            throw new CommandFailure(ExitCode.PLUGIN, Failures.message(unreadable));
        }
    }

    /** What stands behind {@code --preset}: the name of a chain, or {@code effect:name}. */
    static ChainChoice ofPreset(String typed, Shell shell) throws ChainException {
        int colon = typed.indexOf(':');
        if (colon < 0) return of(new ChainLibrary(new Installation(shell).presetFolders()).find(typed));
        Setting preset = new Setting(ChainBuilder.PRESET, typed.substring(colon + 1).strip(), colon + 2);
        SlotSpec slot = new SlotSpec(typed.substring(0, colon).strip(), "", List.of(preset), 1);
        return new ChainChoice(Optional.of(new ChainSpec(List.of(slot))), Optional.empty());
    }

    private static ChainChoice of(ChainDocument document) {
        return new ChainChoice(Optional.empty(), Optional.of(document));
    }

    private static boolean isFile(String typed, Shell shell) throws CommandFailure {
        if (typed.toLowerCase(Locale.ROOT).endsWith(".json")) return true;
        // A file that happens to be called like an effect is not meant; one with a folder in front of it may be.
        return typed.indexOf('/') >= 0 && typed.indexOf('|') < 0 && Files.isRegularFile(shell.path(typed));
    }

    boolean isEmpty() {
        return spec.isEmpty() && document.isEmpty();
    }

    /** The loudness that the document itself asks for. */
    OptionalDouble targetLufs() {
        return document.map(ChainDocument::targetLufs).orElse(OptionalDouble.empty());
    }

    /** Name of the document, empty if there is none. */
    String name() {
        return document.map(ChainDocument::name).orElse("");
    }

    /** Live plug-ins of the chain, to be closed by the caller. */
    BuiltChain build(Installation installation) throws ChainException {
        if (spec.isPresent()) return installation.chains().build(spec.get());
        if (document.isPresent()) return installation.chains().build(document.get());
        return new BuiltChain(List.of(), List.of());
    }
}
