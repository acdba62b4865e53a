package io.arioso.dsp.dynamics;

import java.util.Arrays;

/**
 * A brick-wall limiter for any number of channels: no sample and, on request, no true peak above the ceiling.
 *
 * <p>Peaks are read ahead of the sound ({@link PeakReader}), each asks for the gain {@code ceiling / peak}, and a
 * smooth gain meets all of them ({@link LimiterGain}). Below the ceiling (true peaks: 0.02 dB below it) the output is
 * the input {@link #latencyFrames()} later, bit for bit. {@link WildSamples} become silence.
 *
 * <p>Styles differ in how the gain falls and recovers ({@link LimiterStyle}); the ceiling holds for all of them.
 *
 * <p>Everything is per frame, so no split into blocks changes a bit. Settings take effect at the next frame
 * {@link #process} is given. One instance serves one thread; nothing but the constructor allocates.
 */
public final class LookaheadLimiter {
    /** The longest lookahead. */
    public static final double MAX_LOOKAHEAD_MS = 20;

    static final int CHUNK = 512;
    /** Aims this much below the ceiling, 2e-6 dB, which covers the rounding of gain and product. */
    private static final float ROUNDING_MARGIN = 1 - 0x1p-22f;

    private final int channels;
    private final PeakReader[] readers;
    private final LimiterGain[] gains;
    private final LookaheadDelay[] delays;
    private final SustainLink sustain;
    private final float[][] required;
    private final float[] linked = new float[CHUNK];
    private final int latencyFrames;
    private final float[] steadyCeiling = new float[CHUNK];
    private final float[] movingCeiling = new float[CHUNK];
    private float ceiling = 1;
    private float link = 1;
    private double releaseLink;
    private int alikeFor;
    private float leastGain = 1;

    /**
     * A transparent limiter at ceiling 1, true peak on eight points, 100 ms release, fully linked.
     *
     * @param sampleRate  in Hz
     * @param channels    1 or more
     * @param lookaheadMs 0 to {@link #MAX_LOOKAHEAD_MS}; how long the gain may take to move down
     */
    public LookaheadLimiter(double sampleRate, int channels, double lookaheadMs) {
        this(sampleRate, channels, lookaheadMs, LimiterStyle.TRANSPARENT, AttackShape.SMOOTH, PeakGrid.EIGHT);
    }

    /** As {@link #LookaheadLimiter(double, int, double)}, of another style, shape of fall and density of detection. */
    public LookaheadLimiter(double sampleRate, int channels, double lookaheadMs, LimiterStyle style,
            AttackShape shape, PeakGrid grid) {
        if (channels < 1) {
            throw new IllegalArgumentException("channels: " + channels + " is below 1");
        }
        if (!(lookaheadMs >= 0 && lookaheadMs <= MAX_LOOKAHEAD_MS)) {
            throw new IllegalArgumentException("lookahead: " + lookaheadMs + " ms is outside 0.." + MAX_LOOKAHEAD_MS);
        }
        int lookaheadFrames = (int) StrictMath.rint(lookaheadMs * sampleRate / 1000);
        this.channels = channels;
        readers = new PeakReader[channels];
        gains = new LimiterGain[channels];
        delays = new LookaheadDelay[channels];
        sustain = new SustainLink(sampleRate, channels);
        required = new float[channels][CHUNK];
        for (int channel = 0; channel < channels; channel++) {
            readers[channel] = new PeakReader(sampleRate, grid);
            gains[channel] = new LimiterGain(sampleRate, lookaheadFrames, style, shape);
            delays[channel] = new LookaheadDelay(lookaheadFrames + readers[channel].latencyFrames());
        }
        latencyFrames = lookaheadFrames + readers[0].latencyFrames();
        Arrays.fill(steadyCeiling, ceiling);
        reset();
    }

    /** Frames by which the output is late; constant. */
    public int latencyFrames() {
        return latencyFrames;
    }

    /** Sets the highest magnitude let through, linear, above 0. [audio-thread] */
    public void setCeiling(double ceiling) {
        if (!(ceiling > 0)) {
            throw new IllegalArgumentException("ceiling: " + ceiling + " is not above 0");
        }
        if ((float) ceiling != this.ceiling) {
            this.ceiling = (float) ceiling;
            Arrays.fill(steadyCeiling, this.ceiling);
        }
    }

    /** Chooses whether the ceiling holds between the samples too. [audio-thread] */
    public void setTruePeak(boolean truePeak) {
        for (PeakReader reader : readers) {
            reader.setTruePeak(truePeak);
        }
    }

    /** Sets the release; see {@link ReleaseFollower#setRelease}. [audio-thread] */
    public void setRelease(double releaseMs, boolean automatic) {
        for (LimiterGain gain : gains) {
            gain.setRelease(releaseMs, automatic);
        }
    }

    /** Sets how far each channel follows the loudest: 0 by itself, 1 all alike. [audio-thread] */
    public void setLink(double link) {
        if (!(link >= 0 && link <= 1)) {
            throw new IllegalArgumentException("link: " + link + " is outside 0..1");
        }
        if ((float) link == this.link) {
            return;
        }
        if (this.link == 1) {
            separate();
        }
        this.link = (float) link;
        if (this.link == 1) {
            unite();
        }
    }

    /**
     * Sets how far each channel follows what limiting the others has lasted, 0 to 1: beyond the link, which is for
     * every peak, this is for the gain that stays down for more than about 50 ms. [audio-thread]
     */
    public void setReleaseLink(double releaseLink) {
        if (!(releaseLink >= 0 && releaseLink <= 1)) {
            throw new IllegalArgumentException("release link: " + releaseLink + " is outside 0..1");
        }
        if (this.releaseLink == 0) {
            sustain.reset();
        }
        this.releaseLink = releaseLink;
    }

    /** From here on each channel has a gain of its own; those that rested take over the common one. */
    private void separate() {
        sustain.reset();
        if (alikeFor >= gains[0].memoryFrames()) {
            for (int channel = 1; channel < channels; channel++) {
                gains[channel].copyFrom(gains[0]);
            }
        }
    }

    /** From here on all gains are fed alike; once the past is out of their smoothers one can stand for all. */
    private void unite() {
        for (int channel = 1; channel < channels; channel++) {
            gains[0].lowerTo(gains[channel]);
        }
        for (int channel = 1; channel < channels; channel++) {
            gains[channel].lowerTo(gains[0]);
        }
        alikeFor = 0;
    }

    /**
     * Limits {@code audio[channel][from..from + frames)} in place. [audio-thread]
     *
     * @param audio one array a channel
     */
    public void process(float[][] audio, int from, int frames) {
        for (int done = 0; done < frames; done += CHUNK) {
            processChunk(audio, from + done, Math.min(CHUNK, frames - done), steadyCeiling, ceiling);
        }
    }

    /**
     * As {@link #process(float[][], int, int)} under a ceiling that moves. [audio-thread]
     *
     * @param ceilings one a frame from index 0 on, linear, above 0
     */
    public void process(float[][] audio, int from, int frames, float[] ceilings) {
        for (int done = 0; done < frames; done += CHUNK) {
            int count = Math.min(CHUNK, frames - done);
            System.arraycopy(ceilings, done, movingCeiling, 0, count);
            float lowest = movingCeiling[0];
            for (int i = 1; i < count; i++) {
                lowest = Math.min(lowest, movingCeiling[i]);
            }
            processChunk(audio, from + done, count, movingCeiling, lowest);
        }
    }

    private void processChunk(float[][] audio, int from, int frames, float[] ceilings, float lowestCeiling) {
        for (int channel = 0; channel < channels; channel++) {
            WildSamples.silence(audio[channel], from, frames);
            readers[channel].read(audio[channel], from, required[channel], frames, lowestCeiling);
            toGain(required[channel], ceilings, frames);
            delays[channel].process(audio[channel], from, frames);
        }
        least(linked, frames);
        if (link == 1) {
            applyLinked(audio, from, frames);
        } else {
            applySeparate(audio, from, frames);
        }
    }

    private void applySeparate(float[][] audio, int from, int frames) {
        for (int channel = 0; channel < channels; channel++) {
            approach(required[channel], linked, frames);
            gains[channel].follow(required[channel], frames);
        }
        if (releaseLink > 0) {
            sustain.process(required, frames, releaseLink);
        }
        for (int channel = 0; channel < channels; channel++) {
            gains[channel].smooth(required[channel], frames);
            apply(audio[channel], from, required[channel], frames);
        }
    }

    private void applyLinked(float[][] audio, int from, int frames) {
        int settled = gains[0].memoryFrames();
        if (alikeFor < settled) {
            alikeFor = Math.min(settled, alikeFor + frames);
            for (int channel = 1; channel < channels; channel++) {
                System.arraycopy(linked, 0, required[channel], 0, frames);
                gains[channel].process(required[channel], frames);
                apply(audio[channel], from, required[channel], frames);
            }
            gains[0].process(linked, frames);
            apply(audio[0], from, linked, frames);
            return;
        }
        gains[0].process(linked, frames);
        for (int channel = 0; channel < channels; channel++) {
            apply(audio[channel], from, linked, frames);
        }
    }

    private static void toGain(float[] peaks, float[] ceilings, int frames) {
        for (int i = 0; i < frames; i++) {
            float peak = peaks[i];
            float limit = ceilings[i];
            peaks[i] = peak > limit ? limit * ROUNDING_MARGIN / peak : 1f;
        }
    }

    private void least(float[] out, int frames) {
        System.arraycopy(required[0], 0, out, 0, frames);
        for (int channel = 1; channel < channels; channel++) {
            float[] other = required[channel];
            for (int i = 0; i < frames; i++) {
                out[i] = Math.min(out[i], other[i]);
            }
        }
    }

    /** Moves each gain the linked share of the way to the least one; never above itself. */
    private void approach(float[] own, float[] least, int frames) {
        float share = link;
        for (int i = 0; i < frames; i++) {
            own[i] = own[i] + share * (least[i] - own[i]);
        }
    }

    private void apply(float[] audio, int from, float[] gain, int frames) {
        float lowest = leastGain;
        for (int i = 0; i < frames; i++) {
            audio[from + i] = audio[from + i] * gain[i];
            lowest = gain[i] < lowest ? gain[i] : lowest;
        }
        leastGain = lowest;
    }

    /** The lowest gain applied since the last call, linear; 1 when nothing was limited. [audio-thread] */
    public float takeLeastGain() {
        float least = leastGain;
        leastGain = 1;
        return least;
    }

    /** Back to silence and gain 1; settings stay. [audio-thread] */
    public void reset() {
        for (int channel = 0; channel < channels; channel++) {
            readers[channel].reset();
            gains[channel].reset();
            delays[channel].reset();
        }
        sustain.reset();
        alikeFor = gains[0].memoryFrames();
        leastGain = 1;
    }
}
