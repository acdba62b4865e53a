package io.arioso.cli;

import io.arioso.dsp.dither.Dither;
import io.arioso.host.audiofile.FileType;
import io.arioso.host.audiofile.SampleFormat;
import io.arioso.host.render.QualityBounds;
import io.arioso.host.render.RenderJob;
import io.arioso.host.session.ChainException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;

/** The options that say how files are rendered, as they were typed. */
final class RenderSettings {
    @Option(names = {"-c", "--chain"}, paramLabel = "CHAIN",
        description = "The effects: a text such as \"eq:hp=30Hz | limiter:ceiling=-1dBTP\", or a chain file.")
    String chain;

    @Option(names = "--preset", paramLabel = "NAME",
        description = "A chain of the preset folders by its name, or EFFECT:NAME for a preset of one effect.")
    String preset;

    @Option(names = "--target", paramLabel = "LUFS", description = "Integrated loudness to reach, such as -14LUFS.")
    String target;

    @Option(names = "--bits", paramLabel = "N", description = "8, 16, 24, 32, 32f or 64f; the input's unless told.")
    String bits;

    @Option(names = "--dither", paramLabel = "KIND", description = "none, tpdf, high-pass, lipshitz-5 or wannamaker-9. "
        + "Unless told: tpdf where the sound or the width changes, else none.")
    String dither;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the dither; the same seed gives the same file.")
    long seed = 1;

    @Option(names = "--rate", paramLabel = "HZ", description = "Sample rate of the output, such as 44.1kHz.")
    String rate;

    @Option(names = "--type", paramLabel = "TYPE", description = "Kind of file, such as wav or flac; unless told, what "
        + "the name of the output says.")
    String type;

    @Option(names = "--tail", description = "Let the output go on until the effects have died away.")
    boolean tail;

    @Option(names = "--sidechain", paramLabel = "FILE", description = "What effects with a side-chain listen to, from "
        + "the input's first frame on: one channel, or as many as the input.")
    String sidechain;

    @Option(names = "--tempo", paramLabel = "BPM", description = "Quarter notes a minute, for effects that follow the "
        + "song; 120 unless told.")
    String tempo;

    @Option(names = "--force", description = "Replace outputs that exist.")
    boolean force;

    @Option(names = "--max-true-peak", paramLabel = "DBTP",
        description = "Fail with 6 if the output's true peak is above.")
    String maxTruePeak;

    @Option(names = "--loudness-tolerance", paramLabel = "LU",
        description = "Fail with 6 if the output's loudness is farther than this from the target.")
    String loudnessTolerance;

    /**
     * The options understood.
     *
     * @param samples how samples are stored; empty for the input's way
     * @param targetLufs of the command line, else of the chain file
     */
    record Resolved(ChainChoice chain, Optional<SampleFormat> samples, OptionalDouble sampleRate, Dither dither,
                    long seed, Optional<FileType> type, OptionalDouble targetLufs, boolean tail, boolean force,
                    QualityBounds bounds, Optional<String> sidechain, double tempoBpm) {
    }

    Resolved resolve(Shell shell) throws CommandFailure {
        ChainChoice choice = choice(shell);
        OptionalDouble lufs = target == null ? choice.targetLufs() : OptionalDouble.of(Quantities.loudness(target));
        if (loudnessTolerance != null && lufs.isEmpty())
            throw new CommandFailure(ExitCode.USAGE,
                "--loudness-tolerance: there is no target to be near to; give --target");
        Optional<SampleFormat> samples = bits == null ? Optional.empty() : Optional.of(Quantities.width(bits));
        OptionalDouble hertz = given(rate, Quantities::rate);
        boolean changes = !choice.isEmpty() || lufs.isPresent() || hertz.isPresent() || samples.isPresent();
        QualityBounds bounds = new QualityBounds(
            given(maxTruePeak, Quantities::truePeak), given(loudnessTolerance, Quantities::tolerance));
        return new Resolved(choice, samples, hertz, dither(changes), seed, fileType(), lufs, tail, force, bounds,
            Optional.ofNullable(sidechain), given(tempo, Quantities::tempo).orElse(RenderJob.DEFAULT_TEMPO_BPM));
    }

    /** Reads a figure that was typed. */
    @FunctionalInterface
    private interface Reading {
        double of(String typed) throws CommandFailure;
    }

    private static OptionalDouble given(String typed, Reading reading) throws CommandFailure {
        return typed == null ? OptionalDouble.empty() : OptionalDouble.of(reading.of(typed));
    }

    private ChainChoice choice(Shell shell) throws CommandFailure {
        if (chain != null && preset != null)
            throw new CommandFailure(ExitCode.USAGE, "--chain and --preset exclude each other");
        try {
            if (chain != null) return ChainChoice.of(chain, shell);
            return preset == null ? ChainChoice.NONE : ChainChoice.ofPreset(preset, shell);
        } catch (ChainException misread) {
            // A text with a column was mistyped; anything else is missing.
            throw new CommandFailure(misread.column() > 0 ? ExitCode.USAGE : ExitCode.PLUGIN, misread.getMessage());
        }
    }

    private Dither dither(boolean changes) throws CommandFailure {
        if (dither == null) return changes ? Dither.TPDF : Dither.NONE;
        List<String> names = Arrays.stream(Dither.values()).map(RenderSettings::word).toList();
        int index = names.indexOf(dither.toLowerCase(Locale.ROOT));
        if (index < 0)
            throw new CommandFailure(ExitCode.USAGE,
                "--dither: \"" + dither + "\" is none of " + String.join(", ", names));
        return Dither.values()[index];
    }

    private Optional<FileType> fileType() throws CommandFailure {
        if (type == null) return Optional.empty();
        Optional<FileType> known = FileType.ofExtension(type);
        if (known.isEmpty())
            throw new CommandFailure(ExitCode.USAGE, "--type: \"" + type + "\" is none of "
                + String.join(", ", Arrays.stream(FileType.values()).map(FileType::extension).toList()));
        return known;
    }

    private static String word(Dither kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
