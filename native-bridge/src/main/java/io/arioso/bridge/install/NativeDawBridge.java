package io.arioso.bridge.install;

import io.arioso.host.daw.BundleOrder;
import io.arioso.host.daw.BundleRemoval;
import io.arioso.host.daw.DawBridge;
import io.arioso.host.daw.DawBundle;
import io.arioso.host.daw.DawFinding;
import io.arioso.host.daw.DawWorld;
import io.arioso.host.plugin.PluginException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The bridge as the host finds it. */
public final class NativeDawBridge implements DawBridge {
    @Override
    public DawBundle write(DawWorld world, BundleOrder order, Path folder) throws IOException, PluginException {
        return new BundleFolder(folder).write(world, order);
    }

    @Override
    public DawBundle install(DawWorld world, BundleOrder order, Optional<Path> folder)
            throws IOException, PluginException {
        return new Installation(world).install(order, folder);
    }

    @Override
    public List<DawBundle> installed(DawWorld world) throws IOException {
        return new Installation(world).installed();
    }

    @Override
    public BundleRemoval uninstall(DawWorld world, String name) throws IOException {
        return new Installation(world).uninstall(name);
    }

    @Override
    public List<DawFinding> examine(DawWorld world) throws IOException {
        return new Examination(world).findings();
    }
}
