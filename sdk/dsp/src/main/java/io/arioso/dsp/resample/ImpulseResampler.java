package io.arioso.dsp.resample;

import io.arioso.dsp.convolution.ZeroLatencyConvolver;
import java.math.BigInteger;
import java.util.Arrays;
import org.jtransforms.fft.FloatFFT_1D;
import org.jtransforms.utils.CommonUtils;

/**
 * Brings an impulse response to another sample rate: the same frequency response, and nothing before its beginning.
 *
 * <p>An ordinary resampler rings in front of a sound as much as behind it. Cutting that off would cost an impulse
 * response that begins at once, as they do, up to half of its first frames' bass. Here the ringing is moved behind: an
 * all-pass turns the linear-phase filter into its minimum-phase twin (Oppenheim and Schafer, "Discrete-Time Signal
 * Processing", the folded cepstrum). The little that is left in front is dropped. Within 0.1 dB up to 0.9 of the lower
 * Nyquist frequency; 0.01 dB where the response is long or the rate rises.
 *
 * <p>Not for the audio thread: it allocates, and takes a second for a long one. One instance serves one thread.
 */
public final class ImpulseResampler {
    /** The all-pass may last so many lengths of the filter, half of them in front; it has died away long before. */
    private static final int SPAN = 32;
    /** The minimum phase of a filter without floor would be infinitely steep. */
    private static final double FLOOR = 1e-5;
    /** Silence around an impulse response, in half lengths of the resampler's filter. */
    private static final int RINGS = 4;

    static {
        // Long transforms would be handed to a thread pool that outlives them.
        CommonUtils.setThreadsBeginN_1D_FFT_2Threads(Long.MAX_VALUE);
        CommonUtils.setThreadsBeginN_1D_FFT_4Threads(Long.MAX_VALUE);
    }

    private final double from;
    private final double to;
    private final Resampler resampler;
    private final float[] kernel;
    private final int size;

    /**
     * A conversion.
     *
     * @param from rate of the impulse responses in Hz
     * @param to   rate of the results; within a factor 64
     */
    public ImpulseResampler(double from, double to) {
        double ratio = to / from;
        if (!(ratio >= 1.0 / 64 && ratio <= 64)) {
            throw new IllegalArgumentException("resampling ratio: " + ratio + " is outside 1/64..64");
        }
        this.from = from;
        this.to = to;
        resampler = new Resampler(from, to, 1);
        kernel = kernel();
        size = Integer.highestOneBit(SPAN * kernel.length - 1);
    }

    /**
     * Converts impulse responses of equal length, one array a channel. Gains stay: taps sum to the same.
     *
     * @return new arrays, longer than the ratio says by what rings at the end
     */
    public float[][] convert(float[][] channels) {
        float[][] out = new float[channels.length][];
        if (from == to) {
            for (int channel = 0; channel < out.length; channel++) {
                out[channel] = channels[channel].clone();
            }
            return out;
        }
        ZeroLatencyConvolver allPass = new ZeroLatencyConvolver(allPass());
        int margin = margin();
        int start = (int) StrictMath.rint(margin * to / from);
        for (int channel = 0; channel < out.length; channel++) {
            float[] padded = padded(channels[channel], margin);
            // On the finer grid: on the coarser one minimum phase would hold for its own frames only.
            float[] ready = to > from ? turned(resampled(padded, resampler), allPass)
                    : resampled(turned(padded, allPass), resampler);
            out[channel] = Arrays.copyOfRange(ready, start, ready.length);
        }
        return out;
    }

    /** Input frames of silence that take up the ringing in front; a whole number of output frames as well. */
    private int margin() {
        BigInteger in = BigInteger.valueOf((long) StrictMath.rint(from));
        BigInteger out = BigInteger.valueOf((long) StrictMath.rint(to));
        int step = in.divide(in.gcd(out)).intValueExact();
        return (RINGS * resampler.latencyFrames() + step) / step * step;
    }

    /** With silence before and after it for the ringing, and with the gain that taps at another rate need. */
    private float[] padded(float[] impulse, int margin) {
        float[] padded = new float[margin + impulse.length + RINGS * resampler.latencyFrames()];
        float gain = (float) (from / to);
        for (int i = 0; i < impulse.length; i++) {
            padded[margin + i] = gain * impulse[i];
        }
        return padded;
    }

    private static float[] resampled(float[] in, Resampler resampler) {
        resampler.reset();
        float[] out = new float[resampler.maxOutputFrames(in.length) + resampler.maxFlushFrames()];
        int written = resampler.process(new float[][] {in}, 0, in.length, new float[][] {out}, 0);
        written += resampler.flush(new float[][] {out}, written);
        return Arrays.copyOf(out, written);
    }

    private float[] turned(float[] in, ZeroLatencyConvolver allPass) {
        float[] late = Arrays.copyOf(in, in.length + size / 2);
        allPass.reset();
        allPass.process(late, 0, late, 0, late.length);
        return Arrays.copyOfRange(late, size / 2, late.length);
    }

    /** An all-pass with the phase of the filter's minimum-phase twin, in the middle of an array. */
    private float[] allPass() {
        FloatFFT_1D fft = new FloatFFT_1D(size);
        float[] spectrum = Arrays.copyOf(kernel, size);
        fft.realForward(spectrum);
        float[] cepstrum = new float[size];
        cepstrum[0] = logarithm(Math.abs(spectrum[0]));
        cepstrum[1] = logarithm(Math.abs(spectrum[1]));
        for (int k = 1; k < size / 2; k++) {
            double re = spectrum[2 * k];
            double im = spectrum[2 * k + 1];
            cepstrum[2 * k] = logarithm(StrictMath.sqrt(re * re + im * im));
        }
        fft.realInverse(cepstrum, true);
        // Folded: what lay at negative times joins the positive ones.
        for (int n = 1; n < size / 2; n++) {
            cepstrum[n] *= 2;
            cepstrum[size - n] = 0;
        }
        fft.realForward(cepstrum);
        return withPhase(cepstrum, fft);
    }

    /** The resampler's filter on the finer grid, which is the same in both directions. */
    private float[] kernel() {
        double low = Math.min(from, to);
        double high = Math.max(from, to);
        Resampler rising = new Resampler(low, high, 1);
        float[] impulse = new float[2 * rising.latencyFrames() + 1];
        impulse[rising.latencyFrames()] = (float) (low / high);
        return resampled(impulse, rising);
    }

    private static float logarithm(double magnitude) {
        return (float) StrictMath.log(Math.max(FLOOR, magnitude));
    }

    private float[] withPhase(float[] logarithms, FloatFFT_1D fft) {
        float[] taps = new float[size];
        taps[0] = 1;
        taps[1] = 1;
        for (int k = 1; k < size / 2; k++) {
            double phase = logarithms[2 * k + 1];
            // A shift by half of the length turns every other bin round.
            double sign = 1 - 2 * (k & 1);
            taps[2 * k] = (float) (sign * StrictMath.cos(phase));
            taps[2 * k + 1] = (float) (sign * StrictMath.sin(phase));
        }
        fft.realInverse(taps, true);
        return taps;
    }
}
