package io.arioso.cli;

import io.arioso.host.document.JsonWriter;
import io.arioso.host.render.ProgrammeComparison;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two files sample by sample. */
@Command(name = "compare", header = "Compare two audio files: null test, gain, delay, first difference.")
final class CompareVerb extends DataVerb {
    @Parameters(index = "0", paramLabel = "FIRST", description = "The reference.")
    private String first;

    @Parameters(index = "1", paramLabel = "SECOND", description = "The file that is compared with it.")
    private String second;

    @Option(names = "--match", description = "Align the second file and bring it to the first one's level before the "
        + "residual is measured.")
    private boolean match;

    @Option(names = "--max-residual", paramLabel = "DBFS",
        description = "Fail with 6 if the residual is above this level; -inf asks for identical samples.")
    private String maxResidual;

    CompareVerb(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws IOException, CommandFailure {
        double bound = maxResidual == null ? Double.POSITIVE_INFINITY : Quantities.residual(maxResidual);
        ProgrammeComparison found = ProgrammeComparison.compare(shell().path(first), shell().path(second), match);
        if (json()) write(found);
        else show(found);
        if (found.residualDbfs() <= bound) return ExitCode.OK;
        complain("residual " + AnalysisReport.figure(found.residualDbfs(), "dBFS") + " is above "
            + AnalysisReport.figure(bound, "dBFS"));
        return ExitCode.QUALITY;
    }

    private void show(ProgrammeComparison found) {
        if (found.identical()) {
            print("identical");
            return;
        }
        new TextTable()
            .row("residual" + (found.matched() ? ", matched" : ""), AnalysisReport.figure(found.residualDbfs(), "dBFS"))
            .row("gain" + (found.inverted() ? ", inverted" : ""), AnalysisReport.figure(found.gainDb(), "dB"))
            .row("offset", found.offsetFrames() + " frames")
            .row("first difference", "frame " + found.firstDifferentFrame())
            .lines().forEach(this::print);
    }

    private void write(ProgrammeComparison found) {
        JsonWriter out = beginJson("compare").field("first", first).field("second", second);
        AnalysisReport.level(out, "residualDbfs", found.residualDbfs());
        AnalysisReport.level(out, "gainDb", found.gainDb());
        out.field("inverted", found.inverted()).field("offsetFrames", found.offsetFrames()).name("firstDifferentFrame");
        if (found.firstDifferentFrame() < 0) out.nothing();
        else out.number(found.firstDifferentFrame());
        endJson(out.field("identical", found.identical()).field("matched", found.matched()));
    }

    @Override
    List<Example> examples() {
        return List.of(new Example("what did mastering change", "arioso compare mix.wav master.wav"),
            new Example("is there more between them than gain and delay",
                "arioso compare mix.wav master.wav --match --json"));
    }
}
