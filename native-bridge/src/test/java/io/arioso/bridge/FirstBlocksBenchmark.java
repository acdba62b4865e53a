package io.arioso.bridge;

import io.arioso.host.plugin.PluginLibrary;
import io.arioso.sdk.BusLayout;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * What the first two seconds of an instance cost a DAW: blocks of 64 frames at 48 kHz, paced as a device paces them.
 *
 * <p>{@code java ... FirstBlocksBenchmark EFFECT.jar warm|cold INSTANCES} in a new virtual machine. Prints for the
 * first and the last instance how long opening and activating took, the first and the slowest block, and how many took more
 * than half of the deadline, by the clock and by the thread's own processor time (a busy machine shows in the first
 * only); then the heap of each further instance.
 */
final class FirstBlocksBenchmark {
    private static final int FRAMES = 64;
    private static final double RATE = 48_000;
    private static final long DEADLINE_NANOS = (long) (FRAMES / RATE * 1e9);
    private static final int BLOCKS = (int) (2 * RATE / FRAMES);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private FirstBlocksBenchmark() {
    }

    /** Runs it. */
    public static void main(String[] arguments) throws Exception {
        Path jar = Path.of(arguments[0]);
        boolean cold = arguments[1].equals("cold");
        int count = Integer.parseInt(arguments[2]);
        Path folder = Files.createTempDirectory("first-blocks");
        BundledEffects effects = Opened.effects(jar, folder, WarmUp.LONGEST_NANOS);
        new PluginLibrary(folder.resolve("copies")).open(Opened.descriptor(jar)).close(); // the copy is there already
        List<BridgedPlugin> open = new ArrayList<>();
        double[] readyMs = new double[count];
        double[] readyCpuMs = new double[count];
        long heap = 0;
        for (int i = 0; i < count; i++) {
            if (i == 1) heap = usedHeap();
            long cpuBefore = THREADS.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            BridgedPlugin plugin = effects.open(Opened.descriptor(jar).id(), EventValues.PLAIN_BY_KEY);
            long opened = System.nanoTime();
            AudioBlock block = AudioBlock.allocate(2, 0, FRAMES);
            plugin.activate(block, RATE, BusLayout.STEREO, cold);
            long active = System.nanoTime();
            readyMs[i] = (active - start) / 1e6;
            readyCpuMs[i] = (THREADS.getCurrentThreadCpuTime() - cpuBefore) / 1e6;
            open.add(plugin);
            if (i == 0 || i == count - 1) {
                System.out.printf(Locale.ROOT, "%s %s instance %d: open %.1f ms, activate %.1f ms; %s%n",
                    jar.getFileName(), arguments[1], i + 1, (opened - start) / 1e6, (active - opened) / 1e6,
                    play(plugin, block));
            }
        }
        if (count > 1) {
            System.out.printf(Locale.ROOT, "each further instance: wall %s; processor time %s; heap %.2f MB%n",
                spread(readyMs), spread(readyCpuMs), (usedHeap() - heap) / 1e6 / (count - 1));
        }
        for (BridgedPlugin plugin : open) plugin.close();
    }

    private static String spread(double[] readyMs) {
        double[] further = Arrays.stream(readyMs).skip(1).sorted().toArray();
        return String.format(Locale.ROOT, "median %.1f ms, slowest %.1f ms", further[further.length / 2],
            further[further.length - 1]);
    }

    private static String play(BridgedPlugin plugin, AudioBlock block) {
        SplittableRandom random = new SplittableRandom(2);
        float[] plane = new float[FRAMES];
        long[] nanos = new long[BLOCKS];
        long[] cpuNanos = new long[BLOCKS];
        long due = System.nanoTime();
        for (int i = 0; i < BLOCKS; i++) {
            for (int frame = 0; frame < FRAMES; frame++) plane[frame] = (float) random.nextDouble(-0.3, 0.3);
            block.begin(FRAMES, 0);
            block.write(0, plane, FRAMES);
            block.write(1, plane, FRAMES);
            while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
            long cpuBefore = THREADS.getCurrentThreadCpuTime();
            long before = System.nanoTime();
            plugin.process(block);
            nanos[i] = System.nanoTime() - before;
            cpuNanos[i] = THREADS.getCurrentThreadCpuTime() - cpuBefore;
            due += DEADLINE_NANOS;
        }
        return "wall " + summary(nanos) + "; processor time " + summary(cpuNanos);
    }

    private static String summary(long[] nanos) {
        long worst = 0;
        int late = 0;
        for (long each : nanos) {
            worst = Math.max(worst, each);
            if (each > DEADLINE_NANOS / 2) late++;
        }
        return String.format(Locale.ROOT, "first %.2f ms, worst %.2f ms, %d of %d above half the deadline",
            nanos[0] / 1e6, worst / 1e6, late, BLOCKS);
    }

    private static long usedHeap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
