package io.arioso.cli;

import io.arioso.host.audiofile.OutputExistsException;
import io.arioso.host.document.DocumentException;
import io.arioso.host.graph.PlanException;
import io.arioso.host.plugin.PluginException;
import io.arioso.host.preset.PresetException;
import io.arioso.host.render.RenderCancelledException;
import io.arioso.host.session.ChainException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Turns what the host throws into an exit code and one sentence. */
final class Failures {
    private Failures() {
    }

    static ExitCode code(Throwable failure) {
        if (failure instanceof CommandFailure told) return told.code();
        if (failure instanceof RenderCancelledException || failure instanceof InterruptedIOException)
            return ExitCode.INTERRUPTED;
        if (failure instanceof OutputExistsException || failure instanceof FileAlreadyExistsException)
            return ExitCode.OUTPUT_EXISTS;
        if (isAboutPlugins(failure)) return ExitCode.PLUGIN;
        return failure instanceof IOException ? ExitCode.INPUT : ExitCode.SOME_FAILED;
    }

    private static boolean isAboutPlugins(Throwable failure) {
        return failure instanceof ChainException || failure instanceof PluginException
            || failure instanceof PlanException || failure instanceof PresetException
            || failure instanceof DocumentException;
    }

    static String message(Throwable failure) {
        if (failure instanceof NoSuchFileException missing) return missing.getFile() + ": there is no such file";
        if (failure instanceof AccessDeniedException denied) return denied.getFile() + ": no permission";
        if (failure instanceof FileSystemException fault && fault.getReason() != null)
            return fault.getFile() + ": " + fault.getReason();
        boolean foreseen = code(failure) != ExitCode.SOME_FAILED && failure.getMessage() != null;
        return foreseen ? failure.getMessage() : "a mistake in Arioso, please report it: " + failure;
    }
}
