package io.arioso.cli;

import io.arioso.host.audiofile.OutputExistsException;
import io.arioso.host.plugin.PluginException;
import io.arioso.host.plugin.PluginInstance;
import io.arioso.host.preset.Preset;
import io.arioso.host.render.ProgrammeSpectrum;
import io.arioso.host.render.RenderCancelledException;
import io.arioso.host.render.RenderInput;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.ReferenceMatching;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.state.PluginState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a preset by which one file comes to sound like another. */
@Command(name = "match", header = "Make a preset that gives a song the tone of a reference.",
    description = "Compares the long-term spectra of both files and lets an effect set itself so that the song's takes "
        + "the form of the reference's. Levels are left alone.")
final class MatchVerb extends DataVerb {
    @Parameters(index = "0", paramLabel = "SONG", description = "The file that shall sound different.")
    private String song;

    @Option(names = "--reference", paramLabel = "FILE", required = true,
        description = "The file that it shall sound like.")
    private String reference;

    @Option(names = "--effect", paramLabel = "EFFECT", description = "The effect to set; the EQ unless told.")
    private String effect = "eq";

    @Option(names = "--bands", paramLabel = "N", description = "How many bands it may use; 8 unless told.")
    private int bands = 8;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Preset file to write.")
    private String output;

    @Option(names = "--name", paramLabel = "NAME", description = "Save it as a preset of yours by this name.")
    private String name;

    @Option(names = "--force", description = "Replace what is there.")
    private boolean force;

    MatchVerb(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws IOException, PluginException, CommandFailure, RenderCancelledException {
        checkUsage();
        Installation installation = new Installation(shell());
        try (PluginInstance instance = installation.library().open(installation.catalog().find(effect))) {
            if (!(instance.plugin() instanceof ReferenceMatching matching))
                throw new CommandFailure(ExitCode.PLUGIN, instance.descriptor().id() + " cannot match a reference");
            if (bands < 1 || bands > matching.maxMatchBands())
                throw misuse("--bands: " + bands + " is outside 1.." + matching.maxMatchBands());
            ProgrammeSpectrum programme = measure(song);
            ProgrammeSpectrum wanted = measure(reference);
            double left = match(matching, programme, wanted);
            Preset preset = Preset.of(instance.descriptor().id(), presetName(), changes(instance.plugin()))
                .describedAs("The tone of " + fileName(reference) + " for " + fileName(song) + ".");
            report(preset, save(preset, installation), programme.toneDifferenceDb(wanted), left);
        }
        return ExitCode.OK;
    }

    private void checkUsage() throws CommandFailure, IOException {
        if ((output == null) == (name == null))
            throw misuse("one of -o FILE and --name NAME says where the preset goes");
        if (name != null && name.isBlank()) throw misuse("--name: \"" + name + "\" is empty");
        if (output != null && !force && Files.exists(shell().path(output)))
            throw new OutputExistsException(output + ": there is such a file already; --force replaces it");
    }

    private ProgrammeSpectrum measure(String file) throws IOException, CommandFailure, RenderCancelledException {
        try (ProgressLine progress = new ProgressLine(shell(), file, !quiet(), 0)) {
            return ProgrammeSpectrum.measure(new RenderInput.OfFile(shell().path(file)), progress);
        }
    }

    private double match(ReferenceMatching matching, ProgrammeSpectrum programme, ProgrammeSpectrum wanted)
            throws CommandFailure {
        try {
            return matching.matchReference(programme.hertz(), programme.levelsDb(), wanted.levelsDb(), bands);
        } catch (IllegalArgumentException refused) {
            throw new CommandFailure(ExitCode.INPUT, song + " and " + reference + ": " + refused.getMessage());
        }
    }

    /** Only what differs from the defaults: what a preset does not name is at its default. */
    private static PluginState changes(AudioPlugin plugin) {
        PluginState whole = plugin.save();
        PluginState.Builder changes = PluginState.builder(whole.version());
        for (Parameter parameter : plugin.parameters())
            if (parameter.plain() != parameter.defaultPlain()) changes.value(parameter.id(), parameter.save());
        for (String id : whole.blobIds()) changes.blob(id, whole.blob(id));
        return changes.build();
    }

    private Path save(Preset preset, Installation installation) throws IOException, CommandFailure {
        if (name != null) return installation.presets().save(preset, force);
        Path file = shell().path(output);
        preset.write(file);
        return file;
    }

    private String presetName() throws CommandFailure {
        if (name != null) return name;
        String file = fileName(output);
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    private String fileName(String typed) throws CommandFailure {
        return String.valueOf(shell().path(typed).getFileName());
    }

    private void report(Preset preset, Path file, double before, double left) {
        if (json()) endJson(beginJson("match").field("song", song).field("reference", reference)
            .field("plugin", preset.plugin()).field("name", preset.name()).field("file", file.toString())
            .field("differenceDb", before).field("remainingDb", left));
        else say(String.format(Locale.ROOT, "Saved %s: the tones differ by %.1f dB, after the match by %.1f dB", file,
            before, left));
    }

    @Override
    List<Example> examples() {
        return List.of(
            new Example("give a mix the tone of a record", "arioso match mix.wav --reference record.wav --name Record"),
            new Example("hear it", "arioso render mix.wav -o matched.wav --chain eq:preset=Record"),
            new Example("as a file, with fewer bands",
                "arioso match mix.wav --reference record.wav --bands 4 -o tone.json"));
    }
}
