package io.arioso.benchmark;

import io.arioso.runtime.AllocationProbe;
import io.arioso.sdk.AudioPlugin;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Thread CPU time of an effect, a chain or a meter, in nanoseconds per stereo frame: the twin of {@code lv2time}, with the
 * same material, options and output.
 *
 * <pre>
 * NanosPerFrame [-b BLOCK] [-n REPEATS] [-s SECONDS] [-g DECIBELS] [-m none|sounding|all] [-z]
 *               CLASS [name=value ...] [-- CLASS [name=value ...]] | loudness | programme
 * </pre>
 *
 * <p>Plays the first SECONDS of the programme, raised by DECIBELS, REPEATS times after five passes that let the compiler
 * finish. {@code -m} moves parameters every 64 frames; {@code -z} times as long a silence behind each pass instead of the
 * pass. Prints best, median, peak in dBFS of a pass, and the bytes that the median pass allocated. {@code eq8},
 * {@code eq16} and {@code limiter} stand for the effects as the benchmarks set them.
 */
public final class NanosPerFrame {
    private static final int WARM_UP_PASSES = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private int block = 256;
    private int repeats = 7;
    private double seconds = 20;
    private double gainDb;
    private Movement movement = Movement.NONE;
    private boolean silence;
    private final List<String> words = new ArrayList<>();

    NanosPerFrame(String[] arguments) {
        int at = 0;
        for (; at < arguments.length && arguments[at].matches("-[a-z]"); at++) {
            switch (arguments[at]) {
                case "-b" -> block = Integer.parseInt(arguments[++at]);
                case "-n" -> repeats = Integer.parseInt(arguments[++at]);
                case "-s" -> seconds = Double.parseDouble(arguments[++at]);
                case "-g" -> gainDb = Double.parseDouble(arguments[++at]);
                case "-m" -> movement = Movement.valueOf(arguments[++at].toUpperCase(Locale.ROOT));
                case "-z" -> silence = true;
                default -> throw new IllegalArgumentException("option: " + arguments[at] + " is not known");
            }
        }
        words.addAll(Arrays.asList(arguments).subList(at, arguments.length));
        if (words.isEmpty()) throw new IllegalArgumentException("what is to be measured? A class, loudness or programme");
    }

    /** Measures what the arguments say. */
    public static void main(String[] arguments) {
        System.out.println(new NanosPerFrame(arguments).measure());
    }

    String measure() {
        Subject subject = subject();
        Player music = new Player(Programme.first(seconds, gainDb), block);
        Player timed = silence ? new Player(new float[2][block], block) : music;
        int frames = music.wholeFrames();
        double peak = 0;
        for (int pass = 0; pass < WARM_UP_PASSES; pass++) {
            peak = peak(music, subject, frames);
            if (silence) timed.play(subject, frames);
        }
        AllocationProbe probe = AllocationProbe.ofVirtualMachine();
        // The first calls of clock and counter allocate themselves.
        for (int i = 0; i < 3; i++) if (THREADS.getCurrentThreadCpuTime() < 0 || probe.allocatedBytes() < 0) break;
        double[] nanos = new double[repeats];
        long[] bytes = new long[repeats];
        for (int pass = 0; pass < repeats; pass++) {
            if (silence) music.play(subject, frames);
            long bytesBefore = probe.allocatedBytes();
            long start = THREADS.getCurrentThreadCpuTime();
            timed.play(subject, frames);
            nanos[pass] = (double) (THREADS.getCurrentThreadCpuTime() - start) / frames;
            bytes[pass] = probe.allocatedBytes() - bytesBefore;
        }
        Arrays.sort(nanos);
        Arrays.sort(bytes);
        return String.format(Locale.ROOT, "%.2f %.2f %.2f %d %s", nanos[0], nanos[repeats / 2], 20 * Math.log10(peak),
            bytes[repeats / 2], String.join(" ", words));
    }

    private double peak(Player player, Subject subject, int frames) {
        float peak = 0;
        for (int done = 0; done < frames; done += block)
            for (float[] channel : player.play(subject, block))
                for (float sample : channel) peak = Math.max(peak, Math.abs(sample));
        return peak;
    }

    private Subject subject() {
        if (words.get(0).equals("loudness")) return Subjects.loudness();
        if (words.get(0).equals("programme")) return Subjects.programmeMeter();
        List<AudioPlugin> chain = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= words.size(); at++) {
            if (at < words.size() && !words.get(at).equals("--")) continue;
            chain.add(effect(words.subList(start, at)));
            start = at + 1;
        }
        if (chain.size() > 1) return Subjects.chain(chain, block);
        return movement == Movement.NONE ? Subjects.effect(chain.get(0), block)
            : Subjects.automated(chain.get(0), block, movement);
    }

    private static AudioPlugin effect(List<String> typed) {
        if (typed.isEmpty()) throw new IllegalArgumentException("chain: an effect is missing beside \"--\"");
        List<String> settings = typed.subList(1, typed.size());
        return switch (typed.get(0)) {
            case "eq8" -> Effects.equalizer(8);
            case "eq16" -> Effects.equalizer(16);
            case "limiter" -> Effects.limiter();
            default -> Effects.make(typed.get(0), settings);
        };
    }
}
