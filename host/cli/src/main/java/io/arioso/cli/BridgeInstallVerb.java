package io.arioso.cli;

import io.arioso.host.daw.BundleOrder;
import io.arioso.host.daw.DawBundle;
import io.arioso.host.document.JsonWriter;
import io.arioso.host.plugin.PluginException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts the program's own effects where DAWs look. */
@Command(name = "install", header = "Put Arioso's effects where your DAWs look, and list every file.",
    description = "Writes into ~/.clap, ~/.vst3 and ~/.lv2; again is an update. arioso bridge uninstall is the inverse.")
final class BridgeInstallVerb extends DataVerb {
    @Option(names = "--format", paramLabel = "F", split = ",", description = "clap, vst3, lv2; all unless told.")
    private List<String> formats = new ArrayList<>();

    @Option(names = "--to", paramLabel = "DIR", description = "One folder for all formats instead.")
    private String to;

    @Option(names = "--with-runtime", description = "Put a Java into the bundle (about 60 MB); needs a JDK.")
    private boolean withRuntime;

    BridgeInstallVerb(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws IOException, PluginException, CommandFailure {
        BundleOrder order = DawAccess.ownEffects(shell(), DawAccess.formats(formats, this), withRuntime);
        Optional<Path> folder = to == null ? Optional.empty() : Optional.of(shell().path(to));
        DawBundle bundle = DawAccess.bridge().install(DawAccess.world(shell()), order, folder);
        if (json()) {
            JsonWriter out = beginJson("bridge-install");
            BundleReport.members(out, bundle);
            endJson(out);
        } else if (!quiet()) {
            BundleReport.show(this, bundle);
            print("Let your DAW scan its plug-ins anew; if one does not show: arioso bridge doctor");
        }
        return ExitCode.OK;
    }

    @Override
    List<Example> examples() {
        return List.of(new Example("for all your DAWs", "arioso bridge install"),
            new Example("for a DAW that speaks VST3 only", "arioso bridge install --format vst3"));
    }
}
