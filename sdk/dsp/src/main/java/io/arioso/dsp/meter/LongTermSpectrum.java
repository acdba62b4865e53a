package io.arioso.dsp.meter;

import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.utils.CommonUtils;

/**
 * The long-term average spectrum of a programme: the mean power of bands of a third of an octave, a sixth of an
 * octave apart from 20 Hz to 20 kHz, over the whole time and all channels alike.
 *
 * <p>Hann-windowed transforms of about a third of a second that overlap by half, so that every frame counts the same.
 * Pink noise reads the same in every band. Counted from construction: any split into blocks gives the same bits. Not
 * for the audio thread; samples that are not finite count as silence.
 */
public final class LongTermSpectrum {
    private static final int BANDS = 60;
    private static final double LOWEST_HZ = 20;
    private static final double BANDS_PER_OCTAVE = 6;
    private static final double WIDTHS_PER_OCTAVE = 3;
    private static final double WINDOW_SECONDS = 0.3;
    /** Above this share of the sample rate filters of converters are heard, not the programme. */
    private static final double HIGHEST_SHARE = 0.45;

    static {
        // Long transforms would be handed to a thread pool.
        CommonUtils.setThreadsBeginN_1D_FFT_2Threads(Long.MAX_VALUE);
        CommonUtils.setThreadsBeginN_1D_FFT_4Threads(Long.MAX_VALUE);
    }

    private final double sampleRate;
    private final int size;
    private final DoubleFFT_1D fft;
    private final double[] window;
    private final double[][] recent;
    private final double[] work;
    private final double[] power;
    private int filled;
    private long frames;
    private long transforms;

    /**
     * An average of nothing so far.
     *
     * @param sampleRate 1 kHz to 1 MHz
     * @param channels   1 or more
     */
    public LongTermSpectrum(double sampleRate, int channels) {
        if (!(sampleRate >= 1_000 && sampleRate <= 1_000_000)) {
            throw new IllegalArgumentException("sample rate: " + sampleRate + " Hz is outside 1000..1000000 Hz");
        }
        if (channels < 1) {
            throw new IllegalArgumentException("channels: " + channels + " is below 1");
        }
        this.sampleRate = sampleRate;
        size = Integer.highestOneBit((int) (2 * WINDOW_SECONDS * sampleRate));
        fft = new DoubleFFT_1D(size);
        window = new double[size];
        for (int i = 0; i < size; i++) {
            window[i] = 0.5 - 0.5 * StrictMath.cos(2 * StrictMath.PI * i / size);
        }
        recent = new double[channels][size];
        work = new double[size];
        power = new double[size / 2 + 1];
    }

    /** The middles of the bands in Hz, rising; the same for every programme. */
    public static double[] hertz() {
        double[] hz = new double[BANDS];
        for (int band = 0; band < BANDS; band++) {
            hz[band] = LOWEST_HZ * StrictMath.pow(2, band / BANDS_PER_OCTAVE);
        }
        return hz;
    }

    /** Feeds frames {@code at} to {@code at + count} of planar audio, one array a channel. */
    public void process(float[][] audio, int at, int count) {
        for (int done = 0; done < count; ) {
            int n = Math.min(size - filled, count - done);
            for (int channel = 0; channel < recent.length; channel++) {
                float[] in = audio[channel];
                double[] out = recent[channel];
                for (int i = 0; i < n; i++) {
                    float sample = in[at + done + i];
                    out[filled + i] = Math.abs(sample) <= Float.MAX_VALUE ? sample : 0;
                }
            }
            filled += n;
            done += n;
            if (filled == size) {
                transform();
            }
        }
        frames += count;
    }

    /** Length of what was fed, in seconds. */
    public double seconds() {
        return frames / sampleRate;
    }

    /**
     * The mean level of each band in decibels, relative to a full-scale square wave in one band; negative infinity for
     * bands without power, for those above 0.45 of the sample rate and for a programme shorter than one window.
     */
    public double[] levelsDb() {
        double[] db = new double[BANDS];
        double[] hz = hertz();
        double half = StrictMath.pow(2, 0.5 / WIDTHS_PER_OCTAVE);
        for (int band = 0; band < BANDS; band++) {
            double top = hz[band] * half;
            double sum = transforms == 0 || top > HIGHEST_SHARE * sampleRate ? 0 : between(hz[band] / half, top);
            db[band] = 10 * StrictMath.log10(sum / Math.max(1, transforms * recent.length));
        }
        return db;
    }

    /** The power between two frequencies; a bin that an edge cuts counts by its share. */
    private double between(double fromHz, double toHz) {
        double from = fromHz * size / sampleRate;
        double to = toHz * size / sampleRate;
        double sum = 0;
        for (int bin = (int) Math.rint(from); bin <= Math.min(size / 2, (int) Math.rint(to)); bin++) {
            sum += power[bin] * Math.max(0, Math.min(to, bin + 0.5) - Math.max(from, bin - 0.5));
        }
        return sum;
    }

    private void transform() {
        // A Hann window keeps 3/8 of the power; the other half of the spectrum doubles what is seen.
        double scale = 2 / (0.375 * size * (double) size);
        for (double[] channel : recent) {
            for (int i = 0; i < size; i++) {
                work[i] = channel[i] * window[i];
            }
            fft.realForward(work);
            power[0] += work[0] * work[0] * scale / 2;
            power[size / 2] += work[1] * work[1] * scale / 2;
            for (int bin = 1; bin < size / 2; bin++) {
                power[bin] += (work[2 * bin] * work[2 * bin] + work[2 * bin + 1] * work[2 * bin + 1]) * scale;
            }
            System.arraycopy(channel, size / 2, channel, 0, size / 2);
            Arrays.fill(channel, size / 2, size, 0);
        }
        filled = size / 2;
        transforms++;
    }
}
