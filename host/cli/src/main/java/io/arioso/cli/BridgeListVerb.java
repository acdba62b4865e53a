package io.arioso.cli;

import io.arioso.host.daw.DawBundle;
import io.arioso.host.document.JsonWriter;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists what was installed into DAWs. */
@Command(name = "list", header = "List the bundles that were installed, with every file.")
final class BridgeListVerb extends DataVerb {
    BridgeListVerb(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws IOException, CommandFailure {
        List<DawBundle> bundles = DawAccess.bridge().installed(DawAccess.world(shell()));
        if (json()) write(bundles);
        else bundles.forEach(bundle -> BundleReport.show(this, bundle));
        if (bundles.isEmpty()) say("Nothing is installed; arioso bridge install does it");
        return ExitCode.OK;
    }

    private void write(List<DawBundle> bundles) {
        JsonWriter out = beginJson("bridge-list").name("bundles").array();
        for (DawBundle bundle : bundles) {
            BundleReport.members(out.object(), bundle);
            out.end();
        }
        endJson(out.end());
    }

    @Override
    List<Example> examples() {
        return List.of(new Example("what lies where", "arioso bridge list"));
    }
}
