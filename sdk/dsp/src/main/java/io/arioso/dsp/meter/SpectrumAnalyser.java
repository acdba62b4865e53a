package io.arioso.dsp.meter;

import java.util.Arrays;
import org.jtransforms.fft.FloatFFT_1D;
import org.jtransforms.utils.CommonUtils;

/**
 * Spectrum of one channel: Hann-windowed FFTs that overlap by 75 %, averaged exponentially in power.
 *
 * <p>Scaled for sines: one of amplitude 1 in the middle of a bin reads 1 (0 dB). Between bins a Hann window reads up to
 * 1.42 dB low; {@link #sineAmplitude} and {@link #sineFrequencyHz} interpolate a peak to within 0.05 dB and 0.05 bins.
 *
 * <p>Not for the audio thread (an FFT is a burst of work): feed it on the thread that draws. Allocates nothing after
 * construction and starts no threads.
 */
public final class SpectrumAnalyser {
    private static final int OVERLAP = 4;

    static {
        // Long transforms would be handed to a thread pool, which allocates and makes a display's thread wait.
        CommonUtils.setThreadsBeginN_1D_FFT_2Threads(Long.MAX_VALUE);
        CommonUtils.setThreadsBeginN_1D_FFT_4Threads(Long.MAX_VALUE);
    }

    private final double sampleRate;
    private final int size;
    private final double follow;
    private final FloatFFT_1D fft;
    private final float[] window;
    private final float[] ring;
    private final float[] work;
    private final float[] power;
    private int ringAt;
    private int framesToTransform;
    private long transforms;

    /**
     * An analyser.
     *
     * @param sampleRate  1 kHz to 1 MHz
     * @param size        frames per FFT, a power of two from 256 to 65536
     * @param averagingMs time constant of the average, 0 for none
     */
    public SpectrumAnalyser(double sampleRate, int size, double averagingMs) {
        if (!(sampleRate >= 1_000 && sampleRate <= 1_000_000)) {
            throw new IllegalArgumentException("sample rate: " + sampleRate + " Hz is outside 1000..1000000 Hz");
        }
        if (size < 256 || size > 65_536 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("FFT size: " + size + " is not a power of two from 256 to 65536");
        }
        if (!(averagingMs >= 0 && averagingMs <= 60_000)) {
            throw new IllegalArgumentException("averaging: " + averagingMs + " ms is outside 0..60000 ms");
        }
        this.sampleRate = sampleRate;
        this.size = size;
        this.follow = averagingMs == 0 ? 1
                : 1 - StrictMath.exp(-(size / OVERLAP) / (averagingMs / 1_000 * sampleRate));
        this.fft = new FloatFFT_1D(size);
        this.window = scaledHann(size);
        this.ring = new float[size];
        this.work = new float[size];
        this.power = new float[size / 2 + 1];
        this.framesToTransform = size;
    }

    // Periodic Hann; 4 / size makes up for its mean of 1/2 and for the half of a sine's energy at negative frequency.
    private static float[] scaledHann(int size) {
        float[] hann = new float[size];
        for (int i = 0; i < size; i++) {
            hann[i] = (float) ((0.5 - 0.5 * StrictMath.cos(2 * StrictMath.PI * i / size)) * 4 / size);
        }
        return hann;
    }

    /** Forgets signal and average. */
    public void reset() {
        Arrays.fill(ring, 0f);
        Arrays.fill(power, 0f);
        ringAt = 0;
        framesToTransform = size;
        transforms = 0;
    }

    /** Feeds a block; transforms when the first window is full and then every quarter of a window. */
    public void process(float[] in, int at, int frames) {
        for (int done = 0; done < frames; ) {
            int n = Math.min(Math.min(framesToTransform, size - ringAt), frames - done);
            System.arraycopy(in, at + done, ring, ringAt, n);
            ringAt = (ringAt + n) & (size - 1);
            done += n;
            framesToTransform -= n;
            if (framesToTransform == 0) {
                transform();
                framesToTransform = size / OVERLAP;
            }
        }
    }

    /** Bins from 0 Hz to half the sample rate, both included. */
    public int bins() {
        return power.length;
    }

    /** Frequency in the middle of a bin. */
    public double frequencyHz(int bin) {
        return bin * sampleRate / size;
    }

    /** Averaged level of a bin in dB; negative infinity for silence. */
    public double levelDb(int bin) {
        return 10 * StrictMath.log10(power[bin]);
    }

    /** The averaged power of every bin, amplitude squared, copied into {@code into} ({@link #bins()} long). */
    public void readPower(float[] into) {
        System.arraycopy(power, 0, into, 0, power.length);
    }

    /** The bin of the highest level. */
    public int highestBin() {
        int highest = 0;
        for (int bin = 1; bin < power.length; bin++) {
            highest = power[bin] > power[highest] ? bin : highest;
        }
        return highest;
    }

    /** Amplitude of the sine whose peak is at {@code bin}, linear, wherever in the bin it lies. */
    public double sineAmplitude(int bin) {
        double offset = offset(bin);
        double amplitude = Math.sqrt(power[bin]);
        if (Math.abs(offset) < 1e-6) {
            return amplitude;
        }
        // The Hann window's transform at offset d from its centre: sin(pi d) / (pi d (1 - d^2)).
        double angle = StrictMath.PI * offset;
        return amplitude * angle * (1 - offset * offset) / StrictMath.sin(angle);
    }

    /** Frequency of the sine whose peak is at {@code bin}. */
    public double sineFrequencyHz(int bin) {
        return (bin + offset(bin)) * sampleRate / size;
    }

    // Where between -1/2 and 1/2 bin a sine must lie for its two highest bins to have this ratio: (2a - 1) / (a + 1).
    private double offset(int bin) {
        double here = Math.sqrt(power[bin]);
        if (bin == 0 || bin == power.length - 1 || here == 0) {
            return 0;
        }
        double below = Math.sqrt(power[bin - 1]);
        double above = Math.sqrt(power[bin + 1]);
        double ratio = Math.max(below, above) / here;
        double offset = (2 * ratio - 1) / (ratio + 1);
        return above >= below ? offset : -offset;
    }

    private void transform() {
        int older = size - ringAt;
        System.arraycopy(ring, ringAt, work, 0, older);
        System.arraycopy(ring, 0, work, older, ringAt);
        for (int i = 0; i < size; i++) {
            work[i] *= window[i];
        }
        fft.realForward(work);
        // A plain mean until the exponential one has enough to go on.
        float step = (float) Math.max(follow, 1.0 / ++transforms);
        // JTransforms packs the real bins 0 and size / 2 into the first two places.
        average(0, 0.25f * work[0] * work[0], step);
        average(size / 2, 0.25f * work[1] * work[1], step);
        for (int bin = 1; bin < size / 2; bin++) {
            float re = work[2 * bin];
            float im = work[2 * bin + 1];
            average(bin, re * re + im * im, step);
        }
    }

    private void average(int bin, float now, float step) {
        float averaged = power[bin] + step * (now - power[bin]);
        // Also drops NaN: a display must recover from one bad sample.
        power[bin] = averaged > 1e-30f ? averaged : 0;
    }
}
