package io.arioso.benchmark;

import io.arioso.runtime.ProcessorRunner;
import io.arioso.runtime.RunnerSettings;
import io.arioso.runtime.TransportState;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.event.EventList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Heap of one prepared instance of an effect in MiB, runner included: 48 kHz, stereo, blocks of 512.
 *
 * <pre>InstanceMemory CLASS [name=value ...]</pre>
 */
public final class InstanceMemory {
    private static final int INSTANCES = 20;
    private static final int BLOCK = 512;

    private InstanceMemory() {
    }

    /** Prints what one instance takes; tables that all instances share are made before. */
    public static void main(String[] arguments) {
        List<Object> kept = new ArrayList<>();
        instance(arguments, kept);
        long before = used();
        for (int i = 0; i < INSTANCES; i++) instance(arguments, kept);
        double mebibytes = (double) (used() - before) / INSTANCES / (1 << 20);
        System.out.printf(Locale.ROOT, "%.3f %d%n", mebibytes, kept.size());
    }

    private static void instance(String[] arguments, List<Object> kept) {
        AudioPlugin plugin = Effects.make(arguments[0], Arrays.asList(arguments).subList(1, arguments.length));
        ProcessorRunner runner = new ProcessorRunner(plugin, RunnerSettings.of(48_000, BLOCK, BusLayout.STEREO));
        runner.process(new float[2][BLOCK], BLOCK, EventList.NONE, new TransportState());
        kept.add(plugin);
        kept.add(runner);
    }

    private static long used() {
        Runtime machine = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(least, machine.totalMemory() - machine.freeMemory());
        }
        return least;
    }
}
