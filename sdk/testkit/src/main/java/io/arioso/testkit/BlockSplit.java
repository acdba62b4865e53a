package io.arioso.testkit;

import java.util.Random;
import java.util.function.IntSupplier;

/**
 * How a programme is cut into blocks. Immutable; the same split gives the same sizes each time.
 *
 * @param name what reports call it
 * @param longest the longest block in frames, 1 or more
 * @param source makes a new, endless sequence of sizes, each 0 to {@code longest}
 */
public record BlockSplit(String name, int longest, Source source) {

    /** Makes a sequence of block sizes from its start. */
    @FunctionalInterface
    public interface Source {
        /** A new sequence; each call of the result gives the next size. */
        IntSupplier begin();
    }

    /** The given sizes in turn, again and again; a single one for blocks of equal length. */
    public static BlockSplit of(int... sizes) {
        int longest = 0;
        for (int size : sizes) longest = Math.max(longest, size);
        if (longest < 1) throw new IllegalArgumentException("block split: the longest of its blocks is below 1 frame");
        int[] cycle = sizes.clone();
        return new BlockSplit("blocks of " + join(cycle), longest, () -> new Cycle(cycle));
    }

    /** Sizes from 1 to {@code longest}, drawn with a seed. */
    public static BlockSplit random(long seed, int longest) {
        return new BlockSplit("random blocks up to " + longest + " (seed " + seed + ")", longest, () -> {
            Random random = new Random(seed);
            return () -> 1 + random.nextInt(longest);
        });
    }

    private static String join(int[] sizes) {
        StringBuilder text = new StringBuilder();
        for (int size : sizes) text.append(text.isEmpty() ? "" : ", ").append(size);
        return text.toString();
    }

    private static final class Cycle implements IntSupplier {
        private final int[] sizes;
        private int next;

        Cycle(int[] sizes) {
            this.sizes = sizes;
        }

        @Override
        public int getAsInt() {
            int size = sizes[next];
            next = (next + 1) % sizes.length;
            return size;
        }
    }
}
