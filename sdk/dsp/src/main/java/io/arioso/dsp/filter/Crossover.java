package io.arioso.dsp.filter;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits channels into 2 to 6 bands with slopes of 24 dB an octave whose sum is an all-pass: flat to rounding, without
 * latency.
 *
 * <p>Each corner is a Linkwitz-Riley crossover of fourth order, down 6 dB there; bands that a corner does not border
 * pass through its all-pass, so that all bands stay in phase (S. Linkwitz, "Active crossover networks for noncoincident
 * drivers", JAES 1976; L. D'Appolito, "Active realization of multiway all-pass crossover systems", JAES 1987). The
 * corners form a balanced tree, which needs the fewest all-passes.
 *
 * <p>A corner glides to a new place within 50 ms without clicks, on arithmetic alone. Any split into blocks gives the
 * same bits. No allocation after construction; not thread-safe.
 */
public final class Crossover {
    /** The fewest bands. */
    public static final int MIN_BANDS = 2;
    /** The most bands. */
    public static final int MAX_BANDS = 6;

    private static final double GLIDE_SECONDS = 0.05;
    private static final double LOWEST_DEFAULT_HZ = 80;
    private static final double HIGHEST_DEFAULT_HZ = 10_000;
    /** States are looked after once in so many frames, counted from the reset. */
    private static final int GRID = 128;

    private final int bands;
    private final int channels;
    private final CrossoverCorner[] corners;
    private final double[] requestedHz;
    /** By band and channel. */
    private final double[][][] bandPlanes;
    private final CrossoverLane[][] groups;
    private int position;
    private boolean fresh;

    /**
     * A crossover, its corners evenly spread on the musical scale. [main-thread]
     *
     * @param sampleRate 1 kHz or more
     * @param bands      {@value #MIN_BANDS}..{@value #MAX_BANDS}
     * @param channels   1 or more
     */
    public Crossover(double sampleRate, int bands, int channels) {
        require(sampleRate >= 1000 && sampleRate < Double.POSITIVE_INFINITY, "sample rate: " + sampleRate
                + " Hz is below 1000 Hz or not finite");
        require(bands >= MIN_BANDS && bands <= MAX_BANDS, "bands: " + bands + " is outside " + MIN_BANDS + ".."
                + MAX_BANDS);
        require(channels >= 1, "channels: " + channels + " is below 1");
        this.bands = bands;
        this.channels = channels;
        corners = new CrossoverCorner[bands - 1];
        requestedHz = new double[bands - 1];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = new CrossoverCorner(sampleRate, (int) (GLIDE_SECONDS * sampleRate), GRID);
            requestedHz[i] = LOWEST_DEFAULT_HZ
                    * StrictMath.pow(HIGHEST_DEFAULT_HZ / LOWEST_DEFAULT_HZ, (i + 1.0) / bands);
        }
        bandPlanes = new double[bands][channels][GRID];
        groups = plan();
        aim();
        reset();
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Number of bands. */
    public int bands() {
        return bands;
    }

    /**
     * Moves a corner. [audio-thread] It glides there, or is there at once if no frame has been processed since the last
     * reset. A corner below a lower one acts at the place of that one; above 0.49 of the sample rate it acts there.
     *
     * @param index 0..bands - 2, from low to high
     * @param hz    above 0
     */
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
        for (CrossoverCorner corner : corners) {
            corner.arrive();
        }
        for (CrossoverLane[] group : groups) {
            for (CrossoverLane lane : group) {
                lane.reset();
            }
        }
        position = 0;
        fresh = true;
    }

    /**
     * Splits a block. [audio-thread]
     *
     * @param in        one plane a channel, at least {@code inOffset + frames} long; read only
     * @param out       by band from low to high, then by channel; may share planes with {@code in}
     * @param outOffset where to write in each plane of {@code out}
     */
    public void process(float[][] in, int inOffset, float[][][] out, int outOffset, int frames) {
        for (int done = 0; done < frames; ) {
            int count = Math.min(GRID - position, frames - done);
            for (int channel = 0; channel < channels; channel++) {
                widen(in[channel], inOffset + done, bandPlanes[0][channel], count);
            }
            run(count);
            for (int band = 0; band < bands; band++) {
                for (int channel = 0; channel < channels; channel++) {
                    narrow(bandPlanes[band][channel], out[band][channel], outOffset + done, count);
                }
            }
            advance(count);
            done += count;
        }
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

    private void run(int count) {
        fresh = false;
        for (CrossoverCorner corner : corners) {
            corner.advance(position, count);
        }
        int to = position + count;
        for (CrossoverLane[] group : groups) {
            CrossoverLane lane = group[0];
            if (group.length == 1) {
                lane.run(position, to);
            } else if (lane.splits()) {
                CrossoverLane.split(lane, group[1], position, to);
            } else {
                CrossoverLane.allPass(lane, group[1], position, to);
            }
        }
    }

    private void advance(int count) {
        position += count;
        if (position == GRID) {
            position = 0;
            for (CrossoverLane[] group : groups) {
                for (CrossoverLane lane : group) {
                    lane.flush();
                }
            }
        }
    }

    /** All lanes in an order in which each comes after those that it needs, grouped as they share loops. */
    private CrossoverLane[][] plan() {
        List<List<CrossoverLane>> ranks = new ArrayList<>();
        plant(0, corners.length, 0, ranks);
        List<CrossoverLane[]> order = new ArrayList<>();
        for (List<CrossoverLane> rank : ranks) {
            group(rank.stream().filter(lane -> !lane.splits()).toList(), 2, order);
            group(rank.stream().filter(CrossoverLane::splits).toList(), 2, order);
        }
        return order.toArray(CrossoverLane[][]::new);
    }

    private static void group(List<CrossoverLane> lanes, int size, List<CrossoverLane[]> order) {
        for (int i = 0; i < lanes.size(); i += size) {
            order.add(lanes.subList(i, Math.min(lanes.size(), i + size)).toArray(CrossoverLane[]::new));
        }
    }

    /** Splits what lies in the plane of band {@code from} at the corners from..to - 1, beginning at the middle one. */
    private void plant(int from, int to, int rank, List<List<CrossoverLane>> ranks) {
        if (from == to) {
            return;
        }
        int middle = (from + to) / 2;
        for (int channel = 0; channel < channels; channel++) {
            add(ranks, rank, new CrossoverLane(corners[middle], bandPlanes[from][channel],
                    bandPlanes[middle + 1][channel]));
        }
        int lowRank = compensate(from, middle + 1, to, rank + 1, ranks);
        int highRank = compensate(middle + 1, from, middle, rank + 1, ranks);
        plant(from, middle, lowRank, ranks);
        plant(middle + 1, to, highRank, ranks);
    }

    /** Takes the plane of a band through the all-passes of the corners from..to - 1; gives the rank behind them. */
    private int compensate(int band, int from, int to, int rank, List<List<CrossoverLane>> ranks) {
        for (int i = from; i < to; i++) {
            for (int channel = 0; channel < channels; channel++) {
                add(ranks, rank + i - from, new CrossoverLane(corners[i], bandPlanes[band][channel], null));
            }
        }
        return rank + to - from;
    }

    private static void add(List<List<CrossoverLane>> ranks, int rank, CrossoverLane lane) {
        while (ranks.size() <= rank) {
            ranks.add(new ArrayList<>());
        }
        ranks.get(rank).add(lane);
    }
}
