package io.arioso.plugins.compressor;

import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.Smoother;

/** Applies two gains to left and right or to mid and side, each with a wet share of its own. */
final class GainStage {
    private final boolean midSide;
    private final Smoother[] wets;
    private final float[] shares = new float[Chunk.FRAMES];
    private final float[][] mixed = new float[2][Chunk.FRAMES];
    private float leastGain = Float.MAX_VALUE;

    GainStage(GainSection section, ProcessSetup setup) {
        boolean stereo = setup.layout().channels() == 2;
        midSide = stereo && section.stereoMode.value() == StereoMode.MID_SIDE;
        Smoother first = setup.smooth(section.wetFirst, percent -> percent / 100);
        wets = stereo ? new Smoother[] {first, setup.smooth(section.wetSecond, percent -> percent / 100)}
            : new Smoother[] {first};
    }

    /** Multiplies frames from {@code from} on in place. */
    void process(float[][] audio, int from, GainPath path, int frames) {
        if (!midSide) {
            for (int channel = 0; channel < wets.length; channel++) {
                multiply(audio[channel], from, gains(channel, path, frames), frames);
            }
            return;
        }
        turn(audio[0], audio[1], from, gains(0, path, frames), gains(1, path, frames), frames);
    }

    private float[] gains(int channel, GainPath path, int frames) {
        float[] gains = path.gains(channel);
        Smoother wet = wets[channel];
        float[] applied = gains;
        if (wet.moving() || wet.current() != 1) {
            wet.fill(shares, frames);
            applied = mixed[channel];
            for (int i = 0; i < frames; i++) {
                applied[i] = 1 + shares[i] * (gains[i] - 1);
            }
        } else {
            wet.skip(frames);
        }
        if (channel == 0 || applied != path.gains(0)) {
            float least = leastGain;
            for (int i = 0; i < frames; i++) {
                least = Math.min(least, applied[i]);
            }
            leastGain = least;
        }
        return applied;
    }

    private static void multiply(float[] audio, int from, float[] gains, int frames) {
        for (int i = 0; i < frames; i++) {
            audio[from + i] = audio[from + i] * gains[i];
        }
    }

    /** Mid and side in terms of left and right, so that gains of 1 leave every bit alone. */
    private static void turn(float[] left, float[] right, int from, float[] mid, float[] side, int frames) {
        for (int i = 0; i < frames; i++) {
            float own = (mid[i] + side[i]) * 0.5f;
            float other = (mid[i] - side[i]) * 0.5f;
            float l = left[from + i];
            float r = right[from + i];
            left[from + i] = l * own + r * other;
            right[from + i] = r * own + l * other;
        }
    }

    /** The least gain applied since the last call; above 1 where the signal was raised throughout. */
    float takeLeastGain() {
        float least = leastGain;
        leastGain = Float.MAX_VALUE;
        return least;
    }

    void reset() {
        leastGain = Float.MAX_VALUE;
    }
}
