package io.arioso.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Help texts that begin with examples and end with the exit codes. */
final class HelpLayout {
    private static final String EXAMPLES = "examples";
    private static final int WIDTH = 100;

    private HelpLayout() {
    }

    /** Applies the layout to a command and its subcommands. */
    static void apply(CommandLine command) {
        command.setHelpSectionKeys(List.of(UsageMessageSpec.SECTION_KEY_HEADER, EXAMPLES,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING, UsageMessageSpec.SECTION_KEY_SYNOPSIS,
            UsageMessageSpec.SECTION_KEY_DESCRIPTION_HEADING, UsageMessageSpec.SECTION_KEY_DESCRIPTION,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING, UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING, UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
            UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING, UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST));
        command.getHelpSectionMap().put(EXAMPLES, HelpLayout::examples);
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.width(WIDTH);
        usage.synopsisHeading("%nUsage: ");
        usage.descriptionHeading("%n");
        usage.parameterListHeading("%n");
        usage.optionListHeading("%nOptions:%n");
        usage.commandListHeading("%nCommands:%n");
        usage.exitCodeListHeading("%nExit codes:%n");
        usage.exitCodeList(exitCodes());
        command.getSubcommands().values().forEach(HelpLayout::apply);
    }

    private static String examples(Help help) {
        if (!(help.commandSpec().userObject() instanceof Verb verb) || verb.examples().isEmpty()) return "";
        StringBuilder text = new StringBuilder(String.format("%nExamples:%n"));
        for (Example example : verb.examples())
            text.append(String.format("  # %s%n  %s%n", example.purpose(), example.command()));
        return text.toString();
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) codes.put(String.valueOf(code.code()), code.meaning());
        return codes;
    }
}
