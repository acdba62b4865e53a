package io.arioso.bridge.install;

import io.arioso.bridge.bundle.BundleLayout;
import io.arioso.bridge.bundle.BundleMaker;
import io.arioso.bridge.bundle.Staging;
import io.arioso.bridge.install.InstallRecord.Entry;
import io.arioso.bridge.install.InstallRecord.Installed;
import io.arioso.host.daw.BundleOrder;
import io.arioso.host.daw.BundleRemoval;
import io.arioso.host.daw.DawBundle;
import io.arioso.host.daw.DawFormat;
import io.arioso.host.daw.DawWorld;
import io.arioso.host.plugin.PluginException;
import io.arioso.host.plugin.Sha256;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Bundles in the folders of a user's DAWs, with a record of every file. [main-thread]
 *
 * <p>The order of an installation is what makes it safe to kill: write the bundle where nobody looks, record what it
 * will be beside what was, move it to its place, record what is. Removing begins with the record and ends with it.
 */
final class Installation {
    private static final Installed NOTHING = new Installed("", "", List.of(), List.of(), List.of());

    private final DawWorld world;

    Installation(DawWorld world) {
        this.world = world;
    }

    DawBundle install(BundleOrder order, Optional<Path> folder) throws IOException, PluginException {
        InstallRecord record = InstallRecord.read(world.records());
        record.begin();
        Set<String> known = Set.copyOf(record.bundles().keySet());
        boolean done = false;
        try (Staging staging = Staging.in(world.records())) {
            DawBundle bundle = install(order, folder, staging, record);
            done = true;
            return bundle;
        } finally {
            if (!done) rollBack(known);
        }
    }

    /** Takes a new bundle out again; an update that failed is left to the user: again, or uninstall. */
    private void rollBack(Set<String> known) throws IOException {
        InstallRecord left = InstallRecord.read(world.records());
        for (String name : List.copyOf(left.bundles().keySet())) if (!known.contains(name)) uninstall(name);
        tidy(InstallRecord.read(world.records()));
    }

    /** A record without a bundle goes, and with it what was made for it. */
    private void tidy(InstallRecord record) throws IOException {
        record.write();
        Folders.deleteEmpty(List.of(world.records(), world.records().getParent()));
    }

    private DawBundle install(BundleOrder order, Optional<Path> folder, Staging staging, InstallRecord record)
            throws IOException, PluginException {
        BundleMaker maker = BundleMaker.of(world, order, staging.folder());
        Installed before = record.bundles().getOrDefault(maker.name(), NOTHING);
        for (BundleLayout layout : placed(maker, folder))
            for (Path root : layout.roots()) refuseForeign(root, before);
        List<BundleLayout> staged = maker.write();
        Plan plan = Plan.of(staged, placed(maker, folder), before);
        record.put(new Installed(maker.name(), world.version(), maker.effects(), plan.folders(), plan.during()));
        record.write();
        for (BundleLayout layout : staged) staging.publish(layout, target(layout.format(), folder));
        Installed now = new Installed(maker.name(), world.version(), maker.effects(), plan.folders(), plan.after());
        record.put(now);
        record.write();
        return bundle(now);
    }

    /** Where each format's files will lie. */
    private List<BundleLayout> placed(BundleMaker maker, Optional<Path> folder) {
        return maker.layouts(world.home()).stream()
            .map(layout -> new BundleLayout(layout.format(), target(layout.format(), folder), layout.name())).toList();
    }

    private Path target(DawFormat format, Optional<Path> folder) {
        return folder.map(Path::toAbsolutePath).map(Path::normalize)
            .orElseGet(() -> world.folder(format).toAbsolutePath().normalize());
    }

    /** What is at a place must be as a former installation wrote it. */
    private static void refuseForeign(Path place, Installed before) throws IOException {
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) return;
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.toList()) {
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) || isAsWritten(file, before.files())) continue;
                throw new FileAlreadyExistsException(file.toString(), null,
                    "is not from an installation or was changed since; move it away, then install again");
            }
        }
    }

    private static boolean isAsWritten(Path file, List<Entry> entries) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) return false;
        List<Entry> ofFile = entries.stream().filter(entry -> entry.path().equals(file)).toList();
        if (ofFile.isEmpty()) return false;
        String hash = Sha256.of(file);
        return ofFile.stream().anyMatch(entry -> entry.sha256().equals(hash));
    }

    List<DawBundle> installed() throws IOException {
        List<DawBundle> bundles = new ArrayList<>();
        for (Installed bundle : InstallRecord.read(world.records()).bundles().values()) bundles.add(bundle(bundle));
        return bundles;
    }

    /** Files of a bundle that are not there or not as they were written. */
    List<Path> damaged(String name) throws IOException {
        List<Entry> files = InstallRecord.read(world.records()).bundles().getOrDefault(name, NOTHING).files();
        List<Path> damaged = new ArrayList<>();
        for (Path file : files.stream().map(Entry::path).distinct().toList())
            if (!isAsWritten(file, files)) damaged.add(file);
        return damaged;
    }

    private static DawBundle bundle(Installed bundle) throws IOException {
        List<Path> files = bundle.files().stream().map(Entry::path).distinct()
            .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
        long bytes = 0;
        for (Path file : files) bytes += Files.size(file);
        return new DawBundle(bundle.name(), bundle.version(), bundle.effects(), files, bytes);
    }

    BundleRemoval uninstall(String name) throws IOException {
        InstallRecord record = InstallRecord.read(world.records());
        Staging.sweep(world.records());
        Installed bundle = record.bundles().getOrDefault(name, NOTHING);
        Set<Path> removed = new LinkedHashSet<>();
        Set<Path> changed = new LinkedHashSet<>();
        for (Entry entry : bundle.files()) {
            Path file = entry.path();
            if (removed.contains(file) || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) continue;
            if (isAsWritten(file, bundle.files())) {
                Files.delete(file);
                removed.add(file);
            } else {
                changed.add(file);
            }
        }
        for (Path folder : bundle.folders()) Staging.sweep(folder.getParent());
        Folders.deleteEmpty(bundle.folders());
        record.remove(name);
        tidy(record);
        return new BundleRemoval(List.copyOf(removed), List.copyOf(changed));
    }
}
