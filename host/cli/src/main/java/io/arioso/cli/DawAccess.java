package io.arioso.cli;

import io.arioso.host.daw.BundleOrder;
import io.arioso.host.daw.DawBridge;
import io.arioso.host.daw.DawFormat;
import io.arioso.host.daw.DawWorld;
import io.arioso.host.plugin.PluginScanner;
import io.arioso.host.plugin.ScanResult;
import io.arioso.host.plugin.ScanResult.Available;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The native bridge as the verbs reach it, and what they tell it of this world. */
final class DawAccess {
    private static final String OWN_IDS = "io.arioso.";
    private static final String OWN_FILES = "arioso-";

    private DawAccess() {
    }

    /** The bridge, or a sentence on why there is none. */
    static DawBridge bridge() throws CommandFailure {
        return DawBridge.find().orElseThrow(() -> new CommandFailure(ExitCode.SOME_FAILED,
            "this Arioso has no native bridge, so it cannot bring effects into DAWs; install the whole program"));
    }

    static DawWorld world(Shell shell) {
        return new DawWorld(shell.distribution().toAbsolutePath().normalize(), Version.text(), shell.variables(),
            shell.home());
    }

    /** The program's own effects with their presets. */
    static BundleOrder ownEffects(Shell shell, Set<DawFormat> formats, boolean withRuntime)
            throws IOException, CommandFailure {
        Path program = world(shell).program();
        List<Path> jars = ownJars(program.resolve("plugins"));
        if (jars.isEmpty()) throw new CommandFailure(ExitCode.PLUGIN, program.resolve("plugins")
            + " has none of Arioso's effects; install Arioso anew");
        return new BundleOrder(jars, DawBridge.OWN_BUNDLE, "", formats, List.of(program.resolve("presets")),
            withRuntime, false);
    }

    private static List<Path> ownJars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().filter(DawAccess::isOwn).toList();
        }
    }

    /** A jar of ours that is damaged is ours still: the bridge shall refuse it with the reason. */
    private static boolean isOwn(Path jar) {
        if (jar.getFileName().toString().startsWith(OWN_FILES)) return true;
        List<ScanResult> results = PluginScanner.scan(jar);
        return results.stream().allMatch(result -> result instanceof Available available
            && available.plugin().id().startsWith(OWN_IDS));
    }

    /** The formats that a user typed. */
    static Set<DawFormat> formats(List<String> words, Verb verb) {
        Set<DawFormat> formats = EnumSet.noneOf(DawFormat.class);
        for (String word : words) {
            try {
                formats.add(DawFormat.valueOf(word.strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw verb.misuse("--format: \"" + word + "\" is none of clap, vst3, lv2");
            }
        }
        return formats.isEmpty() ? EnumSet.allOf(DawFormat.class) : formats;
    }
}
