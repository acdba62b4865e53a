package io.arioso.host.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.arioso.host.plugin.ScanResult.Available;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reliability catalogue P7: 1000 of 1000 loaders are collected. */
class PluginUnloadTest {
    private static final int LOADS = 1_000;
    private static final int GC_ATTEMPTS = 20;

    @TempDir
    Path folder;

    @Test
    void aThousandLoadsLeaveNoLoaderAndNoOpenFile() throws Exception {
        PluginDescriptor plugin = plugin(PluginSources.gain("com.example.Gain", "com.example.gain", "1.0.0", 0.5));
        PluginLibrary library = new PluginLibrary(folder.resolve("copies"));
        long filesBefore = OpenFiles.below(folder);
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        List<PluginInstance> closed = new ArrayList<>();
        for (int i = 0; i < LOADS; i++) {
            PluginInstance instance = library.open(plugin);
            try (instance) {
                assertEquals(0.5f, Sound.of(instance));
                loaders.add(new WeakReference<>(instance.plugin().getClass().getClassLoader()));
            }
            closed.add(instance);
        }
        assertEquals(filesBefore, OpenFiles.below(folder), "open files");
        assertEquals(0, alive(loaders), "loaders alive of " + LOADS);
        assertEquals(LOADS, closed.size(), "closed instances that are still held do not hold their code");
    }

    @Test
    void failuresThatAreKeptKeepNoLoader() throws Exception {
        PluginDescriptor plugin = plugin(PluginSources.effect("com.example.Bad", "com.example.bad", "1.0.0", """
            static class Own extends RuntimeException { Own(ClassLoader l) { super(l.toString()); } }
            public Bad() {
                Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
                throw new Own(getClass().getClassLoader());
            }
            """, ""));
        PluginLibrary library = new PluginLibrary(folder.resolve("copies"));
        List<PluginException> log = new ArrayList<>();
        long filesBefore = OpenFiles.below(folder);
        for (int i = 0; i < 50; i++) log.add(assertThrows(PluginException.class, () -> library.open(plugin)));
        assertEquals(filesBefore, OpenFiles.below(folder), "open files");
        assertEquals(0, aliveLoaders(log), "loaders alive after 50 failures");
    }

    // A failed construction gives nobody a reference to its loader: so look through the whole heap.
    private static long aliveLoaders(List<PluginException> log) throws Exception {
        assertEquals(50, log.size());
        for (int attempt = 0; attempt < GC_ATTEMPTS && instances() > 0; attempt++) collect();
        return instances();
    }

    // A line of the histogram: number, instances, bytes, class.
    private static long instances() throws Exception {
        ObjectName commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
            .invoke(commands, "gcClassHistogram", new Object[] {null}, new String[] {String[].class.getName()});
        return histogram.lines().map(line -> line.trim().split("\\s+"))
            .filter(fields -> fields.length > 3 && fields[3].equals(PluginClassLoader.class.getName()))
            .mapToLong(fields -> Long.parseLong(fields[1])).sum();
    }

    private static long alive(List<WeakReference<ClassLoader>> loaders) throws InterruptedException {
        for (int attempt = 0; attempt < GC_ATTEMPTS && count(loaders) > 0; attempt++) collect();
        return count(loaders);
    }

    private static long count(List<WeakReference<ClassLoader>> loaders) {
        return loaders.stream().filter(loader -> loader.get() != null).count();
    }

    private static void collect() throws InterruptedException {
        System.gc();
        Thread.sleep(20);
    }

    private PluginDescriptor plugin(String source) {
        Path jar = new PluginJarBuilder().source(source).build(folder.resolve("test.jar"));
        return ((Available) PluginScanner.scan(jar).get(0)).plugin();
    }
}
