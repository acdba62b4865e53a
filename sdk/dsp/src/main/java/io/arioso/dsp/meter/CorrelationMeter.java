package io.arioso.dsp.meter;

/**
 * Correlation of left and right: 1 is mono, 0 unrelated, -1 mono with one side inverted (gone when summed).
 *
 * <p>{@code r = sum(lr) / sqrt(sum(ll) sum(rr))}, with the sums over the whole programme, or fading with a time
 * constant of 300 ms for a needle. The needle moves once a millisecond. 0 when a side is silent. Samples that are not
 * finite count as silence. Split invariant bit for bit, no allocation, one thread.
 */
public final class CorrelationMeter {
    private static final double TIME_CONSTANT_SECONDS = 0.3;
    private static final double STEPS_PER_SECOND = 1_000;
    private static final double DENORMAL = 1e-30;

    private final int stepFrames;
    private final double fade;
    private int framesToStep;
    // Sums of the running step, the needle's window and the programme.
    private final Sums step = new Sums();
    private final Sums needle = new Sums();
    private final Sums programme = new Sums();

    /** A meter for one pair of channels at {@code sampleRate} (1 kHz to 1 MHz). */
    public CorrelationMeter(double sampleRate) {
        if (!(sampleRate >= 1_000 && sampleRate <= 1_000_000)) {
            throw new IllegalArgumentException("sample rate: " + sampleRate + " Hz is outside 1000..1000000 Hz");
        }
        this.stepFrames = (int) StrictMath.rint(sampleRate / STEPS_PER_SECOND);
        this.fade = StrictMath.exp(-stepFrames / (TIME_CONSTANT_SECONDS * sampleRate));
        this.framesToStep = stepFrames;
    }

    /** Forgets everything. */
    public void reset() {
        step.scale(0);
        needle.scale(0);
        programme.scale(0);
        framesToStep = stepFrames;
    }

    /** Feeds a block. [audio-thread] */
    public void process(float[] left, float[] right, int at, int frames) {
        for (int done = 0; done < frames; ) {
            int n = Math.min(framesToStep, frames - done);
            step.addProducts(left, right, at + done, n);
            done += n;
            framesToStep -= n;
            if (framesToStep == 0) {
                needle.scale(fade);
                needle.add(step);
                programme.add(step);
                step.scale(0);
                framesToStep = stepFrames;
            }
        }
    }

    /** Correlation now, -1..1. */
    public double correlation() {
        return correlation(needle.product, needle.left, needle.right);
    }

    /**
     * Share of the power that is left when left and right are summed to mono, now, 0..1: 1 for mono, 0.5 for unrelated
     * channels, 0 for one channel inverted; 1 in silence.
     */
    public double monoShare() {
        double power = needle.left + needle.right;
        return power > 0 ? Math.max(0, Math.min(1, 0.5 + needle.product / power)) : 1;
    }

    /** Correlation of everything fed so far, -1..1. */
    public double programmeCorrelation() {
        return correlation(programme.product + step.product, programme.left + step.left,
                programme.right + step.right);
    }

    private static double correlation(double product, double left, double right) {
        double scale = Math.sqrt(left) * Math.sqrt(right);
        return scale > 0 ? Math.max(-1, Math.min(1, product / scale)) : 0;
    }

    private static final class Sums {
        private double product;
        private double left;
        private double right;

        void addProducts(float[] leftIn, float[] rightIn, int at, int frames) {
            double lr = product;
            double ll = left;
            double rr = right;
            for (int i = at; i < at + frames; i++) {
                float l = leftIn[i];
                float r = rightIn[i];
                // One test finds NaN and infinity on either side.
                if ((l - l) + (r - r) != 0) {
                    l = Math.abs(l) <= Float.MAX_VALUE ? l : 0;
                    r = Math.abs(r) <= Float.MAX_VALUE ? r : 0;
                }
                lr += (double) l * r;
                ll += (double) l * l;
                rr += (double) r * r;
            }
            product = lr;
            left = ll;
            right = rr;
        }

        void add(Sums other) {
            product += other.product;
            left += other.left;
            right += other.right;
        }

        void scale(double factor) {
            left *= factor;
            right *= factor;
            product *= factor;
            if (left + right < DENORMAL) {
                left = 0;
                right = 0;
                product = 0;
            }
        }
    }
}
