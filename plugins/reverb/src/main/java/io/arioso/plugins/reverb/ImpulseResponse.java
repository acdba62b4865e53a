package io.arioso.plugins.reverb;

import java.util.Arrays;
import java.util.Locale;

/**
 * A recorded impulse response as its file holds it, before it is cut and fitted to the session. Immutable.
 *
 * <p>One channel serves every channel alike; two are left and right; four are the paths left to left, left to right,
 * right to left, right to right. Samples lie on a grid of 24 bits: integer files up to 24 bits are kept exactly, others
 * are scaled to full scale and rounded 144 dB below their peak. The level itself means nothing, see {@link SpacePaths}.
 */
final class ImpulseResponse {
    static final double MAX_SECONDS = 20;
    static final int MIN_RATE = 8_000;
    static final int MAX_RATE = 384_000;
    private static final int FULL_SCALE = 1 << 23;

    private final String name;
    private final double sampleRate;
    private final float[][] channels;

    /**
     * Takes over samples.
     *
     * @param name     of the file, for people
     * @param channels one array of equal length a channel; taken over and rounded
     * @throws IllegalArgumentException naming what is wrong with them
     */
    ImpulseResponse(String name, double sampleRate, float[][] channels) {
        requireShape(sampleRate, channels.length, channels.length == 0 ? 0 : channels[0].length);
        this.name = name;
        this.sampleRate = sampleRate;
        this.channels = channels;
        double peak = peak(channels);
        clearSigns(channels);
        if (peak == 0) {
            throw new IllegalArgumentException("is silent: all " + channels[0].length + " frames are zero");
        }
        if (!isOnGrid(channels)) {
            round(channels, (FULL_SCALE - 1) / peak);
        }
    }

    /**
     * Refuses what cannot be an impulse response; a reader asks before it fetches the samples.
     *
     * @throws IllegalArgumentException naming thing, value and bound
     */
    static void requireShape(double sampleRate, int channels, long frames) {
        if (!(sampleRate >= MIN_RATE && sampleRate <= MAX_RATE)) {
            throw new IllegalArgumentException(text("sample rate %.0f Hz is outside %d..%d Hz", sampleRate,
                MIN_RATE, MAX_RATE));
        }
        if (channels != 1 && channels != 2 && channels != 4) {
            throw new IllegalArgumentException(
                channels + " channels; it takes 1 (mono), 2 (left, right) or 4 (LL, LR, RL, RR)");
        }
        if (frames < 1) {
            throw new IllegalArgumentException("is empty: it has no frames");
        }
        if (frames > MAX_SECONDS * sampleRate) {
            throw new IllegalArgumentException(text("lasts %.1f s, longer than %.0f s", frames / sampleRate,
                MAX_SECONDS));
        }
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static double peak(float[][] channels) {
        double peak = 0;
        for (int channel = 0; channel < channels.length; channel++) {
            for (int frame = 0; frame < channels[channel].length; frame++) {
                float sample = channels[channel][frame];
                if (!Float.isFinite(sample)) {
                    throw new IllegalArgumentException(
                        "sample " + frame + " of channel " + (channel + 1) + " is " + sample + ", no finite number");
                }
                peak = Math.max(peak, Math.abs(sample));
            }
        }
        return peak;
    }

    /** A minus in front of zero would not survive the state. */
    private static void clearSigns(float[][] channels) {
        for (float[] channel : channels) {
            for (int frame = 0; frame < channel.length; frame++) channel[frame] += 0f;
        }
    }

    private static boolean isOnGrid(float[][] channels) {
        for (float[] channel : channels) {
            for (float sample : channel) {
                double steps = (double) sample * FULL_SCALE;
                if (steps != Math.rint(steps) || steps < -FULL_SCALE || steps >= FULL_SCALE) return false;
            }
        }
        return true;
    }

    private static void round(float[][] channels, double steps) {
        for (float[] channel : channels) {
            for (int frame = 0; frame < channel.length; frame++) {
                channel[frame] = fromSteps((int) Math.rint(channel[frame] * steps));
            }
        }
    }

    /** The sample that so many steps of 2^-23 make. */
    static float fromSteps(int steps) {
        return steps / (float) FULL_SCALE;
    }

    /** A sample as a whole number of steps of 2^-23. */
    int steps(int channel, int frame) {
        return (int) (channels[channel][frame] * FULL_SCALE);
    }

    String name() {
        return name;
    }

    double sampleRate() {
        return sampleRate;
    }

    int channels() {
        return channels.length;
    }

    int frames() {
        return channels[0].length;
    }

    /** A copy of some frames of a channel. */
    float[] copy(int channel, int from, int to) {
        return Arrays.copyOfRange(channels[channel], from, to);
    }
}
