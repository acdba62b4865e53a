package io.arioso.testkit;

import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.BusLayout;
import io.arioso.testkit.signal.Signals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Rules on the life of instances and on what they leave behind. */
final class LifecycleRules {
    private static final long SEED = 20_260_108;

    private LifecycleRules() {
    }

    static List<ContractRule> rules() {
        return List.of(
            new ContractRule("V7", "100 instances can live at once, made by 8 threads", LifecycleRules::manyInstances),
            new ContractRule("V10", "every layout works or is refused, and mono or stereo works",
                LifecycleRules::layouts),
            new ContractRule("V50", "it can be prepared and closed 100 times", LifecycleRules::preparedOften),
            new ContractRule("V69", "it leaves no thread behind", LifecycleRules::noThreads),
            new ContractRule("V71", "it leaves the virtual machine's global settings alone",
                LifecycleRules::noGlobals));
    }

    private static void manyInstances(PluginUnderTest plugin) throws InterruptedException, ExecutionException {
        ExecutorService makers = Executors.newFixedThreadPool(8);
        List<AudioPlugin> living = Collections.synchronizedList(new ArrayList<>());
        try {
            List<Future<?>> made = new ArrayList<>();
            for (int i = 0; i < 100; i++) made.add(makers.submit(() -> living.add(plugin.newPlugin())));
            for (Future<?> instance : made) instance.get();
            Set<Object> parameterSets = Collections.newSetFromMap(new IdentityHashMap<>());
            for (AudioPlugin instance : living)
                Require.that(parameterSets.add(instance.parameters()), "two instances share their parameters");
        } finally {
            makers.shutdown();
            makers.awaitTermination(1, TimeUnit.MINUTES);
            living.forEach(AudioPlugin::close);
        }
    }

    private static void layouts(PluginUnderTest plugin) {
        for (int channels = 1; channels <= 8; channels++)
            for (int side = 0; side <= 2; side++) layout(plugin, new BusLayout(channels, side));
        layout(plugin, BusLayout.of(BusLayout.MAX_CHANNELS));
    }

    private static void layout(PluginUnderTest plugin, BusLayout layout) {
        float[][] input = Signals.whiteChannels(layout.channels(), 1024, SEED, 0.5);
        float[][] side = Signals.whiteChannels(layout.sidechainChannels(), 1024, SEED + 1, 0.5);
        boolean supported;
        try (AudioPlugin instance = plugin.newPlugin()) {
            supported = instance.supports(layout);
        }
        if (supported)
            Require.finite("output in " + layout, plugin.harness().layout(layout).sidechain(side).render(input));
    }

    private static void preparedOften(PluginUnderTest plugin) {
        float[][] input = Signals.whiteChannels(plugin.layout().channels(), 256, SEED, 0.5);
        float[][] expected = plugin.harness().render(input);
        try (AudioPlugin instance = plugin.newPlugin()) {
            for (int time = 0; time < 100; time++) {
                RunningPlugin running = PluginHarness.of(() -> instance).layout(plugin.layout()).open();
                float[][] output = running.render(input);
                running.runner().close();
                Require.clean(running);
                Require.sameBits("output after " + time + " earlier preparations", expected, output);
            }
        }
    }

    private static void noThreads(PluginUnderTest plugin) throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        useOnce(plugin);
        Set<Thread> left = new HashSet<>();
        for (int attempt = 0; attempt < 20; attempt++) {
            left = new HashSet<>(Thread.getAllStackTraces().keySet());
            left.removeAll(before);
            left.removeIf(thread -> !thread.isAlive() || thread.getThreadGroup() == null
                || thread.getThreadGroup().getName().equals("system")
                || thread.getThreadGroup().getName().equals("InnocuousThreadGroup"));
            if (left.isEmpty()) return;
            Thread.sleep(50);
        }
        Require.that(left.isEmpty(), "threads left after close: " + left + " instead of none");
    }

    private static void useOnce(PluginUnderTest plugin) {
        plugin.harness().render(Signals.whiteChannels(plugin.layout().channels(), 4800, SEED, 0.5));
    }

    private static void noGlobals(PluginUnderTest plugin) {
        List<Object> before = globals();
        useOnce(plugin);
        List<Object> after = globals();
        for (int i = 0; i < before.size(); i++)
            Require.that(before.get(i) == null ? after.get(i) == null : before.get(i).equals(after.get(i)),
                "global setting: " + before.get(i) + " was changed to " + after.get(i));
    }

    private static List<Object> globals() {
        List<Object> globals = new ArrayList<>();
        globals.add(Locale.getDefault());
        globals.add(TimeZone.getDefault());
        globals.add(System.out);
        globals.add(System.err);
        globals.add(System.in);
        globals.add(Thread.getDefaultUncaughtExceptionHandler());
        globals.add(Thread.currentThread().getName());
        globals.add(Thread.currentThread().getPriority());
        globals.add(Thread.currentThread().getContextClassLoader());
        globals.add(((Properties) System.getProperties().clone()));
        globals.add(List.of(java.security.Security.getProviders()));
        return globals;
    }
}
