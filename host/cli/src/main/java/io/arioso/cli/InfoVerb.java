package io.arioso.cli;

import io.arioso.host.audiofile.AudioFiles;
import io.arioso.host.audiofile.AudioInfo;
import io.arioso.host.audiofile.AudioReader;
import io.arioso.host.audiofile.FileType;
import io.arioso.host.document.JsonWriter;
import io.arioso.host.plugin.PluginCatalog;
import io.arioso.host.plugin.PluginDescriptor;
import io.arioso.host.plugin.PluginException;
import io.arioso.host.plugin.PluginInstance;
import io.arioso.host.plugin.ScanResult.Broken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what an effect, a jar or an audio file is. */
@Command(name = "info", header = "Show an effect with its parameters, the plug-ins of a jar, or an audio file.")
final class InfoVerb extends DataVerb {
    @Parameters(paramLabel = "EFFECT|JAR|FILE",
        description = "Name or id of an effect, a plug-in jar, or an audio file.")
    private String subject;

    InfoVerb(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws IOException, PluginException, CommandFailure {
        Installation installation = new Installation(shell());
        Path path = shell().path(subject);
        if (subject.toLowerCase(Locale.ROOT).endsWith(".jar")) return jar(path, installation);
        if (looksLikeAFile()) return file(path);
        try {
            return effect(installation.catalog().find(subject), installation);
        } catch (PluginException noSuchEffect) {
            if (Files.isRegularFile(path)) return file(path); // a file without an extension
            throw noSuchEffect;
        }
    }

    private ExitCode effect(PluginDescriptor plugin, Installation installation) throws PluginException {
        if (json()) {
            JsonWriter out = beginJson("info").field("kind", "effect");
            out.name("plugins").array();
            write(out, plugin, installation);
            endJson(out.end());
        } else {
            show(plugin, installation);
        }
        return ExitCode.OK;
    }

    /** A typo in a file name should not be answered with a list of effects. */
    private boolean looksLikeAFile() {
        return subject.indexOf('/') >= 0
            || subject.indexOf('.') >= 0 && FileType.ofExtension(subject).isPresent();
    }

    private ExitCode jar(Path jar, Installation installation) throws IOException, PluginException, CommandFailure {
        if (!Files.isRegularFile(jar)) throw new CommandFailure(ExitCode.INPUT, jar + ": there is no such file");
        PluginCatalog catalog = PluginCatalog.scan(List.of(jar), installation.cacheFolder());
        JsonWriter out = json() ? beginJson("info").field("kind", "jar").name("plugins").array() : null;
        for (PluginDescriptor plugin : catalog.list()) {
            if (out == null) show(plugin, installation);
            else write(out, plugin, installation);
        }
        if (out != null) {
            out.end().name("broken").texts(catalog.broken().stream().map(Broken::reason).toList());
            endJson(out);
        }
        for (Broken broken : catalog.broken()) complain(broken.jar() + ": " + broken.reason());
        return catalog.broken().isEmpty() && !catalog.list().isEmpty() ? ExitCode.OK : ExitCode.PLUGIN;
    }

    private void show(PluginDescriptor plugin, Installation installation) throws PluginException {
        print(plugin.name() + " " + plugin.version() + " by " + plugin.vendor() + " (" + plugin.id() + ")");
        if (!plugin.description().isEmpty()) print(plugin.description());
        print("jar " + plugin.jar());
        try (PluginInstance instance = installation.library().open(plugin)) {
            new ParameterTable(instance.plugin()).lines().forEach(this::print);
        }
    }

    private void write(JsonWriter out, PluginDescriptor plugin, Installation installation) throws PluginException {
        out.object();
        PluginJson.identity(out, plugin);
        try (PluginInstance instance = installation.library().open(plugin)) {
            new ParameterTable(instance.plugin()).write(out);
        }
        out.end();
    }

    private ExitCode file(Path path) throws IOException {
        try (AudioReader reader = AudioFiles.open(path)) {
            AudioInfo info = reader.info();
            if (json()) {
                endJson(beginJson("info").field("kind", "audio").field("file", subject)
                    .field("type", info.type().extension()).field("bits", info.format().bits())
                    .field("floatingPoint", info.format().isFloat()).field("channels", info.channels())
                    .field("sampleRate", info.sampleRate()).field("frames", info.frames())
                    .field("durationSeconds", info.seconds()).name("warnings").texts(info.warnings()));
            } else {
                print(subject + ": " + AudioText.form(info) + ", "
                    + AudioText.length(info.frames(), info.sampleRate()));
            }
            info.warnings().forEach(this::warn);
        }
        return ExitCode.OK;
    }

    @Override
    List<Example> examples() {
        return List.of(new Example("the parameters of an effect with ranges and units", "arioso info eq"),
            new Example("an audio file", "arioso info mix.wav"),
            new Example("a jar, for a program", "arioso info my-effect.jar --json"));
    }
}
