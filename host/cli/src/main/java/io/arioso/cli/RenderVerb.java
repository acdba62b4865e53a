package io.arioso.cli;

import io.arioso.host.audiofile.OutputExistsException;
import io.arioso.host.document.JsonWriter;
import io.arioso.host.plugin.Sha256;
import io.arioso.host.render.RenderResult;
import io.arioso.host.session.BuiltChain;
import io.arioso.host.session.LiveSlot;
import io.arioso.sdk.BusLayout;
import io.arioso.host.session.ChainDocument;
import io.arioso.host.session.ChainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Renders files through a chain. */
@Command(name = "render", header = "Render audio files through a chain of effects.",
    description = "The output is latency-compensated and has the input's length unless --tail. "
        + "Nothing appears under an output's name before it is complete.")
final class RenderVerb extends DataVerb {
    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "Audio files; - is standard input.")
    private List<String> inputs = new ArrayList<>();

    @Option(names = {"-o", "--output"}, paramLabel = "FILE",
        description = "Output of a single input; - is standard output.")
    private String output;

    @Option(names = "--out-dir", paramLabel = "DIR",
        description = "Folder for the outputs, which keep the names of the inputs.")
    private String outDir;

    @Option(names = "--jobs", paramLabel = "N", description = "How many files to render at once.")
    private int jobs = 1;

    @Option(names = {"-n", "--dry-run"}, description = "Check everything and say what would be done; write nothing.")
    private boolean dryRun;

    @Option(names = "--save-chain", paramLabel = "FILE",
        description = "Save the chain with all its settings as a chain file.")
    private String saveChain;

    @Mixin
    private RenderSettings typed = new RenderSettings();

    RenderVerb(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws IOException, ChainException, CommandFailure, InterruptedException {
        RenderSettings.Resolved settings = typed.resolve(shell());
        List<RenderTask> tasks = RenderTasks.of(inputs, output, outDir, settings.type());
        if (json() && tasks.get(0).toPipe()) throw misuse("--json and -o - both want standard output");
        if (jobs < 1) throw misuse("--jobs: " + jobs + " is below 1");
        Installation installation = new Installation(shell());
        try (BuiltChain chain = settings.chain().build(installation)) {
            chain.warnings().forEach(this::warn);
            if (settings.sidechain().isPresent() && chain.slots().stream().noneMatch(RenderVerb::listens))
                warn("--sidechain: no effect of the chain has a side-chain");
            FileRender file = new FileRender(shell(), installation, settings, !quiet() && jobs == 1, json());
            if (dryRun) return rehearse(tasks, file);
            if (saveChain != null) save(chain, settings);
            if (outDir != null) Files.createDirectories(shell().path(outDir));
            List<RenderOutcome> outcomes = render(tasks, file);
            report(chain, settings, outcomes);
            return verdict(outcomes);
        }
    }

    private static boolean listens(LiveSlot slot) {
        return slot.plugin().supports(BusLayout.STEREO.withSidechain(2))
            || slot.plugin().supports(BusLayout.MONO.withSidechain(1));
    }

    private void save(BuiltChain chain, RenderSettings.Resolved settings) throws IOException, CommandFailure {
        Path file = shell().path(saveChain);
        if (Files.exists(file) && !settings.force()) throw new OutputExistsException(file + ": already exists");
        ChainDocument document = chain.toDocument(settings.chain().name(), settings.targetLufs());
        document.write(file);
    }

    /** All that can be found out without rendering. */
    private ExitCode rehearse(List<RenderTask> tasks, FileRender file) {
        List<RenderOutcome> failures = new ArrayList<>();
        for (RenderTask task : tasks) {
            try {
                String plan = file.rehearse(task);
                if (!quiet() && !json()) print("would render " + plan);
            } catch (IOException | CommandFailure failure) {
                failures.add(RenderOutcome.failed(task, failure));
            }
        }
        failures.forEach(this::complain);
        if (json()) endJson(beginJson("render-plan")
            .name("inputs").texts(tasks.stream().map(RenderTask::input).toList())
            .name("outputs").texts(tasks.stream().map(RenderTask::output).toList())
            .name("errors").texts(failures.stream().map(failure -> failure.error().orElse("")).toList()));
        if (failures.isEmpty()) return ExitCode.OK;
        return tasks.size() == 1 ? failures.get(0).code() : ExitCode.SOME_FAILED;
    }

    private List<RenderOutcome> render(List<RenderTask> tasks, FileRender file) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(jobs, tasks.size()));
        try (ProgressLine batch = new ProgressLine(shell(), tasks.size() + " files", !quiet() && jobs > 1, 0)) {
            List<Future<RenderOutcome>> pending = new ArrayList<>();
            for (RenderTask task : tasks) pending.add(workers.submit(() -> file.render(task)));
            List<RenderOutcome> outcomes = new ArrayList<>();
            batch.advanced("rendering", 0, tasks.size());
            for (RenderTask task : tasks) {
                outcomes.add(outcome(task, pending.get(outcomes.size()), batch));
                batch.advanced("rendering", outcomes.size(), tasks.size());
            }
            return outcomes;
        } finally {
            workers.shutdown();
        }
    }

    private RenderOutcome outcome(RenderTask task, Future<RenderOutcome> pending, ProgressLine batch)
            throws InterruptedException {
        RenderOutcome outcome;
        try {
            outcome = pending.get();
        } catch (ExecutionException mistake) {
            outcome = RenderOutcome.failed(task, mistake.getCause());
        }
        batch.close();
        tell(outcome);
        return outcome;
    }

    private void tell(RenderOutcome outcome) {
        outcome.warnings().forEach(this::warn);
        complain(outcome);
        if (outcome.result().isEmpty()) return;
        RenderResult result = outcome.result().get();
        say(outcome.task().input() + ": " + AnalysisReport.summary(result.before()));
        say(outcome.task().output() + ": " + AnalysisReport.summary(result.after()));
    }

    private void complain(RenderOutcome outcome) {
        outcome.error().ifPresent(this::complain);
    }

    private void report(BuiltChain chain, RenderSettings.Resolved settings, List<RenderOutcome> outcomes)
            throws IOException, CommandFailure {
        if (!json()) return;
        String key = settings.sidechain().isPresent() ? hash(settings.sidechain().get()) : "";
        JsonWriter out = beginJson("render");
        new RenderReport(settings, key).write(out, chain, outcomes);
        endJson(out);
    }

    /** Empty for a file that was never there: its absence is told as a failure. */
    private String hash(String file) throws IOException, CommandFailure {
        Path path = shell().path(file);
        return Files.isRegularFile(path) ? Sha256.of(path) : "";
    }

    /** One file speaks for itself; of several, missed bounds alone are a matter of quality. */
    private static ExitCode verdict(List<RenderOutcome> outcomes) {
        if (outcomes.size() == 1) return outcomes.get(0).code();
        List<ExitCode> failures = outcomes.stream().map(RenderOutcome::code).filter(code -> code != ExitCode.OK)
            .toList();
        if (failures.isEmpty()) return ExitCode.OK;
        if (failures.contains(ExitCode.INTERRUPTED)) return ExitCode.INTERRUPTED;
        return failures.stream().allMatch(code -> code == ExitCode.QUALITY) ? ExitCode.QUALITY : ExitCode.SOME_FAILED;
    }

    @Override
    List<Example> examples() {
        return List.of(
            new Example("master a song",
                "arioso render mix.wav -o master.wav --chain \"eq:hp=30Hz | limiter:ceiling=-1dBTP\""
                + " --target -14LUFS --bits 24 --dither tpdf --json"),
            new Example("a bass that makes way for the kick drum",
                "arioso render bass.wav -o ducked.wav --sidechain kick.wav --chain \"compressor:sc_external=on\""),
            new Example("echoes in time with the song",
                "arioso render vocal.wav -o echo.wav --tempo 97.3 --tail --chain \"delay:sync=on,note=1/8D\""),
            new Example("keep the chain for the next song",
                "arioso render mix.wav -o loud.flac --chain \"limiter:gain=6dB\" --bits 16 --save-chain loud.json"),
            new Example("an album, two songs at a time, refused if a true peak is above -1 dBTP",
                "arioso render stems/*.wav --out-dir done --chain \"limiter:ceiling=-1.1dBTP\" --jobs 2 "
                + "--max-true-peak -1dBTP"),
            new Example("what would it do", "arioso render mix.wav -o cd.wav --rate 44.1kHz --bits 16 --dry-run"),
            new Example("in a pipe", "arioso render - -o - --chain \"eq:hp=30Hz\" < mix.wav | arioso analyze -"));
    }
}
