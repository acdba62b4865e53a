package io.arioso.dsp.meter;

import java.util.Arrays;

/**
 * Loudness of a programme after ITU-R BS.1770-5, EBU R 128, Tech 3341 and Tech 3342.
 *
 * <p>Momentary (400 ms) and short-term (3 s) loudness are sliding rectangles, moved every 10 ms; before the first
 * window is full the missing part counts as silence. Integrated loudness gates 400 ms blocks taken every 100 ms at -70
 * LUFS and then at 10 LU below the mean of the rest; loudness range takes the short-term values every 100 ms, gates
 * them at -70 LUFS and 20 LU below their mean, and spans their 10th to 95th percentile. All of it in constant memory.
 *
 * <p>All counted from construction or {@link #reset()}, so any split into blocks reads the same bits. No allocation
 * after construction. Readings belong to the thread that calls {@code process}. Samples that are not finite count as
 * silence and are counted.
 */
public final class LoudnessMeter {
    private static final int HOPS_PER_SECOND = 100;
    private static final int HOPS_PER_TENTH = 10;
    private static final int MOMENTARY_TENTHS = 4;
    private static final int SHORT_TERM_TENTHS = 30;
    private static final int HOPS = SHORT_TERM_TENTHS * HOPS_PER_TENTH;
    private static final double INTEGRATED_GATE = 0.1;
    private static final double RANGE_GATE = 0.01;
    private static final double SILENCE = 1e-30;
    private static final double RANGE_LOW = 0.10;
    private static final double RANGE_HIGH = 0.95;

    private final double sampleRate;
    private final double[] weights;
    // Channels that count, two by two; a last single one is its own partner.
    private final int[] firsts;
    private final int[] seconds;
    private final KWeighting[] filters;

    private final double[] hops = new double[HOPS_PER_TENTH];
    // Entry h is the energy of the 100 ms that end with hop h: 4 or 30 of them, ten hops apart, make a window.
    private final double[] tenths = new double[HOPS];
    private final LoudnessHistogram blocks = new LoudnessHistogram();
    private final LoudnessHistogram shortTerms = new LoudnessHistogram();
    private long hopsDone;
    private int framesToHop;
    private double momentary;
    private double shortTerm;
    private double maxMomentary;
    private double maxShortTerm;
    private long nonFiniteSamples;

    /** A meter for 1 to 8 channels with the default {@link ChannelWeights}. */
    public LoudnessMeter(double sampleRate, int channels) {
        this(sampleRate, ChannelWeights.forChannels(channels));
    }

    /**
     * A meter for any layout.
     *
     * @param sampleRate 1 kHz to 1 MHz
     * @param weights    what the energy of each channel counts, 0 or more
     */
    public LoudnessMeter(double sampleRate, double... weights) {
        if (!(sampleRate >= 1_000 && sampleRate <= 1_000_000)) {
            throw new IllegalArgumentException("sample rate: " + sampleRate + " Hz is outside 1000..1000000 Hz");
        }
        this.sampleRate = sampleRate;
        this.weights = weights.clone();
        int[] counted = counted(weights);
        int pairs = (counted.length + 1) / 2;
        this.firsts = new int[pairs];
        this.seconds = new int[pairs];
        this.filters = new KWeighting[pairs];
        for (int pair = 0; pair < pairs; pair++) {
            firsts[pair] = counted[2 * pair];
            seconds[pair] = counted[Math.min(2 * pair + 1, counted.length - 1)];
            filters[pair] = new KWeighting(sampleRate);
        }
        reset();
    }

    private static int[] counted(double[] weights) {
        int[] counted = new int[weights.length];
        int count = 0;
        for (int channel = 0; channel < weights.length; channel++) {
            if (!(weights[channel] >= 0 && weights[channel] <= 100)) {
                throw new IllegalArgumentException(
                        "weight of channel " + channel + ": " + weights[channel] + " is outside 0..100");
            }
            if (weights[channel] > 0) {
                counted[count++] = channel;
            }
        }
        return Arrays.copyOf(counted, count);
    }

    /** Starts a new programme. */
    public void reset() {
        for (KWeighting filter : filters) {
            filter.reset();
        }
        Arrays.fill(hops, 0);
        Arrays.fill(tenths, 0);
        blocks.clear();
        shortTerms.clear();
        hopsDone = 0;
        framesToHop = hopFrames(0);
        momentary = 0;
        shortTerm = 0;
        maxMomentary = 0;
        maxShortTerm = 0;
        nonFiniteSamples = 0;
    }

    /** Feeds frames {@code at} to {@code at + frames} of planar audio, one array per channel. [audio-thread] */
    public void process(float[][] audio, int at, int frames) {
        for (int done = 0; done < frames; ) {
            int n = Math.min(framesToHop, frames - done);
            filter(audio, at + done, n);
            done += n;
            framesToHop -= n;
            if (framesToHop == 0) {
                endHop();
            }
        }
    }

    /** Loudness of the last 400 ms in LUFS; negative infinity for silence. */
    public double momentaryLufs() {
        return Levels.loudness(momentary);
    }

    /** Loudness of the last 3 s in LUFS; negative infinity for silence. */
    public double shortTermLufs() {
        return Levels.loudness(shortTerm);
    }

    /** The largest momentary loudness so far in LUFS; negative infinity for silence. */
    public double maxMomentaryLufs() {
        return Levels.loudness(maxMomentary);
    }

    /** The largest short-term loudness so far in LUFS; negative infinity for silence. */
    public double maxShortTermLufs() {
        return Levels.loudness(maxShortTerm);
    }

    /** Gated loudness of the programme in LUFS; negative infinity below the gate or before 400 ms. */
    public double integratedLufs() {
        return Levels.loudness(blocks.gatedMean(INTEGRATED_GATE));
    }

    /** Loudness range of the programme in LU; 0 before 3 s. */
    public double loudnessRangeLu() {
        return shortTerms.rangeLu(RANGE_GATE, RANGE_LOW, RANGE_HIGH);
    }

    /** Samples that were NaN or infinite, in channels that count. */
    public long nonFiniteSamples() {
        return nonFiniteSamples;
    }

    private void filter(float[][] audio, int at, int frames) {
        for (int pair = 0; pair < filters.length; pair++) {
            float[] first = audio[firsts[pair]];
            nonFiniteSamples += firsts[pair] == seconds[pair]
                    ? filters[pair].process(first, at, frames)
                    : filters[pair].process(first, audio[seconds[pair]], at, frames);
        }
    }

    private void endHop() {
        double energy = 0;
        for (int pair = 0; pair < filters.length; pair++) {
            KWeighting filter = filters[pair];
            energy += weights[firsts[pair]] * filter.leftEnergy() + weights[seconds[pair]] * filter.rightEnergy();
            filter.clearEnergy();
        }
        // What still rings in the filters long after the sound is silence.
        hops[(int) (hopsDone % HOPS_PER_TENTH)] = energy < SILENCE ? 0 : energy;
        int now = (int) (hopsDone % HOPS);
        tenths[now] = sum(hops);
        momentary = window(now, MOMENTARY_TENTHS);
        shortTerm = window(now, SHORT_TERM_TENTHS);
        maxMomentary = Math.max(maxMomentary, momentary);
        maxShortTerm = Math.max(maxShortTerm, shortTerm);
        hopsDone++;
        if (hopsDone % HOPS_PER_TENTH == 0) {
            collect();
        }
        framesToHop = hopFrames(hopsDone);
    }

    private void collect() {
        if (hopsDone >= MOMENTARY_TENTHS * HOPS_PER_TENTH) {
            blocks.add(momentary);
        }
        if (hopsDone >= HOPS) {
            shortTerms.add(shortTerm);
        }
    }

    // Mean square of the window of so many tenths of a second that ends with hop now.
    private double window(int now, int count) {
        double energy = 0;
        for (int tenth = 0; tenth < count; tenth++) {
            int hop = now - tenth * HOPS_PER_TENTH;
            energy += tenths[hop < 0 ? hop + HOPS : hop];
        }
        return energy * HOPS_PER_SECOND / (sampleRate * count * HOPS_PER_TENTH);
    }

    // Hops end at whole frames as near to the 10 ms grid as the rate allows: 220 and 221 in turn at 22.05 kHz.
    private int hopFrames(long hop) {
        return (int) (StrictMath.floor((hop + 1) * sampleRate / HOPS_PER_SECOND)
                - StrictMath.floor(hop * sampleRate / HOPS_PER_SECOND));
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
