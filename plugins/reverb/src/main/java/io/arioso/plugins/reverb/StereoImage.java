package io.arioso.plugins.reverb;

import io.arioso.dsp.filter.CutFilter;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.Smoother;
import io.arioso.sdk.parameter.LiveValue;

/** Width and mono bass: what becomes of the side, (L - R) / 2. The mid is left alone; so are the bits at 100 %. */
final class StereoImage {
    private final Smoother width;
    private final LiveValue bassHz;
    private final LiveValue bassSlope;
    private final CutFilter bass;
    private final float[] side;
    private final float[] moved;
    private final float[] widths;

    StereoImage(Reverb effect, ProcessSetup setup) {
        width = setup.smooth(effect.width, percent -> percent / 100);
        bassHz = setup.live(effect.monoBassHz);
        bassSlope = setup.live(effect.monoBassSlope);
        bass = CutFilter.lowCut(setup.sampleRate(), 1);
        side = new float[setup.maxFrames()];
        moved = new float[setup.maxFrames()];
        widths = new float[setup.maxFrames()];
        reset();
    }

    void reset() {
        setBass();
        bass.reset();
    }

    private void setBass() {
        bass.set(bassHz.plain(), Filters.order(bassHz.plain() > Reverb.LOW_CUT_OFF_HZ, bassSlope));
    }

    void process(float[][] planes, int frames) {
        if (bassHz.changed() || bassSlope.changed()) {
            setBass();
        }
        if (planes.length < 2 || !width.moving() && width.current() == 1 && bass.isOff()) {
            width.skip(frames);
            return;
        }
        float[] left = planes[0];
        float[] right = planes[1];
        for (int i = 0; i < frames; i++) {
            side[i] = 0.5f * (left[i] - right[i]);
            moved[i] = side[i];
        }
        bass.process(moved, null, 0, frames);
        width.fill(widths, frames);
        for (int i = 0; i < frames; i++) {
            float change = moved[i] * widths[i] - side[i];
            left[i] += change;
            right[i] -= change;
        }
    }
}
