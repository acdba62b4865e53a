package io.arioso.cli;

import io.arioso.host.document.JsonWriter;
import io.arioso.host.plugin.PluginCatalog;
import io.arioso.host.plugin.PluginDescriptor;
import io.arioso.host.plugin.PluginException;
import io.arioso.host.plugin.ScanResult.Broken;
import io.arioso.sdk.AudioPlugin;
import io.arioso.testkit.ContractRule;
import io.arioso.testkit.ContractRules;
import io.arioso.testkit.PluginUnderTest;
import io.arioso.testkit.RuleNotApplicable;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks the plug-ins of a jar against the contract. */
@Command(name = "validate", header = "Check the plug-ins of any jar against the contract of the format.",
    description = "Runs the plug-ins: validate only jars that you trust. Fails with 4 if a rule is broken.")
final class ValidateVerb extends DataVerb {
    private static final int DETAIL_END = 120;

    @Parameters(paramLabel = "JAR", description = "A plug-in jar.")
    private String jar;

    @Option(names = "--rule", paramLabel = "NUMBER", split = ",", description = "Only these rules, such as X1,X3.")
    private List<String> numbers = new ArrayList<>();

    ValidateVerb(Shell shell) {
        super(shell);
    }

    @Option(names = "--without", paramLabel = "NUMBER", split = ",",
        description = "Leave these rules out, such as V30.")
    private List<String> excused = new ArrayList<>();

    /** What became of one rule. */
    private record Finding(PluginDescriptor plugin, ContractRule rule, String verdict, String detail) {
        boolean broken() {
            return verdict.equals("broken");
        }
    }

    @Override
    ExitCode run() throws CommandFailure, PluginException {
        Path file = shell().path(jar);
        if (!Files.isRegularFile(file)) throw new CommandFailure(ExitCode.INPUT, jar + ": there is no such file");
        List<ContractRule> rules = rules();
        Installation installation = new Installation(shell());
        PluginCatalog catalog = PluginCatalog.scan(List.of(file), installation.cacheFolder());
        List<Finding> findings = new ArrayList<>();
        for (PluginDescriptor plugin : catalog.list()) check(plugin, rules, installation, findings);
        for (Broken broken : catalog.broken()) complain(broken.jar() + ": " + broken.reason());
        if (json()) write(catalog, findings);
        boolean usable = catalog.broken().isEmpty() && !catalog.list().isEmpty();
        boolean sound = usable && findings.stream().noneMatch(Finding::broken);
        return sound ? ExitCode.OK : ExitCode.PLUGIN;
    }

    private List<ContractRule> rules() throws CommandFailure {
        List<ContractRule> rules = new ArrayList<>(numbers.isEmpty() ? ContractRules.all() : rules("--rule", numbers));
        rules.removeAll(rules("--without", excused));
        return rules;
    }

    private static List<ContractRule> rules(String option, List<String> numbers) throws CommandFailure {
        List<ContractRule> rules = new ArrayList<>();
        for (String number : numbers) {
            try {
                rules.add(ContractRules.get(number.strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                throw new CommandFailure(ExitCode.USAGE, option + ": " + unknown.getMessage());
            }
        }
        return rules;
    }

    private void check(PluginDescriptor plugin, List<ContractRule> rules, Installation installation,
            List<Finding> findings) throws PluginException {
        installation.library().open(plugin).close(); // refuses what cannot be made, with its reason
        String classPath = plugin.jar() + File.pathSeparator + System.getProperty("java.class.path");
        PluginUnderTest subject = PluginUnderTest.of(() -> instance(plugin, installation)).classPath(classPath);
        if (!json() && !quiet()) print(plugin.coordinate());
        for (ContractRule rule : rules) {
            if (shell().interrupted().get()) return;
            Finding finding = check(plugin, rule, subject);
            findings.add(finding);
            if (!json() && (finding.broken() || !quiet()))
                print("  " + finding.verdict() + "  " + rule.title() + detail(finding));
        }
    }

    /** A detail may list hundreds of parameters; people get both ends of it, where thing and bound stand. */
    private static String detail(Finding finding) {
        String detail = finding.detail().replace('\n', ' ');
        if (detail.isEmpty()) return "";
        if (detail.length() <= 2 * DETAIL_END) return ": " + detail;
        return ": " + detail.substring(0, DETAIL_END) + " ... " + detail.substring(detail.length() - DETAIL_END)
            + " (--json tells all)";
    }

    private static AudioPlugin instance(PluginDescriptor plugin, Installation installation) {
        try {
            // The rule closes the plug-in; its code stays to the end of the command.
            return installation.library().open(plugin).plugin();
        } catch (PluginException failed) {
            throw new IllegalStateException(failed.getMessage(), failed);
        }
    }

    private static Finding check(PluginDescriptor plugin, ContractRule rule, PluginUnderTest subject) {
        try {
            rule.verify(subject);
            return new Finding(plugin, rule, "kept", "");
        } catch (RuleNotApplicable nothing) {
            return new Finding(plugin, rule, "skipped", nothing.getMessage());
        } catch (AssertionError broken) {
            return new Finding(plugin, rule, "broken", String.valueOf(broken.getMessage()).strip());
        }
    }

    private void write(PluginCatalog catalog, List<Finding> findings) {
        JsonWriter out = beginJson("validate").name("plugins").array();
        for (PluginDescriptor plugin : catalog.list()) {
            out.object();
            PluginJson.identity(out, plugin);
            out.name("rules").array();
            for (Finding finding : findings)
                if (finding.plugin().equals(plugin))
                    out.object().field("number", finding.rule().number()).field("sentence", finding.rule().sentence())
                        .field("verdict", finding.verdict()).field("detail", finding.detail()).end();
            out.end().end();
        }
        endJson(out.end().name("broken").texts(catalog.broken().stream().map(Broken::reason).toList()));
    }

    @Override
    List<Example> examples() {
        return List.of(new Example("the whole contract", "arioso validate my-effect.jar"),
            new Example("two rules only, for a program", "arioso validate my-effect.jar --rule X1,X2 --json"));
    }
}
