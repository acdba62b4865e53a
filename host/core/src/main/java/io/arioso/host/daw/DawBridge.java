package io.arioso.host.daw;

import io.arioso.host.plugin.PluginException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Brings effects into native DAWs. The host knows only this; the native bridge, if it is installed, does it.
 * [main-thread]
 */
public interface DawBridge {
    /** Name of the bundle with the program's own effects. */
    String OWN_BUNDLE = "Arioso";

    /** The bridge of this program, if it has one. */
    static Optional<DawBridge> find() {
        return ServiceLoader.load(DawBridge.class).findFirst();
    }

    /**
     * Writes a bundle into a folder: all of it or nothing.
     *
     * @throws FileAlreadyExistsException if there is one of that name and the order does not say to replace it
     * @throws PluginException with the reason if a jar cannot be bundled
     * @throws IllegalArgumentException if the order's name cannot be a file's name
     */
    DawBundle write(DawWorld world, BundleOrder order, Path folder) throws IOException, PluginException;

    /**
     * Writes a bundle where DAWs look for it and keeps a record of every file; one of that name that it installed before
     * is replaced.
     *
     * @param folder one folder for all formats instead of the user's own
     * @throws FileAlreadyExistsException naming a file in the way that is not from an installation
     */
    DawBundle install(DawWorld world, BundleOrder order, Optional<Path> folder) throws IOException, PluginException;

    /** The bundles that were installed, in the order of their names. */
    List<DawBundle> installed(DawWorld world) throws IOException;

    /** Removes what the installation of a bundle has written, and nothing else. */
    BundleRemoval uninstall(DawWorld world, String name) throws IOException;

    /** Looks whether a DAW will find and start the effects. */
    List<DawFinding> examine(DawWorld world) throws IOException;
}
