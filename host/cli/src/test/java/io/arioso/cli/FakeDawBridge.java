package io.arioso.cli;

import io.arioso.host.daw.BundleOrder;
import io.arioso.host.daw.BundleRemoval;
import io.arioso.host.daw.DawBridge;
import io.arioso.host.daw.DawBundle;
import io.arioso.host.daw.DawFinding;
import io.arioso.host.daw.DawWorld;
import io.arioso.host.plugin.PluginException;
import io.arioso.host.plugin.PluginScanner;
import io.arioso.host.plugin.ScanResult.Broken;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A bridge that writes one empty file a bundle and remembers what it was asked for. */
public final class FakeDawBridge implements DawBridge {
    /** The last order. */
    static BundleOrder asked;
    private static final List<DawBundle> INSTALLED = new ArrayList<>();

    @Override
    public DawBundle write(DawWorld world, BundleOrder order, Path folder) throws IOException, PluginException {
        asked = order;
        if (order.name().contains("/")) throw new IllegalArgumentException("bundle name \"" + order.name() + "\"");
        for (Path jar : order.jars())
            if (PluginScanner.scan(jar).get(0) instanceof Broken broken)
                throw new PluginException(jar + ": " + broken.reason(), jar.toString());
        Path file = folder.resolve(order.name() + ".clap");
        if (Files.exists(file) && !order.replace())
            throw new FileAlreadyExistsException(file.toString(), null, "it exists; --force replaces it");
        Files.createDirectories(folder);
        Files.write(file, new byte[0]);
        return new DawBundle(order.name(), world.version(), List.of("Gain"), List.of(file), 0);
    }

    @Override
    public DawBundle install(DawWorld world, BundleOrder order, Optional<Path> folder)
            throws IOException, PluginException {
        Path place = folder.orElse(world.home().resolve(".clap"));
        Files.deleteIfExists(place.resolve(order.name() + ".clap"));
        DawBundle bundle = write(world, order, place);
        INSTALLED.add(bundle);
        return bundle;
    }

    @Override
    public List<DawBundle> installed(DawWorld world) {
        return List.copyOf(INSTALLED);
    }

    @Override
    public BundleRemoval uninstall(DawWorld world, String name) {
        List<Path> files = INSTALLED.stream().filter(bundle -> bundle.name().equals(name))
            .flatMap(bundle -> bundle.files().stream()).toList();
        INSTALLED.clear();
        return new BundleRemoval(files, List.of());
    }

    @Override
    public List<DawFinding> examine(DawWorld world) {
        return List.of(DawFinding.well("shim", "there"), world.variables().containsKey("NO_JAVA")
            ? DawFinding.fault("Java", "none", "install one") : DawFinding.well("Java", "17"));
    }
}
