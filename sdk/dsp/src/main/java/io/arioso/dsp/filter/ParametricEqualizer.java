package io.arioso.dsp.filter;

/**
 * A parametric equaliser of 32 bands with the curves of {@link FilterShape}, exact to 0.02 dB up to 0.9 of half the
 * sample rate, without latency.
 *
 * <p>Settings may change at any time; what sounds follows on a grid of about 0.7 ms that is counted from the
 * {@linkplain #reset reset}: a changed band is designed there, at most one fit of some 30 µs a grid step, and then
 * moves or fades to its new curve within 20 ms. So the cost of a block is bounded,
 * nothing is allocated, no other thread takes part, and any split of the same input into blocks gives the same bits.
 *
 * <p>Bands that are off or neutral cost nothing; without any the signal passes bit for bit. Constructed and first
 * settled on the main thread, then for one audio thread.
 */
public final class ParametricEqualizer implements EqualizerControls {
    /** Number of bands. */
    public static final int BANDS = 32;

    private static final int CHUNK = 256;
    private static final int REHEARSAL = 8 * CHUNK;

    private final double sampleRate;
    private final int channels;
    private final BandMotion motion;
    private final EqualizerBand[] bands;
    private final BandRouting routing;
    private final double[][] scratch;
    private final OutputGain output;

    private long clock;

    /** An equaliser with all bands off, for a sample rate in Hz and 1 or more channels. */
    public ParametricEqualizer(double sampleRate, int channels) {
        if (!(sampleRate > 0) || channels < 1) {
            throw new IllegalArgumentException(
                    "equaliser: " + sampleRate + " Hz and " + channels + " channels are not both above 0");
        }
        this.sampleRate = sampleRate;
        this.channels = channels;
        PinkLoudness loudness = new PinkLoudness(sampleRate);
        motion = new BandMotion(sampleRate, channels, BANDS, CHUNK, loudness);
        bands = motion.bands();
        routing = new BandRouting(motion.bank(), BANDS * BandDesigner.MAX_BIQUADS, channels, CHUNK);
        scratch = new double[channels][CHUNK];
        output = new OutputGain(loudness, motion.ramp());
        rehearse();
    }

    /** Does once what the audio thread will do, so that no class is loaded there. */
    private void rehearse() {
        BandChannel[] places = BandChannel.values();
        setAutoGain(true);
        for (int i = 0; i < places.length; i++) {
            setBand(i, FilterShape.BELL, sampleRate / 400, 6, 1, 12, places[i]);
        }
        reset();
        setBand(0, FilterShape.BELL, sampleRate / 5, -6, 1, 24, BandChannel.STEREO);
        setBand(3, FilterShape.BELL, sampleRate / 500, 6, 1, 12, BandChannel.MID);
        process(new float[channels][REHEARSAL], 0, REHEARSAL);
        setAutoGain(false);
        for (int i = 0; i < places.length; i++) {
            setBandOff(i);
        }
        reset();
    }

    /** Number of channels. */
    public int channels() {
        return channels;
    }

    /**
     * How long the bands ring after the input has fallen silent, in frames, until what sounds is 120 dB down; counts
     * what has been taken over at the last {@link #reset} or has settled since, and at most ten seconds.
     */
    public long tailFrames() {
        return motion.tailFrames();
    }

    /** Turns a band on, or changes it; bounds as in {@link BandSettings}. */
    public void setBand(int index, BandSettings band, BandChannel channel) {
        setBand(index, band.shape(), band.frequencyHz(), band.gainDb(), band.q(), band.slopeDbPerOctave(), channel);
    }

    @Override
    public void setBand(int index, FilterShape shape, double frequencyHz, double gainDb, double q,
                        int slopeDbPerOctave, BandChannel channel) {
        BandSettings.check(shape, frequencyHz, gainDb, q, slopeDbPerOctave);
        bands[index].ask(shape, frequencyHz, gainDb, q, slopeDbPerOctave,
                channels == 2 ? channel : BandChannel.STEREO);
        motion.touch();
    }

    @Override
    public void setBandOff(int index) {
        bands[index].askOff();
        motion.touch();
    }

    @Override
    public void setGainScale(double scale) {
        if (!(scale >= -1 && scale <= 2)) {
            throw new IllegalArgumentException("gain scale: " + scale + " is outside -1..2");
        }
        motion.setGainScale(scale);
    }

    @Override
    public void setOutputDb(double db) {
        output.setDb(db);
        motion.touch();
    }

    @Override
    public void setAutoGain(boolean on) {
        output.setAuto(on);
        motion.touch();
    }

    /** Forgets the signal and takes all settings over at once; afterwards as a new equaliser with these settings. */
    public void reset() {
        motion.snap();
        output.bandsChanged();
        output.snap(bands);
        clock = 0;
        routing.collect(bands);
    }

    /**
     * Filters frames {@code from} to {@code to} (exclusive) of each channel in place.
     *
     * @param audio one array a channel; as many channels as were constructed
     */
    public void process(float[][] audio, int from, int to) {
        int frame = from;
        while (frame < to) {
            if (motion.isBusy() && clock % motion.grid() == 0) {
                stepGrid();
            }
            int cell = motion.isBusy() ? motion.grid() : CHUNK;
            int frames = (int) Math.min(to - frame, cell - clock % cell);
            if (!routing.isEmpty() || !output.isUnity()) {
                render(audio, frame, frames);
            }
            advance(frames);
            frame += frames;
        }
    }

    private void advance(int frames) {
        clock += frames;
        motion.advance(frames);
        output.advance(frames);
        if (clock % CHUNK == 0 && !routing.isEmpty()) {
            motion.flush();
        }
    }

    private void stepGrid() {
        motion.step();
        if (motion.curveChanged()) {
            output.bandsChanged();
        }
        motion.keepBusy(output.step(bands));
        if (motion.slotsChanged()) {
            routing.collect(bands);
        }
    }

    private void render(float[][] audio, int from, int frames) {
        for (int c = 0; c < channels; c++) {
            float[] source = audio[c];
            double[] x = scratch[c];
            for (int i = 0; i < frames; i++) {
                x[i] = source[from + i];
            }
        }
        routing.run(scratch, frames, motion.ramp());
        for (int c = 0; c < channels; c++) {
            output.store(scratch[c], audio[c], from, frames);
        }
    }
}
