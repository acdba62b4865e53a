package io.arioso.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The picocli side of the command: puts verbs together and runs one. */
final class Commands {
    private Commands() {
    }

    static int execute(String[] args, Shell shell) {
        CommandLine command = of(args, shell);
        return command.execute(args);
    }

    /** The whole command with all verbs, for completion scripts. */
    static CommandLine all(Shell shell) {
        return of(new String[0], shell);
    }

    /** Only the verb that was asked for is put together: that saves most of the start. */
    private static CommandLine of(String[] args, Shell shell) {
        CommandLine root = new CommandLine(new RootVerb(shell));
        boolean one = args.length > 0 && Verbs.of(args[0]).isPresent();
        for (Verbs verb : Verbs.values())
            if (!one || verb.word().equals(args[0])) root.addSubcommand(verb.word(), commandOf(verb.create(shell)));
        if (!one) root.addSubcommand("help", new CommandLine.HelpCommand());
        root.setOut(new PrintWriter(shell.out(), true));
        root.setErr(new PrintWriter(shell.err(), true));
        root.setColorScheme(CommandLine.Help.defaultColorScheme(shell.colour() ? Ansi.ON : Ansi.OFF));
        root.setParameterExceptionHandler((misuse, given) -> explain(misuse, shell));
        root.setExecutionExceptionHandler((failure, line, result) -> fail(failure, line, shell));
        HelpLayout.apply(root);
        return root;
    }

    private static CommandLine commandOf(Verb verb) {
        CommandLine command = new CommandLine(verb);
        if (verb instanceof VerbGroup group)
            for (Verb member : group.members()) command.addSubcommand(commandOf(member));
        return command;
    }

    private static int explain(ParameterException misuse, Shell shell) {
        CommandLine command = misuse.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        shell.err().println(name + ": " + misuse.getMessage());
        UnmatchedArgumentException.printSuggestions(misuse, new PrintWriter(shell.err(), true));
        shell.err().println("Try: " + name + " --help");
        return ExitCode.USAGE.code();
    }

    private static int fail(Exception failure, CommandLine command, Shell shell) {
        if (failure instanceof ParameterException misuse) return explain(misuse, shell);
        shell.err().println(command.getCommandSpec().qualifiedName() + ": " + Failures.message(failure));
        return Failures.code(failure).code();
    }
}
