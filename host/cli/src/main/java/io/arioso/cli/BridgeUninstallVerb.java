package io.arioso.cli;

import io.arioso.host.daw.BundleRemoval;
import io.arioso.host.daw.DawBridge;
import io.arioso.host.document.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a bundle out of the DAWs again. */
@Command(name = "uninstall", header = "Remove exactly what was installed.",
    description = "A file that was changed since stays and is named.")
final class BridgeUninstallVerb extends DataVerb {
    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME",
        description = "The bundle; Arioso's own effects unless told.")
    private String name = DawBridge.OWN_BUNDLE;

    BridgeUninstallVerb(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws IOException, CommandFailure {
        BundleRemoval removal = DawAccess.bridge().uninstall(DawAccess.world(shell()), name);
        for (Path changed : removal.changed()) warn(changed + " was changed since it was installed and stays");
        if (json()) {
            JsonWriter out = beginJson("bridge-uninstall").field("name", name);
            out.name("removed").texts(texts(removal.removed()));
            endJson(out.name("changed").texts(texts(removal.changed())));
        } else if (!quiet()) {
            removal.removed().forEach(file -> print(file.toString()));
            if (removal.removed().isEmpty()) say("Nothing of " + name + " was installed");
        }
        return ExitCode.OK;
    }

    private static List<String> texts(List<Path> paths) {
        return paths.stream().map(Path::toString).toList();
    }

    @Override
    List<Example> examples() {
        return List.of(new Example("as if nothing had been", "arioso bridge uninstall"));
    }
}
