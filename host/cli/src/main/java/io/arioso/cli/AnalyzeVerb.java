package io.arioso.cli;

import io.arioso.host.document.JsonWriter;
import io.arioso.host.render.ProgrammeAnalysis;
import io.arioso.host.render.RenderCancelledException;
import io.arioso.host.render.RenderInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Measures files. */
@Command(name = "analyze", header = "Measure loudness, true peak, correlation and faults of audio files.")
final class AnalyzeVerb extends DataVerb {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Audio files; - is standard input.")
    private List<String> files = new ArrayList<>();

    AnalyzeVerb(Shell shell) {
        super(shell);
    }

    /** A file and what was measured, or why it was not. */
    private record Outcome(String file, ProgrammeAnalysis analysis, IOException failure) {
    }

    @Override
    ExitCode run() throws IOException, CommandFailure, RenderCancelledException {
        List<Outcome> outcomes = new ArrayList<>();
        for (String file : files) outcomes.add(measure(file));
        if (json()) write(outcomes);
        else outcomes.forEach(this::show);
        return verdict(outcomes);
    }

    private Outcome measure(String file) throws CommandFailure, RenderCancelledException {
        RenderInput input = file.equals("-") ? new RenderInput.OfStream(shell().in(), "standard input")
            : new RenderInput.OfFile(shell().path(file));
        try (ProgressLine progress = new ProgressLine(shell(), file, !quiet(), 0)) {
            ProgrammeAnalysis analysis = ProgrammeAnalysis.analyze(input, progress);
            analysis.info().warnings().forEach(this::warn);
            if (AudioText.isSilent(analysis.report())) warn(file + ": is silent");
            return new Outcome(file, analysis, null);
        } catch (IOException unreadable) {
            complain(Failures.message(unreadable));
            return new Outcome(file, null, unreadable);
        }
    }

    private static ExitCode verdict(List<Outcome> outcomes) {
        long failed = outcomes.stream().filter(outcome -> outcome.failure() != null).count();
        if (failed == 0) return ExitCode.OK;
        return failed == outcomes.size() ? Failures.code(outcomes.get(0).failure()) : ExitCode.SOME_FAILED;
    }

    private void show(Outcome outcome) {
        if (outcome.failure() != null) return;
        var report = outcome.analysis().report();
        print(outcome.file());
        new TextTable()
            .row("  integrated loudness", AnalysisReport.figure(report.integratedLufs(), "LUFS"))
            .row("  loudness range", AnalysisReport.figure(report.loudnessRangeLu(), "LU"))
            .row("  loudest 3 s", AnalysisReport.figure(report.maxShortTermLufs(), "LUFS"))
            .row("  loudest 400 ms", AnalysisReport.figure(report.maxMomentaryLufs(), "LUFS"))
            .row("  true peak", AnalysisReport.figure(report.truePeakDbtp(), "dBTP"))
            .row("  sample peak", AnalysisReport.figure(report.samplePeakDbfs(), "dBFS"))
            .row("  correlation", String.format(Locale.ROOT, "%.2f", report.correlation()))
            .row("  DC offset", String.format(Locale.ROOT, "%.6f", report.dcOffset()))
            .row("  clipped samples", String.valueOf(report.clippedSamples()))
            .row("  length", AudioText.length(report.frames(), outcome.analysis().info().sampleRate()))
            .row("  form", AudioText.form(outcome.analysis().info()))
            .lines().forEach(this::print);
    }

    private void write(List<Outcome> outcomes) {
        JsonWriter out = beginJson("analyze").name("files").array();
        for (Outcome outcome : outcomes) {
            out.object().field("file", outcome.file());
            if (outcome.failure() != null) out.field("error", Failures.message(outcome.failure()));
            else AnalysisReport.write(out, outcome.analysis().report(), outcome.analysis().info().sampleRate());
            out.end();
        }
        endJson(out.end());
    }

    @Override
    List<Example> examples() {
        return List.of(new Example("measure a file", "arioso analyze mix.wav"),
            new Example("measure an album for a program", "arioso analyze stems/*.wav --json > report.json"),
            new Example("measure what comes down a pipe", "arioso render mix.wav -o - | arioso analyze -"));
    }
}
