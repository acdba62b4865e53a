package io.arioso.cli;

import java.util.List;
import picocli.CommandLine.Command;

/** Groups the verbs about the effects in DAWs. */
@Command(name = "bridge", header = "Bring the effects into your DAWs, look after them, take them out again.",
    synopsisSubcommandLabel = "COMMAND")
final class BridgeVerb extends Verb implements VerbGroup {
    BridgeVerb(Shell shell) {
        super(shell);
    }

    @Override
    public List<Verb> members() {
        return List.of(new BridgeInstallVerb(shell()), new BridgeListVerb(shell()), new BridgeDoctorVerb(shell()),
            new BridgeUninstallVerb(shell()));
    }

    @Override
    ExitCode run() {
        throw misuse("say what: install, list, doctor or uninstall");
    }

    @Override
    List<Example> examples() {
        return List.of(new Example("effects of Arioso in your DAWs", "arioso bridge install"));
    }
}
