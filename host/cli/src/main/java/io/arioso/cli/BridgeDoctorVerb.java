package io.arioso.cli;

import io.arioso.host.daw.DawFinding;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;

/** Looks whether DAWs will find and start the effects. */
@Command(name = "doctor", header = "Check what a DAW needs to find and start the effects; every fault names its cure.")
final class BridgeDoctorVerb extends DataVerb {
    BridgeDoctorVerb(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws IOException, CommandFailure {
        List<DawFinding> findings = DawAccess.bridge().examine(DawAccess.world(shell()));
        if (json()) endJson(FindingReport.members(beginJson("bridge-doctor"), findings));
        else FindingReport.lines(findings).forEach(this::print);
        return FindingReport.well(findings) ? ExitCode.OK : ExitCode.SOME_FAILED;
    }

    @Override
    List<Example> examples() {
        return List.of(new Example("when a DAW does not show them", "arioso bridge doctor"));
    }
}
