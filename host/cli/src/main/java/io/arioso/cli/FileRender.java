package io.arioso.cli;

import io.arioso.host.audiofile.AudioFiles;
import io.arioso.host.audiofile.AudioInfo;
import io.arioso.host.audiofile.AudioReader;
import io.arioso.host.audiofile.FileType;
import io.arioso.host.audiofile.OutputExistsException;
import io.arioso.host.audiofile.SampleFormat;
import io.arioso.host.graph.PlanException;
import io.arioso.host.plugin.PluginDescriptor;
import io.arioso.host.plugin.Sha256;
import io.arioso.host.render.ChainSlot;
import io.arioso.host.render.RenderCancelledException;
import io.arioso.host.render.RenderFormat;
import io.arioso.host.render.RenderInput;
import io.arioso.host.render.RenderJob;
import io.arioso.host.render.RenderOutput;
import io.arioso.host.render.RenderResult;
import io.arioso.host.render.Renderer;
import io.arioso.host.session.BuiltChain;
import io.arioso.host.session.ChainException;
import io.arioso.host.session.LiveSlot;
import io.arioso.runtime.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renders single files with the same settings; several may run at once, each with plug-ins of its own. */
final class FileRender {
    private final Shell shell;
    private final Installation installation;
    private final RenderSettings.Resolved settings;
    private final boolean drawProgress;
    private final boolean hashFiles;

    /** Hashes cost a second reading of every file: they are for reports only. */
    FileRender(Shell shell, Installation installation, RenderSettings.Resolved settings, boolean drawProgress,
            boolean hashFiles) {
        this.shell = shell;
        this.installation = installation;
        this.settings = settings;
        this.drawProgress = drawProgress;
        this.hashFiles = hashFiles;
    }

    /** Renders; what goes wrong becomes part of the outcome. */
    RenderOutcome render(RenderTask task) {
        try (BuiltChain chain = settings.chain().build(installation)) {
            return render(task, chain);
        } catch (IOException | ChainException | PlanException | RenderCancelledException | CommandFailure failure) {
            return RenderOutcome.failed(task, failure);
        }
    }

    /** Says what would be rendered to what, or throws what would be thrown before the first frame. */
    String rehearse(RenderTask task) throws IOException, CommandFailure {
        FileType type = typeOf(task);
        String form = task.fromPipe() ? "a pipe" : form(task);
        if (!task.toPipe()) refuseExisting(task);
        return task.input() + " (" + form + ") to " + task.output() + " (" + type + ")";
    }

    private String form(RenderTask task) throws IOException, CommandFailure {
        try (AudioReader reader = AudioFiles.open(shell.path(task.input()))) {
            AudioInfo info = reader.info();
            return AudioText.form(info) + ", " + AudioText.length(info.frames(), info.sampleRate());
        }
    }

    private void refuseExisting(RenderTask task) throws IOException, CommandFailure {
        Path target = shell.path(task.output());
        if (!task.fromPipe() && AudioFiles.sameFile(shell.path(task.input()), target))
            throw new OutputExistsException(task.output() + ": is the input itself; give the output another name");
        if (!settings.force() && Files.exists(target))
            throw new OutputExistsException(task.output() + ": already exists");
    }

    private RenderOutcome render(RenderTask task, BuiltChain chain)
            throws IOException, PlanException, RenderCancelledException, CommandFailure {
        MessageDigest inputHash = Sha256.digest();
        MessageDigest outputHash = Sha256.digest();
        RenderInput input = task.fromPipe()
            ? new RenderInput.OfStream(new DigestInputStream(shell.in(), inputHash), "standard input")
            : new RenderInput.OfFile(shell.path(task.input()));
        OutputStream pipe = new DigestOutputStream(new AudioPipe(shell.out()), outputHash);
        RenderJob job = new RenderJob(input, output(task, pipe), slots(chain), format(task), settings.targetLufs(),
            settings.tail(), sidechain(), settings.tempoBpm());
        RenderResult result;
        try (ProgressLine progress = new ProgressLine(shell, task.input(), drawProgress, rateOf(task))) {
            result = Renderer.render(job, progress);
        }
        String read = task.fromPipe() ? Sha256.hex(inputHash) : hash(task.input());
        String written = task.toPipe() ? Sha256.hex(outputHash) : hash(task.output());
        return judge(task, result, read, written);
    }

    private Optional<RenderInput> sidechain() throws CommandFailure {
        return settings.sidechain().isEmpty() ? Optional.empty()
            : Optional.of(new RenderInput.OfFile(shell.path(settings.sidechain().get())));
    }

    private String hash(String file) throws IOException, CommandFailure {
        return hashFiles ? Sha256.of(shell.path(file)) : "";
    }

    private RenderOutcome judge(RenderTask task, RenderResult result, String read, String written) {
        List<String> warnings = new ArrayList<>(result.input().warnings());
        boolean silentInput = AudioText.isSilent(result.before());
        if (silentInput) warnings.add(task.input() + ": is silent");
        if (!silentInput && AudioText.isSilent(result.after()))
            warnings.add(task.output() + ": is silent although the input is not");
        if (result.clippedSamples() > 0)
            warnings.add(task.output() + ": " + result.clippedSamples() + " samples were clipped");
        warnings.addAll(faults(result, false));
        List<String> errors = new ArrayList<>(faults(result, true));
        ExitCode code = errors.isEmpty() ? ExitCode.OK : ExitCode.PLUGIN;
        List<String> missed = settings.bounds().missedBy(result);
        if (!missed.isEmpty() && code == ExitCode.OK) code = ExitCode.QUALITY;
        missed.forEach(bound -> errors.add(task.output() + ": " + bound));
        return new RenderOutcome(task, code, Optional.of(result), read, written, warnings,
            errors.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", errors)));
    }

    /** The faults that changed the sound, or those that did not: memory that was allocated within bounds. */
    private static List<String> faults(RenderResult result, boolean heard) {
        List<String> told = new ArrayList<>();
        for (Map.Entry<String, List<Fault>> slot : result.faults().entrySet())
            for (Fault fault : slot.getValue())
                if (heard == (fault.kind() != Fault.Kind.ALLOCATION || fault.givenUp()))
                    told.add(fault.describe(slot.getKey(), result.output().sampleRate()));
        return told;
    }

    private static List<ChainSlot> slots(BuiltChain chain) {
        List<ChainSlot> slots = new ArrayList<>();
        for (LiveSlot slot : chain.slots()) {
            PluginDescriptor plugin = slot.loaded().descriptor();
            slots.add(new ChainSlot(plugin.shortName(), plugin.category(), slot.plugin()));
        }
        return slots;
    }

    /** The output of a task; its kind comes from {@code --type}, else from its name. */
    private RenderOutput output(RenderTask task, OutputStream pipe) throws CommandFailure {
        FileType type = typeOf(task);
        return task.toPipe() ? new RenderOutput.OfStream(pipe, type)
            : new RenderOutput.OfFile(shell.path(task.output()), type, settings.force());
    }

    private FileType typeOf(RenderTask task) throws CommandFailure {
        if (settings.type().isPresent()) return settings.type().get();
        if (task.toPipe()) return FileType.WAV;
        return FileType.ofExtension(task.output()).orElseThrow(() -> new CommandFailure(ExitCode.USAGE,
            task.output() + ": its name does not say which kind of file it is; give --type"));
    }

    /** Pipes carry floating point unless told, so that nothing is lost between two programs. */
    private RenderFormat format(RenderTask task) throws CommandFailure {
        boolean untold = settings.samples().isEmpty() && task.toPipe() && typeOf(task) == FileType.WAV;
        Optional<SampleFormat> samples = untold ? Optional.of(SampleFormat.FLOAT32) : settings.samples();
        return new RenderFormat(samples, settings.sampleRate(), settings.dither(), settings.seed());
    }

    private double rateOf(RenderTask task) throws IOException, CommandFailure {
        if (task.fromPipe()) return 0;
        try (AudioReader reader = AudioFiles.open(shell.path(task.input()))) {
            return reader.info().sampleRate();
        }
    }
}
