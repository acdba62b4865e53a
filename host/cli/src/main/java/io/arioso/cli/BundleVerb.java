package io.arioso.cli;

import io.arioso.host.daw.BundleOrder;
import io.arioso.host.daw.DawBridge;
import io.arioso.host.daw.DawBundle;
import io.arioso.host.daw.DawWorld;
import io.arioso.host.document.JsonWriter;
import io.arioso.host.plugin.PluginException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes plug-ins for DAWs out of effect jars. */
@Command(name = "bundle", header = "Make CLAP, VST3 and LV2 plug-ins out of effect jars.",
    description = "Makes each effect once to see what it has, then writes NAME.clap with NAME.arioso, NAME.vst3 and "
        + "NAME.lv2. One bundle holds all effects that are given. Presets come from the jar's own presets folder, from "
        + "--presets and from Arioso.")
final class BundleVerb extends DataVerb {
    @Parameters(paramLabel = "EFFECT.jar", arity = "1..*", description = "Jars with effects.")
    private List<String> jars;

    @Option(names = {"-o", "--output"}, paramLabel = "DIR", description = "Folder to write into.")
    private String output;

    @Option(names = "--install", description = "Write into the folders of your DAWs (~/.clap, ~/.vst3, ~/.lv2) "
        + "instead; arioso bridge lists and uninstalls it.")
    private boolean install;

    @Option(names = "--name", paramLabel = "NAME",
        description = "Name of the bundle; maker and name of the effect unless told.")
    private String name = "";

    @Option(names = "--vendor", paramLabel = "V", description = "Its maker; the effect's unless told.")
    private String vendor = "";

    @Option(names = "--format", paramLabel = "F", split = ",", description = "clap, vst3, lv2; all unless told.")
    private List<String> formats = new ArrayList<>();

    @Option(names = "--presets", paramLabel = "DIR", description = "Folder with ID/*.json, presets of the effects.")
    private String presets;

    @Option(names = "--with-runtime", description = "Put a Java into the bundle (about 60 MB); needs a JDK.")
    private boolean withRuntime;

    @Option(names = "--force", description = "Replace a bundle of that name.")
    private boolean force;

    BundleVerb(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws IOException, PluginException, CommandFailure {
        if (install == (output != null)) throw misuse("say either -o DIR or --install");
        DawBridge bridge = DawAccess.bridge();
        DawWorld world = DawAccess.world(shell());
        DawBundle bundle;
        try {
            bundle = install ? bridge.install(world, order(world), Optional.empty())
                : bridge.write(world, order(world), shell().path(output));
        } catch (IllegalArgumentException unfit) {
            throw misuse(unfit.getMessage());
        }
        if (json()) write(bundle);
        else if (!quiet()) BundleReport.show(this, bundle);
        return ExitCode.OK;
    }

    private BundleOrder order(DawWorld world) throws CommandFailure {
        List<Path> files = new ArrayList<>();
        for (String jar : jars) files.add(shell().path(jar));
        List<Path> presetFolders = new ArrayList<>();
        if (presets != null) presetFolders.add(shell().path(presets));
        presetFolders.add(world.program().resolve("presets"));
        return new BundleOrder(files, name, vendor, DawAccess.formats(formats, this), presetFolders, withRuntime, force);
    }

    private void write(DawBundle bundle) {
        JsonWriter out = beginJson("bundle");
        BundleReport.members(out, bundle);
        endJson(out);
    }

    @Override
    List<Example> examples() {
        return List.of(new Example("plug-ins for every DAW", "arioso bundle my-effect.jar -o plug-ins"),
            new Example("only what one DAW needs, where it finds it",
                "arioso bundle my-effect.jar --format clap,vst3 --install"));
    }
}
