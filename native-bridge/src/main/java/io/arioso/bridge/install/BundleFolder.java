package io.arioso.bridge.install;

import io.arioso.bridge.bundle.BundleLayout;
import io.arioso.bridge.bundle.BundleMaker;
import io.arioso.bridge.bundle.BundleTable;
import io.arioso.bridge.bundle.Staging;
import io.arioso.host.daw.BundleOrder;
import io.arioso.host.daw.DawBundle;
import io.arioso.host.daw.DawWorld;
import io.arioso.host.plugin.PluginException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder that somebody wants bundles in. [main-thread] */
final class BundleFolder {
    private final Path folder;

    BundleFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Writes a bundle: all of it or nothing. */
    DawBundle write(DawWorld world, BundleOrder order) throws IOException, PluginException {
        if (Files.exists(folder) && !Files.isDirectory(folder))
            throw new FileSystemException(folder.toString(), null, "is no folder");
        List<Path> made = Folders.missing(folder);
        boolean done = false;
        try (Staging staging = Staging.in(folder)) {
            BundleMaker maker = BundleMaker.of(world, order, staging.folder());
            for (BundleLayout layout : maker.layouts(folder)) refuseWhatIsInTheWay(layout, order.replace());
            for (BundleLayout layout : maker.write()) staging.publish(layout, folder);
            done = true;
            List<Path> files = files(maker.layouts(folder));
            return new DawBundle(maker.name(), world.version(), maker.effects(), files, bytes(files));
        } finally {
            if (!done) Folders.deleteEmpty(made);
        }
    }

    /** A bundle may be replaced if that is wished; what is none of ours may not. */
    private static void refuseWhatIsInTheWay(BundleLayout layout, boolean replace) throws IOException {
        boolean ours = Files.exists(layout.resources().resolve(BundleTable.FILE));
        for (Path root : layout.roots()) {
            if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS) || replace && ours) continue;
            throw new FileAlreadyExistsException(root.toString(), null,
                ours ? "it exists; --force replaces it" : "it exists and is no bundle of Arioso; move it away");
        }
    }

    private static List<Path> files(List<BundleLayout> layouts) throws IOException {
        List<Path> files = new ArrayList<>();
        for (BundleLayout layout : layouts) {
            for (Path root : layout.roots()) {
                try (Stream<Path> all = Files.walk(root)) {
                    files.addAll(all.filter(Files::isRegularFile).sorted().toList());
                }
            }
        }
        return files;
    }

    private static long bytes(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) bytes += Files.size(file);
        return bytes;
    }
}
