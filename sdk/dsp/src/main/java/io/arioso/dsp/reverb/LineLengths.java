package io.arioso.dsp.reverb;

/** Lengths of delay lines: spread evenly in octaves, each a prime of its own, so that their echoes seldom meet. */
final class LineLengths {
    private LineLengths() {
    }

    /** {@code count} different primes from about {@code shortest} to about {@code longest} frames. */
    static int[] primes(int count, double shortest, double longest) {
        int[] lengths = new int[count];
        double step = StrictMath.log(longest / shortest) / (count - 1);
        int last = 1;
        for (int line = 0; line < count; line++) {
            int candidate = Math.max(last + 1, (int) Math.rint(shortest * StrictMath.exp(step * line)));
            while (!isPrime(candidate)) {
                candidate++;
            }
            lengths[line] = candidate;
            last = candidate;
        }
        return lengths;
    }

    private static boolean isPrime(int number) {
        for (int divisor = 2; divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return number > 1;
    }
}
