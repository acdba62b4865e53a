package io.arioso.plugins.widener;

import io.arioso.dsp.filter.Crossover;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.meter.Meter;
import io.arioso.sdk.parameter.LiveValue;
import java.util.List;

/**
 * Shows the width of each band of the output: its side against its mid, 0 % mono, 100 % both as strong. [audio-thread]
 *
 * <p>It looks at one stretch in 24, four times a second, which is quick enough for eyes and costs little.
 */
final class BandWidthMeter {
    private static final double STRETCH_SECONDS = 0.01;
    private static final int STRETCHES = 24;
    private static final double SILENCE = 1e-12;
    private static final double WIDEST = 1000;

    private final List<Meter> meters;
    private final List<LiveValue> cornersHz;
    private final Crossover crossover;
    private final float[][] planes = new float[2][];
    private final float[][][] parts;
    private final double[] mid = new double[StereoWidener.BANDS];
    private final double[] side = new double[StereoWidener.BANDS];
    private final int stretchFrames;
    private int position;

    BandWidthMeter(StereoWidener effect, ProcessSetup setup, int maxFrames) {
        meters = effect.bandWidths;
        cornersHz = effect.cornersHz.stream().map(setup::live).toList();
        crossover = new Crossover(setup.sampleRate(), StereoWidener.BANDS, 2);
        parts = new float[StereoWidener.BANDS][2][maxFrames];
        stretchFrames = (int) (STRETCH_SECONDS * setup.sampleRate());
    }

    /** Looks at what leaves; the first stretch warms the filters up, the second is measured. */
    void take(float[] outMid, float[] outSide, int frames) {
        int stretch = position / stretchFrames;
        if (stretch < 2) {
            planes[0] = outMid;
            planes[1] = outSide;
            crossover.process(planes, 0, parts, 0, frames);
        }
        if (stretch == 1) {
            for (int band = 0; band < mid.length; band++) {
                mid[band] += power(parts[band][0], frames);
                side[band] += power(parts[band][1], frames);
            }
        }
        position += frames;
        if (stretch == 1 && position >= 2 * stretchFrames) {
            publish();
        }
        if (position >= STRETCHES * stretchFrames) {
            begin();
        }
    }

    private static double power(float[] plane, int frames) {
        double power = 0;
        for (int i = 0; i < frames; i++) {
            power += (double) plane[i] * plane[i];
        }
        return power;
    }

    private void publish() {
        for (int band = 0; band < mid.length; band++) {
            boolean silent = mid[band] + side[band] < SILENCE * stretchFrames;
            double percent = 100 * Math.sqrt(side[band] / Math.max(mid[band], Double.MIN_NORMAL));
            meters.get(band).publish(silent ? 0 : Math.min(WIDEST, percent));
            mid[band] = 0;
            side[band] = 0;
        }
    }

    private void begin() {
        position = 0;
        for (int i = 0; i < cornersHz.size(); i++) {
            crossover.setCorner(i, cornersHz.get(i).plain());
        }
        crossover.reset();
    }

    /** Forgets all sound. */
    void reset() {
        java.util.Arrays.fill(mid, 0);
        java.util.Arrays.fill(side, 0);
        begin();
    }
}
