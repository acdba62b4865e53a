package io.arioso.dsp.phase;

import io.arioso.dsp.dynamics.LookaheadDelay;
import io.arioso.dsp.filter.BandChannel;
import io.arioso.dsp.filter.BandSettings;
import io.arioso.dsp.filter.DesignGrid;
import io.arioso.dsp.filter.EqualizerControls;
import io.arioso.dsp.filter.FilterShape;

/**
 * Equaliser bands as one exact convolution: all of them with {@linkplain #linear linear phase}, or
 * {@linkplain #analog what a digital equaliser lacks} to the phase of its analog models.
 *
 * <p>Settings may change at any time. On a grid of about 0.7 ms that is counted from the {@linkplain #reset reset} new
 * responses are designed, some 50 µs a grid step; when all are complete the convolvers fade to them. So the cost of a
 * block is bounded, nothing is allocated, no other thread takes part, and any split of the same input into blocks gives
 * the same bits. Without any band the delayed signal passes bit for bit.
 *
 * <p>Constructed and first settled on the main thread, then for one audio thread.
 */
public final class PhaseFilter implements EqualizerControls {
    /** The shortest response of linear phase, in frames at 48 kHz. */
    public static final int SHORTEST = 256;
    /** The longest response of linear phase, in frames at 48 kHz. */
    public static final int LONGEST = 16_384;

    private static final int CHUNK = 256;
    private static final double FADE_SECONDS = 0.050;
    private static final int REHEARSAL = 4096;
    private static final int ANALOG_BLOCK = 128;
    private static final int LINEAR_PARTITIONS = 16;
    private static final float LOUDEST = 1e6f;
    private static final float SMALLEST = 1e-20f;

    private enum Stage { IDLE, DESIGNING, WAITING }

    private final int channels;
    private final int grid;
    private final int latency;
    private final int tail;
    private final boolean carriesGain;
    private final BandSet asked = new BandSet();
    private final BandSet taken = new BandSet();
    private final ResponseSet responses;
    /** By output and input channel; null between channels that never meet. */
    private final ResponsePath[][] paths;
    private final LookaheadDelay[] delays;
    private final float[][] input;
    private final float[][] delayed;

    private Stage stage = Stage.IDLE;
    private long clock;
    private boolean changed;
    private boolean busy;

    /**
     * All bands with linear phase: the magnitude of the analog models, every frequency late by the same time. Bands
     * that only turn the phase do nothing; a brick wall is one.
     *
     * @param length taps at 48 kHz, a power of two from {@value #SHORTEST} to {@value #LONGEST}; at other rates as many
     *               more as keep its time. Half of it is the latency, beside a partition of a sixteenth.
     */
    public static PhaseFilter linear(double sampleRate, int channels, int length) {
        if (length < SHORTEST || length > LONGEST || Integer.bitCount(length) != 1) {
            throw new IllegalArgumentException("linear-phase length: " + length + " is not a power of two from "
                    + SHORTEST + " to " + LONGEST);
        }
        require(sampleRate, channels);
        int taps = length;
        for (double rate = 64_000; rate < sampleRate && taps < 8 * length; rate *= 2) {
            taps *= 2;
        }
        return new PhaseFilter(sampleRate, channels, new LinearPhaseDesign(sampleRate, taps),
                taps / LINEAR_PARTITIONS);
    }

    /**
     * What a {@link io.arioso.dsp.filter.ParametricEqualizer} of the same bands lacks to the phase of its analog
     * models: an all-pass, to be run before or behind it. Where bands of left or right meet bands of mid or side, their
     * corrections take turns as if they were alike. Gains are the equaliser's business.
     */
    public static PhaseFilter analog(double sampleRate, int channels) {
        require(sampleRate, channels);
        return new PhaseFilter(sampleRate, channels, new AnalogPhaseDesign(sampleRate), ANALOG_BLOCK);
    }

    private static void require(double sampleRate, int channels) {
        if (!(sampleRate > 0 && sampleRate < Double.POSITIVE_INFINITY) || channels < 1) {
            throw new IllegalArgumentException(
                    "phase filter: " + sampleRate + " Hz and " + channels + " channels are not both above 0");
        }
    }

    private PhaseFilter(double sampleRate, int channels, ResponseDesign design, int block) {
        this.channels = channels;
        grid = DesignGrid.frames(sampleRate, CHUNK);
        latency = design.taps() / 2 + block;
        tail = design.taps() + block;
        carriesGain = design.carriesGain();
        boolean stereo = channels == 2;
        responses = new ResponseSet(design, stereo);
        int fade = block * (int) Math.ceil(FADE_SECONDS * sampleRate / block);
        paths = new ResponsePath[channels][channels];
        delays = new LookaheadDelay[channels];
        for (int out = 0; out < channels; out++) {
            delays[out] = new LookaheadDelay(latency);
            for (int in = 0; in < channels; in++) {
                if (in == out || stereo) {
                    paths[out][in] = new ResponsePath(design.taps(), block, fade, in == out, CHUNK);
                }
            }
        }
        input = new float[channels][CHUNK];
        delayed = new float[channels][CHUNK];
        rehearse(sampleRate);
    }

    /** Does once what the audio thread will do, so that no class is loaded there. */
    private void rehearse(double sampleRate) {
        setAutoGain(true);
        setBand(0, FilterShape.BELL, sampleRate / 10, 6, 1, 12, BandChannel.LEFT);
        setBand(1, FilterShape.BELL, sampleRate / 8, 6, 1, 12, BandChannel.SIDE);
        reset();
        setBand(0, FilterShape.BRICKWALL_LOW_PASS, sampleRate / 5, 0, 1, 12, BandChannel.STEREO);
        process(new float[channels][REHEARSAL], 0, REHEARSAL);
        setAutoGain(false);
        setBandOff(0);
        setBandOff(1);
        process(new float[channels][REHEARSAL], 0, REHEARSAL);
        reset();
    }

    /** Number of channels. */
    public int channels() {
        return channels;
    }

    /** Frames from input to output at every setting; of all frequencies, when the phase is linear. */
    public int latencyFrames() {
        return latency;
    }

    /** Frames until the output is silent behind the input at every setting. */
    public int tailFrames() {
        return tail;
    }

    @Override
    public void setBand(int index, FilterShape shape, double frequencyHz, double gainDb, double q,
                        int slopeDbPerOctave, BandChannel channel) {
        BandSettings.check(shape, frequencyHz, gainDb, q, slopeDbPerOctave);
        asked.set(index, shape, frequencyHz, gainDb, q, slopeDbPerOctave,
                channels == 2 ? channel : BandChannel.STEREO);
        changed = true;
    }

    @Override
    public void setBandOff(int index) {
        asked.setOff(index);
        changed = true;
    }

    @Override
    public void setGainScale(double scale) {
        if (!(scale >= -1 && scale <= 2)) {
            throw new IllegalArgumentException("gain scale: " + scale + " is outside -1..2");
        }
        asked.setGainScale(scale);
        changed = true;
    }

    @Override
    public void setOutputDb(double db) {
        if (!(db >= -200 && db <= 200)) {
            throw new IllegalArgumentException("equaliser output: " + db + " dB is outside -200..200 dB");
        }
        if (carriesGain) {
            asked.setOutputDb(db);
            changed = true;
        }
    }

    @Override
    public void setAutoGain(boolean on) {
        if (carriesGain) {
            asked.setAutoGain(on);
            changed = true;
        }
    }

    /** Forgets the signal and takes all settings over at once; afterwards as a new filter with these settings. */
    public void reset() {
        taken.copy(asked);
        boolean flat = taken.isFlat();
        if (!flat) {
            responses.begin(taken);
            boolean complete = responses.step();
            while (!complete) {
                complete = responses.step();
            }
        }
        for (int out = 0; out < channels; out++) {
            delays[out].reset();
            for (int in = 0; in < channels; in++) {
                if (paths[out][in] != null) {
                    paths[out][in].reset(flat ? null : responses.between(in, out));
                }
            }
        }
        stage = Stage.IDLE;
        clock = 0;
        changed = false;
        busy = false;
    }

    /**
     * Filters frames {@code from} to {@code to} (exclusive) of each channel in place.
     *
     * @param audio one array a channel; as many channels as were constructed
     */
    public void process(float[][] audio, int from, int to) {
        int frame = from;
        while (frame < to) {
            if ((changed || busy) && clock % grid == 0) {
                stepGrid();
            }
            int cell = changed || busy ? grid : CHUNK;
            int frames = (int) Math.min(to - frame, cell - clock % cell);
            render(audio, frame, frames);
            clock += frames;
            frame += frames;
        }
    }

    private void stepGrid() {
        if (stage == Stage.DESIGNING && responses.step()) {
            stage = Stage.WAITING;
        }
        if (stage == Stage.WAITING && pathsAreReady()) {
            change(false);
        }
        if (stage == Stage.IDLE && changed) {
            changed = false;
            if (!asked.sameAs(taken)) {
                taken.copy(asked);
                begin();
            }
        }
        busy = stage != Stage.IDLE;
        for (ResponsePath[] into : paths) {
            for (ResponsePath path : into) {
                busy |= path != null && path.settle();
            }
        }
    }

    private void begin() {
        if (taken.isFlat()) {
            change(true);
            return;
        }
        responses.begin(taken);
        for (int out = 0; out < channels; out++) {
            for (int in = 0; in < channels; in++) {
                if (isNeeded(out, in)) {
                    paths[out][in].wake();
                }
            }
        }
        stage = Stage.DESIGNING;
    }

    private boolean isNeeded(int out, int in) {
        return paths[out][in] != null && (in == out || responses.crosses());
    }

    private boolean pathsAreReady() {
        for (int out = 0; out < channels; out++) {
            for (int in = 0; in < channels; in++) {
                if (isNeeded(out, in) && !paths[out][in].isReady()) {
                    return false;
                }
            }
        }
        return true;
    }

    private void change(boolean flat) {
        for (int out = 0; out < channels; out++) {
            for (int in = 0; in < channels; in++) {
                if (paths[out][in] != null) {
                    paths[out][in].change(flat ? null : responses.between(in, out));
                }
            }
        }
        stage = Stage.IDLE;
    }

    private void render(float[][] audio, int at, int frames) {
        for (int c = 0; c < channels; c++) {
            copyAudible(audio[c], at, input[c], frames);
            System.arraycopy(audio[c], at, delayed[c], 0, frames);
            delays[c].process(delayed[c], 0, frames);
        }
        for (int out = 0; out < channels; out++) {
            ResponsePath straight = paths[out][out];
            straight.listen(input[out], frames);
            if (straight.isSounding()) {
                store(straight.wet(), audio[out], at, frames);
            } else {
                System.arraycopy(delayed[out], 0, audio[out], at, frames);
            }
        }
        if (channels == 2) {
            cross(0, 1, audio, at, frames);
            cross(1, 0, audio, at, frames);
        }
    }

    /** What rings out below 400 dB would only make tiny numbers in the transforms. */
    private static void copyAudible(float[] from, int at, float[] to, int frames) {
        for (int i = 0; i < frames; i++) {
            float sample = from[at + i];
            to[i] = Math.abs(sample) < SMALLEST ? 0f : sample;
        }
    }

    private void cross(int in, int out, float[][] audio, int at, int frames) {
        ResponsePath path = paths[out][in];
        path.listen(input[in], frames);
        if (path.isSounding()) {
            float[] wet = path.wet();
            float[] into = audio[out];
            for (int i = 0; i < frames; i++) {
                wet[i] += into[at + i];
            }
            store(wet, into, at, frames);
        }
    }

    private static void store(float[] wet, float[] into, int at, int frames) {
        for (int i = 0; i < frames; i++) {
            into[at + i] = Math.max(-LOUDEST, Math.min(LOUDEST, wet[i]));
        }
    }
}
