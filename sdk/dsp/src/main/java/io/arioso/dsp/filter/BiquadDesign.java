package io.arioso.dsp.filter;

/**
 * The plain bilinear design: {@code s = K (1 - 1/z) / (1 + 1/z)} with K chosen so that the section's own frequency
 * stays where it is (R. Bristow-Johnson's cookbook). Exact at low frequencies, squeezed near half the sample rate.
 */
public final class BiquadDesign {
    /** A section above this share of the sample rate is mapped as if it were there. */
    private static final double HIGHEST = 0.45;

    private BiquadDesign() {
    }

    /** Designs every section of a prototype and appends them. */
    public static void bilinear(AnalogPrototype prototype, double sampleRate, BiquadList into) {
        for (int i = 0; i < prototype.sections(); i++) {
            bilinear(prototype, i, sampleRate, into);
        }
    }

    static void bilinear(AnalogPrototype analog, int i, double sampleRate, BiquadList into) {
        double hz = Math.min(analog.frequencyHz() * analog.centre[i], HIGHEST * sampleRate);
        double half = hz / sampleRate;
        double k = hz / analog.frequencyHz() * HalfTurn.cosine(half) / HalfTurn.sine(half);
        switch (analog.order[i]) {
            case 0 -> into.add(analog.b0[i] / analog.a0[i], 0, 0, 0, 0);
            case 1 -> {
                double scale = 1 / (analog.a0[i] + analog.a1[i] * k);
                into.add((analog.b0[i] + analog.b1[i] * k) * scale, (analog.b0[i] - analog.b1[i] * k) * scale, 0,
                        (analog.a0[i] - analog.a1[i] * k) * scale, 0);
            }
            default -> {
                double b2 = analog.b2[i] * k * k;
                double b1 = analog.b1[i] * k;
                double a2 = analog.a2[i] * k * k;
                double a1 = analog.a1[i] * k;
                double scale = 1 / (analog.a0[i] + a1 + a2);
                into.add((analog.b0[i] + b1 + b2) * scale, 2 * (analog.b0[i] - b2) * scale,
                        (analog.b0[i] - b1 + b2) * scale,
                        2 * (analog.a0[i] - a2) * scale, (analog.a0[i] - a1 + a2) * scale);
            }
        }
    }
}
