package io.arioso.cli;

import io.arioso.host.demo.Demo;
import io.arioso.host.demo.DemoSong;
import io.arioso.host.document.JsonWriter;
import io.arioso.host.render.RenderResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the demo song and masters it. */
@Command(name = "demo", header = "Write a song with its stems, and master it.",
    description = "Writes stems/*.wav and mix.wav, and renders master.wav from the mix through eq and limiter.")
final class DemoVerb extends DataVerb {
    private static final String CHAIN = "eq:hp=30Hz | limiter:ceiling=-1dBTP";
    private static final String TARGET = "-14LUFS";

    @Option(names = {"-o", "--output"}, paramLabel = "DIR", required = true, description = "Folder to write into.")
    private String output;

    @Option(names = "--seconds", paramLabel = "N", description = "How much of the song; all 30 s unless told.")
    private double seconds = DemoSong.SECONDS;

    @Option(names = "--force", description = "Replace files that exist.")
    private boolean force;

    DemoVerb(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws IOException, CommandFailure {
        if (!(seconds > 0 && seconds <= DemoSong.SECONDS))
            throw misuse("--seconds: " + seconds + " is outside 0.." + DemoSong.SECONDS);
        long start = shell().nanoClock().getAsLong();
        Path mix = Demo.write(shell().path(output), seconds, force);
        Path master = mix.resolveSibling("master.wav");
        RenderOutcome mastered = master(mix, master);
        double took = (shell().nanoClock().getAsLong() - start) / 1e9;
        mastered.warnings().forEach(this::warn);
        mastered.error().ifPresent(this::complain);
        if (json()) write(mix, master, mastered, took);
        else if (mastered.result().isPresent() && !quiet()) tell(mix, master, mastered.result().get(), took);
        return mastered.code();
    }

    private RenderOutcome master(Path mix, Path master) throws CommandFailure {
        RenderSettings settings = new RenderSettings();
        settings.chain = CHAIN;
        settings.target = TARGET;
        settings.bits = "24";
        settings.dither = "tpdf";
        settings.force = force;
        return new FileRender(shell(), new Installation(shell()), settings.resolve(shell()), !quiet(), json())
            .render(new RenderTask(mix.toString(), master.toString()));
    }

    private void write(Path mix, Path master, RenderOutcome mastered, double took) {
        JsonWriter out = beginJson("demo").field("mix", mix.toString());
        if (mastered.code() == ExitCode.OK) out.field("master", master.toString());
        endJson(out.field("seconds", took));
    }

    private void tell(Path mix, Path master, RenderResult result, double took) {
        print("mix     " + AnalysisReport.summary(result.before()) + "   " + mix);
        print("master  " + AnalysisReport.summary(result.after()) + "   " + master);
        print(String.format(Locale.ROOT, "took    %.1f s: the song synthesised, and mastered in %d passes", took,
            result.passes()));
        print("");
        print("A song of your own:");
        print("  " + program() + " render SONG.wav -o MASTER.wav --chain \"" + CHAIN + "\" --target " + TARGET
            + " --bits 24 --dither tpdf");
    }

    private String program() {
        String path = shell().distribution().resolve("bin").resolve("arioso").toString();
        return path.contains(" ") ? "\"" + path + "\"" : path;
    }

    @Override
    List<Example> examples() {
        return List.of(new Example("a song to play with", "arioso demo -o demo"),
            new Example("four seconds of it, again", "arioso demo -o demo --seconds 4 --force"));
    }
}
