package io.arioso.dsp.filter;

/**
 * A low cut or a high cut of 6, 12, 18 or 24 dB an octave (Butterworth) for one or two channels, whose corner and slope
 * move without clicks.
 *
 * <p>Trapezoidal sections in double, which keep their state while the corner moves (Simper, "Solving the continuous SVF
 * equations using trapezoidal integration", 2013): -3 dB at the corner at every rate, half the sample rate is the end of
 * the world. The corner glides {@value #OCTAVES_PER_SECOND} octaves a second, a section that comes or goes fades over
 * 10 ms; when all have gone the bits pass. Everything is counted in frames: any split into blocks gives the same bits.
 * One instance serves one thread.
 */
public final class CutFilter {
    /** The steepest slope: four poles, 24 dB an octave. */
    public static final int MAX_ORDER = 4;

    private static final double OCTAVES_PER_SECOND = 200;
    private static final double FADE_SECONDS = 0.01;
    private static final double LARGEST_SHARE = 0.49;
    private static final int FLUSH_FRAMES = 256;
    /** 1/Q of the two-pole sections for each order; 0 where there is none. */
    private static final double[] FIRST_DAMPING = {0, 0, Math.sqrt(2), 1, Math.sqrt(2 + Math.sqrt(2))};
    private static final double[] SECOND_DAMPING = {0, 0, 0, 0, Math.sqrt(2 - Math.sqrt(2))};

    private final double sampleRate;
    private final double octaveUp;
    private final CutSection[] sections;
    private double hertz;
    private double warped;
    private double wantedWarped;
    private boolean landed;
    private boolean fresh = true;
    private int framesToFlush = FLUSH_FRAMES;

    private CutFilter(double sampleRate, int channels, boolean passesHigh) {
        if (!(sampleRate > 0) || channels < 1 || channels > 2) {
            throw new IllegalArgumentException("cut filter: " + sampleRate + " Hz (above 0), " + channels
                    + " channels (1 or 2)");
        }
        this.sampleRate = sampleRate;
        octaveUp = StrictMath.pow(2, OCTAVES_PER_SECOND / sampleRate);
        double step = 1 / (FADE_SECONDS * sampleRate);
        sections = new CutSection[] {new TwoPoleCut(passesHigh, step), new TwoPoleCut(passesHigh, step),
            new OnePoleCut(passesHigh, step)};
        set(1000, 0);
    }

    /** A filter that removes what is below its corner; off until {@link #set}. */
    public static CutFilter lowCut(double sampleRate, int channels) {
        return new CutFilter(sampleRate, channels, true);
    }

    /** A filter that removes what is above its corner; off until {@link #set}. */
    public static CutFilter highCut(double sampleRate, int channels) {
        return new CutFilter(sampleRate, channels, false);
    }

    /**
     * Says where to go; there at once after construction and {@link #reset}, else by gliding. [audio-thread]
     *
     * @param cornerHertz -3 dB point, above 0; above 0.49 of the rate it is taken as that
     * @param order       poles, 6 dB an octave each: 1 to {@value #MAX_ORDER}; 0 passes everything
     */
    public void set(double cornerHertz, int order) {
        if (!(cornerHertz > 0) || order < 0 || order > MAX_ORDER) {
            throw new IllegalArgumentException("cut filter: " + cornerHertz + " Hz (above 0), order " + order + " (0.."
                    + MAX_ORDER + ")");
        }
        if (cornerHertz != hertz) {
            double turn = Math.min(LARGEST_SHARE, cornerHertz / sampleRate);
            wantedWarped = HalfTurn.sine(turn) / HalfTurn.cosine(turn);
            hertz = cornerHertz;
        }
        sections[0].want(FIRST_DAMPING[order], order >= 2);
        sections[1].want(SECOND_DAMPING[order], order == MAX_ORDER);
        sections[2].want(1, order % 2 == 1);
        landed = false;
    }

    /** Whether the samples pass untouched: off, and no longer fading. */
    public boolean isOff() {
        return landed && !sections[0].isOn() && !sections[1].isOn() && !sections[2].isOn();
    }

    /**
     * Filters a block in place. [audio-thread]
     *
     * @param planes as many channels as constructed for
     */
    public void process(float[][] planes, int offset, int frames) {
        process(planes[0], planes.length > 1 ? planes[1] : null, offset, frames);
    }

    /** As {@link #process(float[][], int, int)} for one channel ({@code right} null) or two. [audio-thread] */
    public void process(float[] left, float[] right, int offset, int frames) {
        if (fresh) {
            land();
        }
        int done = 0;
        while (done < frames) {
            int count = Math.min(frames - done, framesToFlush);
            if (!landed) {
                glide();
                count = 1;
            }
            for (CutSection section : sections) {
                if (section.isOn()) {
                    section.run(left, right, offset + done, count);
                }
            }
            done += count;
            framesToFlush -= count;
            if (framesToFlush == 0) {
                flush();
            }
        }
    }

    private void flush() {
        framesToFlush = FLUSH_FRAMES;
        for (CutSection section : sections) {
            section.flush();
        }
    }

    /** One frame on the way. */
    private void glide() {
        double up = warped * octaveUp;
        double down = warped / octaveUp;
        warped = Math.max(down, Math.min(up, wantedWarped));
        boolean there = warped == wantedWarped;
        for (CutSection section : sections) {
            there &= section.approach();
            section.design(warped);
        }
        landed = there;
    }

    private void land() {
        warped = wantedWarped;
        for (CutSection section : sections) {
            section.land();
            section.design(warped);
        }
        landed = true;
        fresh = false;
    }

    /** Forgets the signal; the next block starts where {@link #set} said. [audio-thread] */
    public void reset() {
        for (CutSection section : sections) {
            section.clear();
        }
        framesToFlush = FLUSH_FRAMES;
        fresh = true;
    }
}
