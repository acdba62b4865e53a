package io.arioso.bridge.install;

import io.arioso.bridge.bundle.BundleLayout;
import io.arioso.bridge.install.InstallRecord.Entry;
import io.arioso.bridge.install.InstallRecord.Installed;
import io.arioso.host.plugin.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an installation will leave.
 *
 * @param folders all folders that this bundle's installations have made or will make
 * @param during entries that are true at every moment of the installation: the old files and the new
 * @param after entries that are true behind it: the new files, and the old ones of formats that it leaves alone
 */
record Plan(List<Path> folders, List<Entry> during, List<Entry> after) {

    /** Compares what is staged with what was installed before. */
    static Plan of(List<BundleLayout> staged, List<BundleLayout> placed, Installed before) throws IOException {
        Set<Path> folders = new LinkedHashSet<>(before.folders());
        List<Entry> files = new ArrayList<>();
        List<Path> roots = new ArrayList<>();
        for (int i = 0; i < staged.size(); i++) {
            folders.addAll(Folders.missing(placed.get(i).folder()));
            for (Path root : staged.get(i).roots()) {
                Path place = placed.get(i).folder().resolve(root.getFileName());
                roots.add(place);
                collect(root, place, files, folders);
            }
        }
        List<Entry> during = new ArrayList<>(before.files());
        during.addAll(files);
        List<Entry> after = new ArrayList<>(files);
        before.files().stream().filter(entry -> roots.stream().noneMatch(entry.path()::startsWith)).forEach(after::add);
        return new Plan(List.copyOf(folders), during, after);
    }

    private static void collect(Path root, Path place, List<Entry> files, Set<Path> folders) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.sorted().toList()) {
                Path path = root.equals(file) ? place : place.resolve(root.relativize(file).toString());
                if (Files.isDirectory(file)) folders.add(path);
                else files.add(new Entry(path, Sha256.of(file)));
            }
        }
    }
}
