package io.arioso.host.session;

import io.arioso.host.preset.Slug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Chains that come with the host or that the user keeps: {@code <preset folder>/chains/*.json}. [main-thread] */
public final class ChainLibrary {
    private static final String SUFFIX = ".json";

    private final List<Path> folders;

    /** A library over the folders of presets, the user's first. */
    public ChainLibrary(List<Path> presetFolders) {
        folders = presetFolders.stream().map(folder -> folder.resolve("chains")).toList();
    }

    /** Files of all chains, the user's first, then by name; of one file name the first counts. */
    public List<Path> list() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) continue;
            try (Stream<Path> children = Files.list(folder)) {
                children.filter(file -> file.toString().endsWith(SUFFIX)).sorted()
                    .filter(file -> files.stream().noneMatch(known -> known.getFileName().equals(file.getFileName())))
                    .forEach(files::add);
            }
        }
        return files;
    }

    /**
     * The chain of that name or file name, ignoring case.
     *
     * @throws ChainException naming the chains that there are
     */
    public ChainDocument find(String name) throws ChainException {
        try {
            List<Path> files = list();
            Optional<Path> file = files.stream().filter(path -> slugOf(path).equals(Slug.of(name))).findFirst();
            if (file.isEmpty())
                throw new ChainException(missing(name, files));
            return ChainDocument.read(file.get());
        } catch (IOException unreadable) {
            throw new ChainException(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private static String missing(String name, List<Path> files) {
        List<String> names = files.stream().map(ChainLibrary::slugOf).toList();
        return "there is no chain \"" + name + "\"" + (names.isEmpty() ? "" : "; there are " + String.join(", ", names));
    }

    private static String slugOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }
}
