package io.arioso.testkit;

import io.arioso.testkit.analysis.Residual;
import java.util.Locale;

/** Claims that fail with thing, value and bound. */
final class Require {
    private Require() {
    }

    /** Fails with the message unless the claim holds. */
    static void that(boolean holds, String message) {
        if (!holds) throw new AssertionError(message);
    }

    /** Fails if the value is above the bound, or NaN. */
    static void atMost(String thing, double value, double bound, String unit) {
        if (!(value <= bound))
            throw new AssertionError(String.format(Locale.ROOT, "%s: %.6g %s is above %.6g %s", thing, value, unit,
                bound, unit));
    }

    /** Fails at the first sample whose bits differ. */
    static void sameBits(String thing, float[][] expected, float[][] actual) {
        Residual residual = Residual.between(expected, actual);
        if (!residual.sameBits()) throw new AssertionError(thing + ": " + residual.describe());
    }

    /** Fails at the first sample that is not finite. */
    static void finite(String thing, float[][] audio) {
        for (int channel = 0; channel < audio.length; channel++)
            for (int frame = 0; frame < audio[channel].length; frame++)
                if (!Float.isFinite(audio[channel][frame]))
                    throw new AssertionError(thing + ": sample " + audio[channel][frame] + " at frame " + frame
                        + ", channel " + channel + " is not finite");
    }

    /** Fails if the run has committed a fault. */
    static void clean(RunningPlugin running) {
        if (!running.faults().isEmpty())
            throw new AssertionError(running.faults().get(0).describe("the processor", running.rate())
                + "; allowed are 0 blocks");
    }
}
