package io.arioso.dsp.reverb;

import io.arioso.dsp.filter.CutFilter;
import java.util.Arrays;

/**
 * An artificial room: early reflections, a diffuser, a feedback delay network of 16 lines. Mono or stereo, without
 * latency, the reverberation alone.
 *
 * <p>Whatever the decay, pink noise comes out about as loud as it went in. Settings may change at any time; they take
 * effect on a grid of at most 256 frames that is counted from the {@linkplain #reset reset}, and fade. Any split of the
 * same input into blocks gives the same bits. Constructed and first settled on the main thread, then for one audio thread;
 * nothing is allocated after construction.
 */
public final class RoomReverb {
    /** Number of bands of the decay. */
    public static final int BANDS = DecayCurve.BANDS;
    /** Shortest and longest size in metres. */
    public static final double MIN_METRES = 5;
    /** Longest size in metres. */
    public static final double MAX_METRES = 120;

    private static final int LONGEST_CELL = 256;
    private static final double RAMP_SECONDS = 0.06;
    private static final double LEAST_DIFFUSION = 0.8;
    private static final double TAIL_DB = 100;
    private static final float GRAIN = 1e-12f;
    /** Nothing is heard down there, but lines that lose nothing would pile it up. */
    private static final double LOWEST_HZ = 5;
    private static final int SEED = 7;

    private final double sampleRate;
    private final int channels;
    private final int cellFrames;
    private final CutFilter lowest;
    private final FeedbackDelayNetwork network;
    private final Absorption absorption;
    private final Diffuser diffuser;
    private final EarlyReflections reflections;
    private final GridRamp inputGain;
    private final GridRamp lateLevel;
    private final GridRamp earlyGain;
    private final GridRamp lateGain;
    private final float[][] input;
    private final float[][] early;
    private final float[] late;
    private final float[][] diffused;
    private final float[] scratch;
    private final int memoryFrames;
    private double decaySeconds = 2;
    private final double[] factors = new double[BANDS];
    private boolean levelStale = true;
    private boolean frozen;
    private int cellOffset;
    private int quietFrames;

    /**
     * A room at default settings, reset.
     *
     * @param sampleRate frames a second
     * @param channels   1 or 2
     * @param metres     length of the room, {@value #MIN_METRES}..{@value #MAX_METRES}
     */
    public RoomReverb(double sampleRate, int channels, RoomShape shape, double metres) {
        if (!(sampleRate > 0) || channels < 1 || channels > 2) {
            throw new IllegalArgumentException("reverb: " + sampleRate + " Hz and " + channels
                + " channels instead of more than 0 Hz and 1 or 2 channels");
        }
        if (!(metres >= MIN_METRES && metres <= MAX_METRES)) {
            throw new IllegalArgumentException(
                "reverb size: " + metres + " m is outside " + MIN_METRES + ".." + MAX_METRES + " m");
        }
        this.sampleRate = sampleRate;
        this.channels = channels;
        int[] lengths = shape.lineFrames(sampleRate, metres);
        cellFrames = Integer.highestOneBit(Math.min(LONGEST_CELL, Math.max(1, lengths[0] / 3)));
        lowest = CutFilter.lowCut(sampleRate, channels);
        lowest.set(LOWEST_HZ, 1);
        network = new FeedbackDelayNetwork(sampleRate, cellFrames, lengths, shape.matrix(cellFrames));
        absorption = network.absorption();
        diffuser = new Diffuser(sampleRate, cellFrames, shape.stageFrames(sampleRate, metres), SEED);
        reflections =
            new EarlyReflections(sampleRate, cellFrames, channels, new ShoeboxRoom(shape, metres, sampleRate));
        double ramp = RAMP_SECONDS * sampleRate;
        inputGain = new GridRamp(cellFrames, ramp, 1);
        lateLevel = new GridRamp(cellFrames, ramp, 1);
        earlyGain = new GridRamp(cellFrames, ramp, 0);
        lateGain = new GridRamp(cellFrames, ramp, 1);
        input = new float[channels][cellFrames];
        early = new float[channels][cellFrames];
        late = new float[cellFrames];
        diffused = new float[Diffuser.ROWS][cellFrames];
        scratch = new float[cellFrames];
        memoryFrames = Math.max(reflections.memoryFrames(), diffuser.totalFrames() + cellFrames);
        Arrays.fill(factors, 1);
        setDecay(2);
        setModulation(0.5, 0);
        reset();
    }

    /** Sets the time for 60 dB in seconds, above 0. */
    public void setDecay(double seconds) {
        decaySeconds = seconds;
        for (int band = 0; band < BANDS; band++) {
            absorption.setSeconds(band, seconds * factors[band]);
        }
        levelStale = true;
    }

    /** Lets a band (100, 250, 630 Hz, 1.6, 4, 10 kHz) last longer or shorter by a factor above 0. */
    public void setDecayFactor(int band, double factor) {
        factors[band] = factor;
        absorption.setSeconds(band, decaySeconds * factor);
        levelStale = true;
    }

    /** Sets the share of the early reflections in the energy, 0..1. */
    public void setEarly(double share) {
        earlyGain.set(Math.sqrt(share));
        lateGain.set(Math.sqrt(1 - share));
    }

    /** Sets how far the sources stand, 0..1. */
    public void setDistance(double distance) {
        reflections.setDistance(distance);
    }

    /** Sets how much the diffuser spreads, 0..1. */
    public void setDiffusion(double amount) {
        diffuser.setAmount(LEAST_DIFFUSION + (1 - LEAST_DIFFUSION) * amount);
    }

    /** Sets rate in Hz and depth, 0..1, of the modulation; a depth of 0 turns it off. */
    public void setModulation(double rateHz, double depth) {
        network.rotations().set(rateHz, depth);
    }

    /** Holds what sounds for ever and lets nothing new in. */
    public void setFrozen(boolean on) {
        frozen = on;
        absorption.setFrozen(on);
        inputGain.set(on ? 0 : 1);
    }

    /** Forgets the sound and takes all settings over at once. */
    public void reset() {
        updateLevel();
        lowest.reset();
        network.reset();
        diffuser.reset();
        reflections.reset();
        inputGain.snap();
        lateLevel.snap();
        earlyGain.snap();
        lateGain.snap();
        cellOffset = 0;
        quietFrames = memoryFrames;
    }

    /** What sounds is silent, 100 dB down, after so many frames; {@link Long#MAX_VALUE} while frozen. [any-thread] */
    public long tailFrames() {
        if (frozen) {
            return Long.MAX_VALUE;
        }
        return (long) (diffuser.totalFrames() / 2 + absorption.longestSeconds() * TAIL_DB / 60 * sampleRate);
    }

    /**
     * Replaces the input by the reverberation.
     *
     * @param planes one array a channel
     */
    public void process(float[][] planes, int frames) {
        int done = 0;
        while (done < frames) {
            if (cellOffset == 0) {
                step();
            }
            int stretch = Math.min(frames - done, cellFrames - cellOffset);
            boolean silent = take(planes, done, stretch);
            quietFrames = silent ? Math.min(memoryFrames, quietFrames + stretch) : 0;
            if (quietFrames >= memoryFrames && network.silent()) {
                for (float[] plane : planes) {
                    Arrays.fill(plane, done, done + stretch, 0);
                }
            } else {
                render(planes, done, stretch);
            }
            done += stretch;
            cellOffset = (cellOffset + stretch) % cellFrames;
        }
    }

    private void step() {
        if (levelStale) {
            updateLevel();
        }
        network.step();
        diffuser.step();
        reflections.step();
        inputGain.step();
        lateLevel.step();
        earlyGain.step();
        lateGain.step();
    }

    private void updateLevel() {
        lateLevel.set(1 / Math.sqrt(absorption.energy()));
        network.decayChanged();
        levelStale = false;
    }

    /** Copies the input; whether it is silent. What is below 1e-19 becomes 0 by being added to a larger number. */
    private boolean take(float[][] planes, int from, int frames) {
        boolean silent = true;
        for (int channel = 0; channel < channels; channel++) {
            System.arraycopy(planes[channel], from, input[channel], 0, frames);
        }
        lowest.process(input, 0, frames);
        for (int channel = 0; channel < channels; channel++) {
            float[] row = input[channel];
            for (int i = 0; i < frames; i++) {
                row[i] = (row[i] + GRAIN) - GRAIN;
            }
            if (inputGain.moving() || inputGain.value() != 1) {
                inputGain.apply(row, scratch, cellOffset, frames);
            }
            silent = silent && allZero(row, frames);
        }
        return silent;
    }

    private static boolean allZero(float[] row, int frames) {
        for (int i = 0; i < frames; i++) {
            if (row[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private void render(float[][] planes, int from, int frames) {
        reflections.process(input, early, cellOffset, frames);
        feedDiffuser(frames);
        diffuser.process(diffused, cellOffset, frames);
        network.process(diffused, cellOffset, frames);
        for (int channel = 0; channel < channels; channel++) {
            network.collect(channel, late, cellOffset, frames);
            lateGain.apply(late, scratch, cellOffset, frames);
            earlyGain.apply(early[channel], scratch, cellOffset, frames);
            sum(planes[channel], from, late, early[channel], frames);
        }
    }

    /** Left enters the even rows, right the odd ones; mono all. */
    private void feedDiffuser(int frames) {
        // Each row enters two lines.
        float share = (float) Math.sqrt(channels / (2.0 * Diffuser.ROWS));
        for (int channel = 0; channel < channels; channel++) {
            float[] row = diffused[channel];
            for (int i = 0; i < frames; i++) {
                row[i] = share * input[channel][i];
            }
            lateLevel.apply(row, scratch, cellOffset, frames);
        }
        for (int row = channels; row < Diffuser.ROWS; row++) {
            System.arraycopy(diffused[row % channels], 0, diffused[row], 0, frames);
        }
    }

    private void sum(float[] plane, int from, float[] late, float[] early, int frames) {
        float scale = channels == 1 ? (float) Math.sqrt(2) : 1;
        for (int i = 0; i < frames; i++) {
            scratch[i] = 0f + (scale * late[i] + early[i]);
        }
        System.arraycopy(scratch, 0, plane, from, frames);
    }
}
