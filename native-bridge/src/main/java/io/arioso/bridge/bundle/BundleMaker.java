package io.arioso.bridge.bundle;

import io.arioso.host.daw.BundleOrder;
import io.arioso.host.daw.DawFormat;
import io.arioso.host.daw.DawWorld;
import io.arioso.host.plugin.PluginException;
import io.arioso.host.plugin.PluginLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes what an order asks for. [main-thread] */
public final class BundleMaker {
    private final DawWorld world;
    private final BundleOrder order;
    private final BundleParts parts;
    private final BundleContent content;
    private final String name;
    private final PluginLibrary library;
    private final Path work;

    private BundleMaker(DawWorld world, BundleOrder order, BundleParts parts, BundleContent content, String name,
            PluginLibrary library, Path work) {
        this.world = world;
        this.order = order;
        this.parts = parts;
        this.content = content;
        this.name = name;
        this.library = library;
        this.work = work;
    }

    /**
     * Looks into the order's jars; writes nothing but into the folder to work in.
     *
     * @param work a staging folder
     * @throws PluginException with the reason if a jar cannot be bundled
     * @throws IllegalArgumentException if there is no name for the bundle
     */
    public static BundleMaker of(DawWorld world, BundleOrder order, Path work) throws IOException, PluginException {
        BundleParts parts = BundleParts.of(world.program());
        PluginLibrary library = new PluginLibrary(work.resolve("copies"));
        BundleContent content = BundleContent.of(order.jars(), order.presetFolders(), library);
        String name = order.name().isEmpty() ? BundleName.of(content.effects()) : BundleName.checked(order.name());
        return new BundleMaker(world, order, parts, content, name, library, work);
    }

    /** The bundle's name. */
    public String name() {
        return name;
    }

    /** Names of its effects. */
    public List<String> effects() {
        return content.effects().stream().map(effect -> effect.descriptor().name()).toList();
    }

    /** Where the bundle lies in each format if its files are in a folder. */
    public List<BundleLayout> layouts(Path folder) {
        return Arrays.stream(DawFormat.values()).filter(order.formats()::contains)
            .map(format -> new BundleLayout(format, folder, name)).toList();
    }

    /** Writes the bundle into the folder to work in. */
    public List<BundleLayout> write() throws IOException {
        Optional<Path> runtime = Optional.empty();
        if (order.withRuntime()) {
            runtime = Optional.of(work.resolve("runtime"));
            JlinkedRuntime.write(Path.of(System.getProperty("java.home")), runtime.get());
        }
        String vendor = order.vendor().isEmpty() ? content.effects().get(0).descriptor().vendor() : order.vendor();
        return new BundleWriter(parts, content, library, runtime)
            .write(work.resolve("bundle"), name, vendor, world.version(), order.formats());
    }
}
