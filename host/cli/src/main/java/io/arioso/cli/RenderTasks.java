package io.arioso.cli;

import io.arioso.host.audiofile.FileType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives each input its output. */
final class RenderTasks {
    private RenderTasks() {
    }

    /**
     * The tasks of a command line.
     *
     * @param output of {@code -o}, or null
     * @param outDir of {@code --out-dir}, or null
     * @param type kind of file if it is to change the extension
     * @throws CommandFailure if an output is missing, or two would be one file
     */
    static List<RenderTask> of(List<String> inputs, String output, String outDir, Optional<FileType> type)
            throws CommandFailure {
        if ((output == null) == (outDir == null))
            throw new CommandFailure(ExitCode.USAGE,
                "give either -o FILE for one input or --out-dir DIR for any number");
        if (output != null && inputs.size() > 1)
            throw new CommandFailure(ExitCode.USAGE, "-o: takes one input, not " + inputs.size() + "; give --out-dir");
        if (output != null) return List.of(new RenderTask(inputs.get(0), output));
        List<RenderTask> tasks = new ArrayList<>();
        Set<String> outputs = new HashSet<>();
        for (String input : inputs) {
            if (input.equals(RenderTask.PIPE))
                throw new CommandFailure(ExitCode.USAGE, "--out-dir: standard input has no name; give -o");
            String target = Path.of(outDir).resolve(nameOf(input, type)).toString();
            if (!outputs.add(target))
                throw new CommandFailure(ExitCode.USAGE, "--out-dir: two inputs would both become " + target);
            tasks.add(new RenderTask(input, target));
        }
        return tasks;
    }

    private static String nameOf(String input, Optional<FileType> type) {
        String name = String.valueOf(Path.of(input).getFileName());
        if (type.isEmpty()) return name;
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name) + "." + type.get().extension();
    }
}
