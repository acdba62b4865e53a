package io.arioso.plugins.reverb;

import io.arioso.dsp.resample.ImpulseResampler;

/**
 * The impulse responses from each input to each output, as the engine convolves with them: cut, reversed, faded, at the
 * session's rate and of unit energy.
 *
 * <p>Unit energy: white noise up to 24 kHz comes out as loud as it goes in, averaged over the outputs. So recordings of
 * any level compare, a short one is as loud as a long one, and no rate is louder than another: the energy is taken
 * at 48 kHz whatever the rates of file and session.
 */
final class SpacePaths {
    private static final double ENERGY_RATE = 48_000;

    /** From input to output; null where nothing goes. */
    private final float[][][] taps;

    /**
     * Fits an impulse response.
     *
     * @param outputs 1 or 2, as many as inputs
     */
    SpacePaths(ImpulseResponse impulse, Cut cut, double sampleRate, int outputs) {
        float[][] channels = new float[impulse.channels()][];
        int first = cut.first(impulse);
        int end = cut.end(impulse);
        for (int channel = 0; channel < channels.length; channel++) {
            channels[channel] = impulse.copy(channel, first, end);
            cut.shape(channels[channel]);
        }
        double rate = impulse.sampleRate();
        taps = routed(atRate(channels, rate, sampleRate), outputs);
        float[][][] measured = sampleRate == ENERGY_RATE ? taps : routed(atRate(channels, rate, ENERGY_RATE), outputs);
        scale(outputs, energy(measured));
    }

    /**
     * What is used of an impulse response.
     *
     * @param startSeconds from its beginning
     * @param length       share of what follows, above 0 to 1
     * @param fade         share of that over which it fades out at its end, 0 to 1
     */
    record Cut(double startSeconds, double length, double fade, boolean reversed) {
        /** Nothing is cut. */
        static final Cut NONE = new Cut(0, 1, 0, false);

        /** At least the last frame is left, however late the start. */
        int first(ImpulseResponse impulse) {
            return (int) Math.min(impulse.frames() - 1, Math.rint(startSeconds * impulse.sampleRate()));
        }

        int end(ImpulseResponse impulse) {
            int first = first(impulse);
            return first + Math.max(1, (int) Math.rint(length * (impulse.frames() - first)));
        }

        /** Fades by half a cosine, then turns round: what was the end comes first. */
        void shape(float[] taps) {
            int frames = (int) (fade * taps.length);
            for (int i = 1; i <= frames; i++) {
                double share = (i - 0.5) / frames;
                taps[taps.length - i] *= (float) (0.5 - 0.5 * StrictMath.cos(StrictMath.PI * share));
            }
            for (int i = 0; reversed && i < taps.length / 2; i++) {
                float early = taps[i];
                taps[i] = taps[taps.length - 1 - i];
                taps[taps.length - 1 - i] = early;
            }
        }
    }

    private static float[][] atRate(float[][] channels, double from, double to) {
        return new ImpulseResampler(from, to).convert(channels);
    }

    private static float[][][] routed(float[][] channels, int outputs) {
        if (outputs == 1) return mono(channels);
        return switch (channels.length) {
            case 1 -> new float[][][] {{channels[0], null}, {null, channels[0].clone()}};
            case 2 -> new float[][][] {{channels[0], null}, {null, channels[1]}};
            default -> new float[][][] {{channels[0], channels[1]}, {channels[2], channels[3]}};
        };
    }

    /** All that two equal inputs send to both outputs, averaged. */
    private static float[][][] mono(float[][] channels) {
        float[] sum = new float[channels[0].length];
        float share = channels.length == 4 ? 0.5f : 1f / channels.length;
        for (float[] channel : channels) {
            for (int i = 0; i < sum.length; i++) sum[i] += share * channel[i];
        }
        return new float[][][] {{sum}};
    }

    private static double energy(float[][][] paths) {
        double energy = 0;
        for (float[][] input : paths) {
            for (float[] path : input) {
                for (int i = 0; path != null && i < path.length; i++) energy += (double) path[i] * path[i];
            }
        }
        return energy;
    }

    /** A cut can leave silence; that is heard as such. */
    private void scale(int outputs, double energy) {
        float gain = energy == 0 ? 0 : (float) StrictMath.sqrt(outputs / energy);
        for (float[][] input : taps) {
            for (float[] path : input) {
                for (int i = 0; path != null && i < path.length; i++) path[i] *= gain;
            }
        }
    }

    /** Whether anything goes from the input to the output. */
    boolean has(int input, int output) {
        return taps[input][output] != null;
    }

    /** The impulse response from an input to an output; not to be changed. */
    float[] taps(int input, int output) {
        return taps[input][output];
    }

    /** How long all of them are. */
    int frames() {
        return taps[0][0].length;
    }
}
