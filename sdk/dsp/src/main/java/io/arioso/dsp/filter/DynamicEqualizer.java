package io.arioso.dsp.filter;

import io.arioso.dsp.dynamics.LookaheadDelay;
import java.util.Arrays;

/**
 * 32 {@linkplain DynamicBand dynamic bands} in series, which listen to the input of the whole or to an external key.
 *
 * <p>Settings may change at any time; new curves are designed and taken up as in {@link ParametricEqualizer}, on a grid
 * that is counted from the {@linkplain #reset reset}. Bands that are off cost nothing, and without any the signal
 * passes bit for bit. The cost of a block is bounded, nothing is allocated, and any split of the same input into
 * blocks gives the same bits. Constructed and first settled on the main thread, then for one audio thread.
 */
public final class DynamicEqualizer {
    /** Number of bands. */
    public static final int BANDS = ParametricEqualizer.BANDS;
    /** For {@link #setListen}: nothing of the keys is heard. */
    public static final int NOBODY = -1;

    private static final int CHUNK = 256;
    private static final int REHEARSAL = 8 * CHUNK;
    private static final double LISTEN_SECONDS = 0.010;
    private static final float LOUDEST = 1e6f;

    private final int channels;
    private final BandMotion motion;
    private final DynamicBand[] bands = new DynamicBand[BANDS];
    private final RunList run;
    private final KeySignal ownKey;
    private final KeySignal externalKey;
    private final LookaheadDelay[] delays;
    private final double[][] x;
    private final double[] filtered = new double[CHUNK];
    private final double[] filteredPartner = new double[CHUNK];
    private final double[] weights = new double[CHUNK];
    private final double[] spare = new double[CHUNK];
    private final double[][] key;
    private final float[][] heard;
    private final float[] heardShare;
    private final float listenStep;

    private long clock;
    private boolean anyActive;
    private int listenTo = NOBODY;
    private int lastHeard = NOBODY;
    private float listening;
    private float listenGoal;
    private boolean hears;
    private double gainScale = 1;

    /**
     * Bands that are off.
     *
     * @param sampleRate       in Hz, above 200
     * @param channels         1 or more
     * @param externalChannels of the external key, 0 for none
     * @param maxFrames        the longest block
     * @param lookaheadFrames  by how much the signal is late, and so the bands ahead of it
     */
    public DynamicEqualizer(double sampleRate, int channels, int externalChannels, int maxFrames, int lookaheadFrames) {
        this.channels = channels;
        PinkLoudness loudness = new PinkLoudness(sampleRate);
        motion = new BandMotion(sampleRate, channels, BANDS, CHUNK, loudness);
        int lanes = Math.max(channels, externalChannels);
        for (int i = 0; i < BANDS; i++) {
            bands[i] = new DynamicBand(this, motion.bands()[i], sampleRate, lanes);
        }
        run = new RunList(motion.bank(), BandDesigner.MAX_BIQUADS, CHUNK);
        ownKey = new KeySignal(sampleRate, channels, CHUNK);
        externalKey = externalChannels > 0 ? new KeySignal(sampleRate, externalChannels, CHUNK) : ownKey;
        delays = new LookaheadDelay[lookaheadFrames > 0 ? channels : 0];
        for (int c = 0; c < delays.length; c++) {
            delays[c] = new LookaheadDelay(lookaheadFrames);
        }
        x = new double[channels][CHUNK];
        key = new double[lanes][CHUNK];
        heard = new float[channels][maxFrames];
        heardShare = new float[maxFrames];
        listenStep = (float) (1 / Math.max(1, Math.rint(LISTEN_SECONDS * sampleRate)));
        rehearse(sampleRate, externalChannels, Math.min(maxFrames, CHUNK));
    }

    /** Does once what the audio thread will do, so that no class is loaded there. */
    private void rehearse(double sampleRate, int externalChannels, int block) {
        float[][] audio = new float[channels][block];
        float[][] external = new float[externalChannels][block];
        BandChannel[] places = BandChannel.values();
        for (int i = 0; i < places.length; i++) {
            bands[i].set(FilterShape.BELL, sampleRate / 400, 6, 1, 12, places[i]);
        }
        reset();
        bands[0].set(FilterShape.HIGH_SHELF, sampleRate / 5, -6, 1, 24, BandChannel.STEREO);
        bands[1].setThreshold(-300, 6, true);
        setListen(0);
        for (int done = 0; done < REHEARSAL; done += block) {
            process(audio, external, 0, block);
            hear(audio, block);
        }
        for (int i = 0; i < places.length; i++) {
            bands[i].setOff();
        }
        bands[1].setThreshold(-30, 0, true);
        setListen(NOBODY);
        reset();
    }

    /** A band to be set, 0 or more. */
    public DynamicBand band(int index) {
        return bands[index];
    }

    /** Whether no band sounds: then the signal passes, and every gain is 0 dB. */
    public boolean isIdle() {
        return !anyActive;
    }

    /** Multiplies the ranges of all bands, -1..2. */
    public void setGainScale(double scale) {
        if (!(scale >= -1 && scale <= 2)) {
            throw new IllegalArgumentException("gain scale: " + scale + " is outside -1..2");
        }
        if (scale != gainScale) {
            gainScale = scale;
            motion.setGainScale(scale);
            for (DynamicBand band : bands) {
                band.aimRange();
            }
        }
    }

    double gainScale() {
        return gainScale;
    }

    /** Chooses the band whose key {@link #hear} lets hear; {@link #NOBODY} or one that is off for none. */
    public void setListen(int band) {
        if (band < NOBODY || band >= BANDS) {
            throw new IllegalArgumentException("band to listen to: " + band + " is outside -1.." + (BANDS - 1));
        }
        if (band != listenTo) {
            listenTo = band;
            motion.touch();
        }
    }

    /** Forgets the signal and takes all settings over at once; afterwards as a new one with these settings. */
    public void reset() {
        motion.snap();
        anyActive = false;
        for (DynamicBand band : bands) {
            band.snap();
            anyActive |= band.isActive();
        }
        ownKey.reset();
        externalKey.reset();
        for (LookaheadDelay delay : delays) {
            delay.reset();
        }
        clock = 0;
        listening = 0;
        chooseHeard();
        listening = listenGoal;
        hears = false;
    }

    /**
     * Processes frames {@code from} to {@code to} (exclusive) of each channel in place.
     *
     * @param audio    one array a channel
     * @param external one array a channel of the external key
     */
    public void process(float[][] audio, float[][] external, int from, int to) {
        hears = false;
        int frame = from;
        while (frame < to) {
            if (motion.isBusy() && clock % motion.grid() == 0) {
                step();
            }
            int cell = motion.isBusy() ? motion.grid() : CHUNK;
            int frames = (int) Math.min(to - frame, cell - clock % cell);
            render(audio, external, frame, frames, frame - from);
            clock += frames;
            motion.advance(frames);
            if (clock % CHUNK == 0 && anyActive) {
                flush();
            }
            frame += frames;
        }
    }

    /** Lets the chosen band's key be heard instead of what is in {@code audio}: the block that was processed last. */
    public void hear(float[][] audio, int frames) {
        if (!hears) {
            return;
        }
        for (int c = 0; c < channels; c++) {
            float[] out = audio[c];
            float[] in = heard[c];
            for (int i = 0; i < frames; i++) {
                out[i] += heardShare[i] * (in[i] - out[i]);
            }
        }
    }

    private void step() {
        motion.step();
        boolean more = false;
        for (DynamicBand band : bands) {
            more |= band.step(motion.ramp().length() / motion.grid());
        }
        if (motion.slotsChanged()) {
            collect();
        }
        motion.keepBusy(chooseHeard() | more);
    }

    private void collect() {
        boolean any = false;
        for (DynamicBand band : bands) {
            band.collect();
            any |= band.isActive();
        }
        if (any && !anyActive) {
            ownKey.reset();
            externalKey.reset();
        }
        anyActive = any;
    }

    private void render(float[][] audio, float[][] external, int from, int frames, int intoBlock) {
        if (anyActive) {
            ownKey.take(audio, from, frames);
            if (externalKey != ownKey) {
                externalKey.take(external, from, frames);
            }
        }
        for (int c = 0; c < delays.length; c++) {
            delays[c].process(audio[c], from, frames);
        }
        fade(intoBlock, frames);
        if (!anyActive) {
            return;
        }
        load(audio, from, frames);
        for (int i = 0; i < BANDS; i++) {
            DynamicBand band = bands[i];
            if (band.isActive()) {
                KeySignal heardBy = band.isExternal() ? externalKey : ownKey;
                band.listen(heardBy, key, weights, spare, (int) (clock % motion.grid()), frames);
                if (i == lastHeard) {
                    keep(band, heardBy, intoBlock, frames);
                }
                apply(band, frames);
            }
        }
        store(audio, from, frames);
    }

    /** Decides whose key is heard: a new one only when the last has faded away. Returns whether a fade is due. */
    private boolean chooseHeard() {
        int wanted = listenTo != NOBODY && bands[listenTo].isActive() ? listenTo : NOBODY;
        if (listening == 0) {
            lastHeard = wanted;
        }
        listenGoal = lastHeard == wanted && wanted != NOBODY ? 1 : 0;
        return listening != listenGoal || lastHeard != wanted;
    }

    private void fade(int at, int frames) {
        float share = listening;
        float goal = listenGoal;
        if (share == goal) {
            Arrays.fill(heardShare, at, at + frames, share);
        } else {
            for (int i = 0; i < frames; i++) {
                share = Math.max(share - listenStep, Math.min(share + listenStep, goal));
                heardShare[at + i] = share;
            }
            listening = share;
        }
        if (lastHeard != NOBODY) {
            hears = true;
            for (float[] plane : heard) {
                Arrays.fill(plane, at, at + frames, 0);
            }
        }
    }

    private void keep(DynamicBand band, KeySignal from, int at, int frames) {
        int lanes = from.lanes(band.channel());
        for (int c = 0; c < channels; c++) {
            double[] source = key[Math.min(c, lanes - 1)];
            float sign = c == 1 && band.channel() == BandChannel.SIDE ? -1 : 1;
            for (int i = 0; i < frames; i++) {
                heard[c][at + i] = sign * (float) source[i];
            }
        }
    }

    private void apply(DynamicBand band, int frames) {
        run.clear();
        run.add(band.filter());
        switch (band.channel()) {
            case STEREO -> applyToAll(frames);
            case LEFT -> applyTo(0, frames);
            case RIGHT -> applyTo(1, frames);
            case MID -> applyToSum(1, frames);
            case SIDE -> applyToSum(-1, frames);
        }
    }

    private void applyToAll(int frames) {
        for (int c = 0; c + 1 < channels; c += 2) {
            System.arraycopy(x[c], 0, filtered, 0, frames);
            System.arraycopy(x[c + 1], 0, filteredPartner, 0, frames);
            run.run(c, filtered, c + 1, filteredPartner, frames, motion.ramp());
            blend(x[c], filtered, frames);
            blend(x[c + 1], filteredPartner, frames);
        }
        if (channels % 2 == 1) {
            applyTo(channels - 1, frames);
        }
    }

    private void applyTo(int channel, int frames) {
        System.arraycopy(x[channel], 0, filtered, 0, frames);
        run.run(channel, filtered, frames, motion.ramp());
        blend(x[channel], filtered, frames);
    }

    private void blend(double[] straight, double[] through, int frames) {
        for (int i = 0; i < frames; i++) {
            double weight = weights[i];
            straight[i] = weight == 0 ? straight[i] : straight[i] + weight * (through[i] - straight[i]);
        }
    }

    /** Mid or side: what the filter changes of (l ± r) / 2 is added to the left and to the ± right. */
    private void applyToSum(int sign, int frames) {
        double[] left = x[0];
        double[] right = x[1];
        for (int i = 0; i < frames; i++) {
            filteredPartner[i] = 0.5 * (left[i] + sign * right[i]);
        }
        System.arraycopy(filteredPartner, 0, filtered, 0, frames);
        run.run(0, filtered, frames, motion.ramp());
        for (int i = 0; i < frames; i++) {
            if (weights[i] != 0) {
                double change = weights[i] * (filtered[i] - filteredPartner[i]);
                left[i] += change;
                right[i] += sign * change;
            }
        }
    }

    private void load(float[][] audio, int from, int frames) {
        for (int c = 0; c < channels; c++) {
            float[] in = audio[c];
            double[] out = x[c];
            for (int i = 0; i < frames; i++) {
                out[i] = in[from + i];
            }
        }
    }

    /** Never beyond +120 dBFS, wherever 32 bands at their top may lead. */
    private void store(float[][] audio, int from, int frames) {
        for (int c = 0; c < channels; c++) {
            float[] out = audio[c];
            double[] in = x[c];
            for (int i = 0; i < frames; i++) {
                out[from + i] = (float) in[i];
            }
            for (int i = from; i < from + frames; i++) {
                out[i] = Math.max(-LOUDEST, Math.min(LOUDEST, out[i]));
            }
        }
    }

    private void flush() {
        motion.flush();
        for (DynamicBand band : bands) {
            if (band.isActive()) {
                band.flush();
            }
        }
    }

    /** The channels that a band works on when it is asked for some. */
    BandChannel placed(BandChannel channel) {
        return channels == 2 ? channel : BandChannel.STEREO;
    }

    int grid() {
        return motion.grid();
    }

    void touch() {
        motion.touch();
    }

    /** How long the bands ring after the input has fallen silent, in frames, without lookahead; at most ten seconds. */
    public long tailFrames() {
        return motion.tailFrames();
    }
}
