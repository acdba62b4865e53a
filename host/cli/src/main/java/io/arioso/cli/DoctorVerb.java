package io.arioso.cli;

import io.arioso.host.audiofile.AudioFiles;
import io.arioso.host.daw.DawBridge;
import io.arioso.host.daw.DawFinding;
import io.arioso.host.plugin.PluginCatalog;
import io.arioso.host.plugin.ScanResult.Broken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** Looks whether everything that Arioso needs is there; every fault names its cure. */
@Command(name = "doctor", header = "Check Java, folders, plug-ins and presets; every fault names its cure.")
final class DoctorVerb extends DataVerb {
    private static final int LEAST_JAVA = 17;
    private static final long LEAST_MEMORY = 256L << 20;
    private static final long LEAST_SPACE = 1L << 30;

    private final List<DawFinding> findings = new ArrayList<>();

    DoctorVerb(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws IOException {
        Installation installation = new Installation(shell());
        java();
        folder("plug-in copies and scan cache", installation.cacheFolder());
        folder("your presets", installation.presetFolders().get(0));
        space("temporary files", Path.of(System.getProperty("java.io.tmpdir")));
        codecs();
        plugins(installation);
        presets(installation);
        bridge();
        if (json()) endJson(FindingReport.members(beginJson("doctor"), findings));
        else FindingReport.lines(findings).forEach(this::print);
        return FindingReport.well(findings) ? ExitCode.OK : ExitCode.SOME_FAILED;
    }

    private void java() {
        int version = Runtime.version().feature();
        check(version >= LEAST_JAVA, "Java", Runtime.version() + " in " + System.getProperty("java.home"),
            "install Java " + LEAST_JAVA + " or newer, or set ARIOSO_JAVA_HOME");
        long memory = Runtime.getRuntime().maxMemory();
        check(memory >= LEAST_MEMORY, "memory", (memory >> 20) + " MiB at most",
            "set ARIOSO_JAVA_OPTIONS=-Xmx512m");
    }

    /** A folder need not exist, but the nearest one above it must let us make it. */
    private void folder(String thing, Path folder) {
        Path existing = folder.toAbsolutePath();
        while (existing != null && !Files.exists(existing)) existing = existing.getParent();
        boolean writable = existing != null && Files.isDirectory(existing) && Files.isWritable(existing);
        check(writable, thing, folder.toString(), "make " + existing + " writable for you");
    }

    private void space(String thing, Path folder) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        check(free >= LEAST_SPACE, thing, folder + ", " + (free >> 20) + " MiB free", "free some space, or set TMPDIR");
    }

    /** Files of our own kinds need nothing; the others need a library that may be missing. */
    private void codecs() {
        String fault = AudioFiles.libsndfileFault();
        check(true, "WAV, AIFF, FLAC and kin", "built in", "");
        check(true, "CAF, Ogg, Opus, MP3", fault.isEmpty() ? "through libsndfile" : "not available: " + fault, "");
    }

    private void plugins(Installation installation) {
        PluginCatalog catalog = installation.catalog();
        for (Path folder : installation.pluginFolders())
            check(true, "plug-in folder", folder + (Files.isDirectory(folder) ? "" : " (not there)"), "");
        check(!catalog.list().isEmpty(), "plug-ins", catalog.list().size() + " found",
            "put effect jars into " + installation.pluginFolders().get(1));
        for (Broken broken : catalog.broken())
            check(false, "plug-in", broken.jar() + ": " + broken.reason(), "replace or remove the jar");
    }

    private void presets(Installation installation) throws IOException {
        int count = 0;
        for (String plugin : installation.presets().plugins())
            for (var entry : installation.presets().list(plugin)) {
                count++;
                if (entry.preset().isEmpty()) check(false, "preset", entry.fault(), "repair or remove the file");
            }
        check(true, "presets", count + " found", "");
    }

    /** Whether the effects can go into DAWs; how they are there is the other doctor's business. */
    private void bridge() {
        check(true, "bridge to DAWs", DawBridge.find().isPresent() ? "there; more: arioso bridge doctor" : "not part of this"
            + " installation", "");
    }

    private void check(boolean well, String thing, String state, String cure) {
        findings.add(new DawFinding(well, thing, state, well ? "" : cure));
    }

    @Override
    List<Example> examples() {
        return List.of(new Example("is everything in place", "arioso doctor"));
    }
}
