package io.arioso.testkit.signal;

import java.util.Arrays;
import java.util.Random;

/**
 * Test signals, one channel each. Levels are peak values of full scale 1 unless told otherwise; frequencies are in
 * hertz, rates in frames per second. Deterministic: {@code StrictMath} and seeded generators only.
 */
public final class Signals {
    private Signals() {
    }

    /** Zeros. */
    public static float[] silence(int frames) {
        return new float[frames];
    }

    /** One sample of a level at a frame, zeros elsewhere. */
    public static float[] impulse(int frames, int at, double level) {
        float[] signal = new float[frames];
        signal[at] = (float) level;
        return signal;
    }

    /** A constant. */
    public static float[] dc(int frames, double level) {
        float[] signal = new float[frames];
        Arrays.fill(signal, (float) level);
        return signal;
    }

    /** A sine that starts at phase 0. */
    public static float[] sine(int frames, double hertz, double rate, double level) {
        float[] signal = new float[frames];
        double turn = 2 * Math.PI * hertz / rate;
        for (int frame = 0; frame < frames; frame++) signal[frame] = (float) (level * StrictMath.sin(turn * frame));
        return signal;
    }

    /** The sum of equal sines of the given frequencies, phases after Schroeder (1970) so that the crest stays low. */
    public static float[] multitone(int frames, double rate, double levelOfEach, double... hertz) {
        double[] sum = new double[frames];
        for (int tone = 0; tone < hertz.length; tone++) {
            double turn = 2 * Math.PI * hertz[tone] / rate;
            double phase = -Math.PI * tone * (tone + 1) / hertz.length;
            for (int frame = 0; frame < frames; frame++)
                sum[frame] += levelOfEach * StrictMath.sin(turn * frame + phase);
        }
        return toFloat(sum);
    }

    /**
     * An exponential sweep: equal time for each octave.
     * Phase 2π f1 T / ln(f2/f1) (e^(t/T ln(f2/f1)) - 1), Farina 2000.
     */
    public static float[] sweep(int frames, double fromHertz, double toHertz, double rate, double level) {
        float[] signal = new float[frames];
        double octaves = StrictMath.log(toHertz / fromHertz);
        double scale = 2 * Math.PI * fromHertz * (frames / rate) / octaves;
        for (int frame = 0; frame < frames; frame++)
            signal[frame] = (float) (level * StrictMath.sin(scale * StrictMath.expm1(octaves * frame / frames)));
        return signal;
    }

    /** A square wave that is {@code halfPeriod} frames up and as many down; 1 is a square at the Nyquist frequency. */
    public static float[] square(int frames, int halfPeriod, double level) {
        float[] signal = new float[frames];
        for (int frame = 0; frame < frames; frame++)
            signal[frame] = (float) (frame / halfPeriod % 2 == 0 ? level : -level);
        return signal;
    }

    /** White noise, evenly distributed from minus to plus the level. */
    public static float[] white(int frames, long seed, double level) {
        Random random = new Random(seed);
        float[] signal = new float[frames];
        for (int frame = 0; frame < frames; frame++) signal[frame] = (float) (level * (random.nextInt() * 0x1p-31));
        return signal;
    }

    /** Pink noise, -3 dB an octave from one period of the whole signal up, scaled to the given peak. */
    public static float[] pink(int frames, long seed, double level) {
        return ShapedNoise.make(frames, seed, level, bin -> bin == 0 ? 0 : 1 / Math.sqrt(bin));
    }

    /** White noise below a frequency and nothing above it, scaled to the given peak. */
    public static float[] lowPassedNoise(int frames, long seed, double hertz, double rate, double level) {
        double lastBin = hertz / rate * ShapedNoise.transformLength(frames);
        return ShapedNoise.make(frames, seed, level, bin -> bin <= lastBin ? 1 : 0);
    }

    /**
     * Samples of plus and minus one level whose band-limited interpolation is greatest half-way between the two in the
     * middle: each has the sign of sinc(t) there, so the true peak grows with the logarithm of the length.
     */
    public static float[] worstTruePeak(int frames, double level) {
        float[] signal = new float[frames];
        int middle = frames / 2;
        for (int frame = 0; frame < frames; frame++) {
            int distance = frame >= middle ? frame - middle : middle - 1 - frame;
            signal[frame] = (float) (distance % 2 == 0 ? level : -level);
        }
        return signal;
    }

    /** A sine that is on and off in turn, starting on; each burst starts at phase 0. */
    public static float[] bursts(int frames, int onFrames, int offFrames, double hertz, double rate, double level) {
        float[] signal = new float[frames];
        double turn = 2 * Math.PI * hertz / rate;
        for (int frame = 0; frame < frames; frame++) {
            int within = frame % (onFrames + offFrames);
            if (within < onFrames) signal[frame] = (float) (level * StrictMath.sin(turn * within));
        }
        return signal;
    }

    /** One signal after the other. */
    public static float[] join(float[]... parts) {
        int frames = 0;
        for (float[] part : parts) frames += part.length;
        float[] whole = new float[frames];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }

    /** The same signal left and right, in two arrays. */
    public static float[][] both(float[] signal) {
        return new float[][] {signal.clone(), signal.clone()};
    }

    /** White noise that differs from channel to channel. */
    public static float[][] whiteChannels(int channels, int frames, long seed, double level) {
        float[][] noise = new float[channels][];
        for (int channel = 0; channel < channels; channel++)
            noise[channel] = white(frames, seed + 7919L * channel, level);
        return noise;
    }

    private static float[] toFloat(double[] signal) {
        float[] narrow = new float[signal.length];
        for (int frame = 0; frame < narrow.length; frame++) narrow[frame] = (float) signal[frame];
        return narrow;
    }
}
