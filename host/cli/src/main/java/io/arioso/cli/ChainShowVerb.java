package io.arioso.cli;

import io.arioso.host.document.JsonWriter;
import io.arioso.host.session.BuiltChain;
import io.arioso.host.session.ChainDocument;
import io.arioso.host.session.ChainException;
import io.arioso.host.session.ChainText;
import io.arioso.host.session.LiveSlot;
import io.arioso.host.session.SavedSlot;
import io.arioso.sdk.parameter.Parameter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows the effects of a chain and what they are set to. */
@Command(name = "show", header = "Show the effects of a chain and what they are set to.")
final class ChainShowVerb extends DataVerb {
    @Parameters(paramLabel = "CHAIN", description = "A chain file or a text such as \"eq:hp=30Hz | limiter\".")
    private String typed;

    ChainShowVerb(Shell shell) {
        super(shell);
    }

    @Override
    ExitCode run() throws ChainException, CommandFailure {
        ChainChoice choice = ChainChoice.of(typed, shell());
        try (BuiltChain chain = choice.build(new Installation(shell()))) {
            chain.warnings().forEach(this::warn);
            if (json()) write(choice, chain);
            else show(choice, chain);
            return ExitCode.OK;
        } catch (ChainException missing) {
            if (choice.document().isEmpty() || json()) throw missing;
            outline(choice.document().get());
            throw missing;
        }
    }

    private void show(ChainChoice choice, BuiltChain chain) {
        if (!choice.name().isEmpty()) print(choice.name());
        for (LiveSlot slot : chain.slots()) {
            String preset = slot.preset().isEmpty() ? "" : ", from preset \"" + slot.preset() + "\"";
            print(slot.pluginId() + " " + slot.version() + preset);
            TextTable table = new TextTable();
            for (Parameter parameter : slot.plugin().parameters())
                if (parameter.plain() != parameter.defaultPlain())
                    table.row("  " + parameter.id(), parameter.text(), parameter.name());
            table.lines().forEach(this::print);
        }
        if (choice.targetLufs().isPresent())
            print("target " + AnalysisReport.figure(choice.targetLufs().getAsDouble(), "LUFS"));
        print("as text: " + ChainText.format(chain.slots()));
    }

    /** What can be said of a chain whose plug-ins are not all there. */
    private void outline(ChainDocument document) {
        if (!document.name().isEmpty()) print(document.name());
        for (SavedSlot slot : document.slots()) print(slot.plugin() + " " + slot.pluginVersion());
    }

    private void write(ChainChoice choice, BuiltChain chain) {
        JsonWriter out = beginJson("chain-show").field("name", choice.name())
            .field("text", ChainText.format(chain.slots())).name("targetLufs");
        if (choice.targetLufs().isPresent()) out.number(choice.targetLufs().getAsDouble());
        else out.nothing();
        out.name("slots").array();
        for (LiveSlot slot : chain.slots()) {
            out.object();
            PluginJson.identity(out, slot.loaded().descriptor());
            out.field("preset", slot.preset());
            new ParameterTable(slot.plugin()).write(out);
            out.end();
        }
        endJson(out.end().name("warnings").texts(chain.warnings()));
    }

    @Override
    List<Example> examples() {
        return List.of(new Example("what a typed chain means",
            "arioso chain show \"eq:hp=30Hz | limiter:ceiling=-1dBTP\""),
            new Example("a chain file, for a program", "arioso chain show album.json --json"));
    }
}
