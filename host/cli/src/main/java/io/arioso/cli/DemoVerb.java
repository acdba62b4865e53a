package io.arioso.cli;

import io.arioso.host.demo.Demo;
import io.arioso.host.demo.DemoSong;
import io.arioso.host.document.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
        Path mix = Demo.write(shell().path(output), seconds, force);
        Path master = mix.resolveSibling("master.wav");
        ExitCode mastered = master(mix, master);
        if (json()) {
            JsonWriter out = beginJson("demo").field("mix", mix.toString());
            if (mastered == ExitCode.OK) out.field("master", master.toString());
            endJson(out);
        } else {
            say("Wrote " + mix + (mastered == ExitCode.OK ? " and " + master : ""));
        }
        return mastered;
    }

    private ExitCode master(Path mix, Path master) throws CommandFailure {
        RenderSettings settings = new RenderSettings();
        settings.chain = CHAIN;
        settings.target = TARGET;
        settings.bits = "24";
        settings.force = force;
        RenderOutcome outcome = new FileRender(shell(), new Installation(shell()), settings.resolve(shell()), !quiet())
            .render(new RenderTask(mix.toString(), master.toString()));
        outcome.warnings().forEach(this::warn);
        outcome.error().ifPresent(this::complain);
        return outcome.code();
    }

    @Override
    List<Example> examples() {
        return List.of(new Example("a song to play with", "arioso demo -o demo"),
            new Example("four seconds of it, again", "arioso demo -o demo --seconds 4 --force"));
    }
}
