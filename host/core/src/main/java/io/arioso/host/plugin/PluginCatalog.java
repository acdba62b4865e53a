package io.arioso.host.plugin;

import io.arioso.host.plugin.ScanResult.Available;
import io.arioso.host.plugin.ScanResult.Broken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The plug-ins of some folders: those that can be used, and those that cannot with the reason. Immutable. [any-thread]
 *
 * <p>Made without running a line of any plug-in. One bad jar never stops a scan.
 */
public final class PluginCatalog {
    private static final Comparator<PluginDescriptor> ORDER =
        Comparator.comparing((PluginDescriptor plugin) -> plugin.id().toLowerCase(Locale.ROOT))
            .thenComparing(PluginDescriptor::id)
            .thenComparing(plugin -> SemanticVersion.parse(plugin.version()), Comparator.reverseOrder())
            .thenComparing(PluginDescriptor::version)
            .thenComparing(PluginDescriptor::jar)
            .thenComparing(PluginDescriptor::className);

    private final List<PluginDescriptor> plugins;
    private final List<Broken> broken;

    private PluginCatalog(List<PluginDescriptor> plugins, List<Broken> broken) {
        this.plugins = plugins;
        this.broken = broken;
    }

    /**
     * Scans folders and jars, remembering unchanged jars in the user's scan cache. Never throws for what it finds.
     *
     * @param places folders, searched for {@code *.jar} four levels deep, and jars; a folder that is missing is empty
     */
    public static PluginCatalog scan(List<Path> places) {
        return scan(places, new ScanCache(PluginFolders.cache()));
    }

    /** As {@link #scan(List)}, with the scan cache in the given folder. */
    public static PluginCatalog scan(List<Path> places, Path cacheFolder) {
        return scan(places, new ScanCache(cacheFolder));
    }

    private static PluginCatalog scan(List<Path> places, ScanCache cache) {
        JarFinder finder = JarFinder.find(places);
        List<ScanResult> results = new ArrayList<>(finder.unreadable());
        for (Path jar : finder.jars()) results.addAll(cache.scan(jar));
        cache.save();
        return of(results);
    }

    /** A catalog of what was already scanned. */
    public static PluginCatalog of(List<ScanResult> results) {
        List<PluginDescriptor> plugins = new ArrayList<>();
        List<Broken> broken = new ArrayList<>();
        for (ScanResult result : results) {
            if (result instanceof Available available) plugins.add(available.plugin());
            else if (result instanceof Broken refused) broken.add(refused);
        }
        plugins.sort(ORDER);
        broken.sort(Comparator.comparing(Broken::jar).thenComparing(Broken::reason));
        return new PluginCatalog(List.copyOf(plugins), List.copyOf(broken));
    }

    /** All usable plug-ins, each copy: by id, of one id the highest version first, of one version by path. */
    public List<PluginDescriptor> list() {
        return plugins;
    }

    /** All that was refused, by path. */
    public List<Broken> broken() {
        return broken;
    }

    /**
     * The plug-in that a user means.
     *
     * @param name an id or its last segment, upper or lower case, optionally with a version: {@code eq},
     *     {@code io.arioso.eq}, {@code eq@1.0.0}; without a version the highest is taken, then the first by path
     * @throws PluginException naming the closest if nothing fits, or all ids if the name fits several
     */
    public PluginDescriptor find(String name) throws PluginException {
        return new PluginSearch(plugins, name).result();
    }
}
