package io.arioso.dsp.shape;

/**
 * A {@link SoftClip} of one channel that folds back far less, without oversampling, one frame late.
 *
 * <p>First-order anti-derivative anti-aliasing (Parker, Zavalishin, Le Bivic, "Reducing the aliasing of nonlinear
 * waveshaping using continuous-time convolution", DAFx-16), of what the curve takes off only: the loss is averaged over
 * the straight lines to both neighbours, and added to the sample in the middle. So what stays under the knee is neither
 * dulled nor shifted: it comes out bit for bit (drive 1), one frame later. A lone sample far above its neighbours may
 * exceed the ceiling; where that matters, a limiter follows or {@link SoftClip} runs oversampled.
 *
 * <p>Per sample in double, so no split into blocks changes a bit. One instance serves one channel and one thread.
 */
public final class AntialiasedSoftClip {
    /** Frames by which the output is late. */
    public static final int LATENCY_FRAMES = 1;

    /** Below this step a quotient of differences is less exact than the curve at the middle. */
    private static final double SMALL_STEP = 1e-5;

    private final SoftClip curve;
    private float last;
    private double lastMean;

    /** Averages {@code curve}, whose settings this follows; it may be shared by the channels of one thread. */
    public AntialiasedSoftClip(SoftClip curve) {
        this.curve = curve;
    }

    /** Shapes {@code audio[from..from + frames)} in place. [audio-thread] */
    public void process(float[] audio, int from, int frames) {
        double drive = curve.drive();
        float before = last;
        // Anew for each block, since the curve may have been set anew.
        double integralBefore = curve.integralOfLoss(before);
        double meanBefore = lastMean;
        for (int i = from; i < from + frames; i++) {
            float x = (float) (audio[i] * drive);
            double integral = curve.integralOfLoss(x);
            double step = (double) x - before;
            double mean = Math.abs(step) > SMALL_STEP ? (integral - integralBefore) / step : lossAt(before + step / 2);
            audio[i] = (float) (before + 0.5 * (meanBefore + mean));
            before = x;
            integralBefore = integral;
            meanBefore = mean;
        }
        last = before;
        lastMean = meanBefore;
    }

    private double lossAt(double x) {
        return curve.bend(x) - x;
    }

    /** Forgets the past: as if silence had been playing. [audio-thread] */
    public void reset() {
        last = 0;
        lastMean = 0;
    }
}
