package io.arioso.dsp.filter;

/**
 * Sums four signals each of which is heard in one band only: {@link Crossover} run backwards, its filters transposed.
 *
 * <p>What goes in is one plane a band; what comes out is the sum of what a crossover of four bands would have left of
 * each in its band. Several sources with gains of their own by band thus cost no more filters than one: mix them first.
 * One carried channel passes through the all-pass that the bands sum to. Corners glide, blocks may be cut and memory is
 * used as in {@link Crossover}.
 */
public final class BandMixer {
    /** Number of bands. */
    public static final int BANDS = 4;

    private static final double GLIDE_SECONDS = 0.05;
    private static final int GRID = 128;
    private static final double[] DEFAULT_HZ = {150, 900, 5000};

    private final CrossoverCorner[] corners = new CrossoverCorner[BANDS - 1];
    private final double[] requestedHz = DEFAULT_HZ.clone();
    private final double[][] planes = new double[BANDS][GRID];
    private final double[] along = new double[GRID];
    private final MergeLane low;
    private final MergeLane high;
    private final MergeLane root;
    private final CrossoverLane lowAllPass;
    private final CrossoverLane highAllPass;
    private final CrossoverLane[] carried = new CrossoverLane[BANDS - 1];
    private int position;
    private boolean fresh;

    /** A mixer with corners at 150, 900 and 5000 Hz. [main-thread] The sample rate is 1 kHz or more. */
    public BandMixer(double sampleRate) {
        if (!(sampleRate >= 1000 && sampleRate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("sample rate: " + sampleRate + " Hz is below 1000 Hz or not finite");
        }
        for (int i = 0; i < corners.length; i++) {
            corners[i] = new CrossoverCorner(sampleRate, (int) (GLIDE_SECONDS * sampleRate), GRID);
            carried[i] = new CrossoverLane(corners[i], along, null);
        }
        low = new MergeLane(corners[0], planes[0], planes[1]);
        high = new MergeLane(corners[2], planes[2], planes[3]);
        root = new MergeLane(corners[1], planes[0], planes[2]);
        lowAllPass = new CrossoverLane(corners[2], planes[0], null);
        highAllPass = new CrossoverLane(corners[0], planes[2], null);
        aim();
        reset();
    }

    /** As {@link Crossover#setCorner}. [audio-thread] */
    public void setCorner(int index, double hz) {
        if (!(hz > 0 && hz < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("corner " + index + ": " + hz + " Hz is not above 0");
        }
        requestedHz[index] = hz;
        aim();
    }

    private void aim() {
        double hz = 0;
        for (int i = 0; i < corners.length; i++) {
            hz = Math.max(hz, requestedHz[i]);
            corners[i].aim(hz);
            if (fresh) {
                corners[i].arrive();
            }
        }
    }

    /** Forgets all sound; the corners are where they were going. */
    public void reset() {
        for (int i = 0; i < corners.length; i++) {
            corners[i].arrive();
            carried[i].reset();
        }
        low.reset();
        high.reset();
        root.reset();
        lowAllPass.reset();
        highAllPass.reset();
        position = 0;
        fresh = true;
    }

    /**
     * Mixes a block. [audio-thread] All planes are used from index 0 on.
     *
     * @param bands one plane a band, from low to high
     * @param sum   where the sum goes; may be one of them
     * @param carry the carried channel, in place
     */
    public void process(float[][] bands, float[] sum, float[] carry, int frames) {
        for (int done = 0; done < frames; ) {
            int count = Math.min(GRID - position, frames - done);
            for (int band = 0; band < BANDS; band++) {
                widen(bands[band], done, planes[band], count);
            }
            widen(carry, done, along, count);
            run(count);
            narrow(planes[0], sum, done, count);
            narrow(along, carry, done, count);
            position += count;
            done += count;
            if (position == GRID) {
                position = 0;
                flush();
            }
        }
    }

    private void run(int count) {
        fresh = false;
        int to = position + count;
        for (CrossoverCorner corner : corners) {
            corner.advance(position, count);
        }
        CrossoverLane.allPassSeries(carried[0], carried[1], carried[2], position, to);
        MergeLane.run(low, high, position, to);
        CrossoverLane.allPass(lowAllPass, highAllPass, position, to);
        root.run(position, to);
    }

    private void flush() {
        for (CrossoverLane lane : carried) {
            lane.flush();
        }
        low.flush();
        high.flush();
        root.flush();
        lowAllPass.flush();
        highAllPass.flush();
    }

    private void widen(float[] from, int offset, double[] to, int count) {
        for (int i = 0; i < count; i++) {
            to[position + i] = from[offset + i];
        }
    }

    private void narrow(double[] from, float[] to, int offset, int count) {
        for (int i = 0; i < count; i++) {
            to[offset + i] = (float) from[position + i];
        }
    }
}
