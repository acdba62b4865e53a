package io.arioso.dsp.filter;

import io.arioso.dsp.dynamics.AttackRelease;
import io.arioso.dsp.dynamics.FastDecibels;
import io.arioso.dsp.dynamics.GainCurve;

/**
 * One band of a {@link DynamicEqualizer}: an equaliser's curve that comes and goes with the level of a signal.
 *
 * <p>The sound is {@code y = x + w (H(x) - x)}: H is the fixed, exact filter of the band at its whole range, and
 * {@code w}, 0 to 1, moves at the sample rate so that the gain at the centre of a bell, or on the plateau of a shelf,
 * is the one that is asked for. No coefficient moves with the signal, so nothing can zipper; at rest w is 0 and the
 * samples pass bit for bit; at full range the curve is that of the static band. With L the level and T the threshold
 * the gain is {@code L - T} decibels of the range, no more than the range: 1 dB for each decibel beyond the threshold.
 *
 * <p>Set on the audio thread, at any frame.
 */
public final class DynamicBand {
    /** Below this share of the range the band is at rest: some -180 dB. */
    private static final double REST = 1e-9;
    private static final double LEAST_RANGE_DB = 0.01;
    /** Below this range decibels and gains are proportional, to 0.3 %. */
    private static final double LINEAR_RANGE_DB = 0.05;
    private static final double BUTTERWORTH_Q = 0.7071;
    private static final double SHORTEST_MS = 0.01;

    private final DynamicEqualizer owner;
    private final EqualizerBand filter;
    private final BandLevel level;
    private final AttackRelease follower;
    private final GainCurve curve = new GainCurve();
    private final Glide threshold = new Glide(-30);
    private final Glide knee = new Glide(0);
    /** How many decibels the level may ask for. */
    private final Glide depth = new Glide(0);
    /** The linear gain of the filter, which moves as the gain of a filter in motion does. */
    private final Glide range = new Glide(1);
    private double rangeDb;
    /** Logarithms of milliseconds. */
    private final Glide attack = new Glide(0);
    private final Glide release = new Glide(0);
    private double attackMs = 1;
    private double holdMs;
    private double releaseMs = 1;
    private boolean on;
    private boolean above = true;
    private boolean external;
    private FilterShape shape = FilterShape.BELL;
    private double hz = 1000;
    private double q = 1;
    private SideShape side = SideShape.AUTO;
    private double sideHz = 1000;
    private double sideQ = 0.7071;
    private boolean active;
    private double share;

    DynamicBand(DynamicEqualizer owner, EqualizerBand filter, double sampleRate, int lanes) {
        this.owner = owner;
        this.filter = filter;
        level = new BandLevel(sampleRate, lanes);
        follower = new AttackRelease(sampleRate);
        setSide();
    }

    /** Turns the band off; it goes within 20 ms. */
    public void setOff() {
        if (on) {
            on = false;
            filter.askOff();
            owner.touch();
        }
    }

    /**
     * Turns the band on, or changes its curve; bounds as in {@link BandSettings}.
     *
     * @param newShape one that {@linkplain FilterShape#usesGain uses gain}; any other keeps the band off
     * @param newRangeDb gain when the signal is as far beyond the threshold as it takes, -36..36 dB; may be 0
     */
    public void set(FilterShape newShape, double newHz, double newRangeDb, double newQ, int slopeDbPerOctave,
                    BandChannel channel) {
        BandSettings.check(newShape, newHz, newRangeDb, newQ, slopeDbPerOctave);
        if (!newShape.usesGain()) {
            setOff();
            return;
        }
        on = true;
        boolean moved = shape != newShape || hz != newHz || q != newQ;
        shape = newShape;
        hz = newHz;
        q = newQ;
        if (moved) {
            setSide();
        }
        rangeDb = newRangeDb;
        aimRange();
        filter.ask(newShape, newHz, newRangeDb, newQ, slopeDbPerOctave, owner.placed(channel));
        owner.touch();
    }

    void aimRange() {
        depth.aim(Math.abs(rangeDb));
        range.aim(AnalogPrototype.gain(rangeDb * owner.gainScale()));
    }

    /**
     * Sets when the band acts.
     *
     * @param thresholdDb level of a sine's peak in dBFS, or in dB against the whole signal
     * @param kneeDb      width of the bend at the threshold, 0 or more
     * @param nowAbove    whether it acts above the threshold, or below
     */
    public void setThreshold(double thresholdDb, double kneeDb, boolean nowAbove) {
        if (threshold.aim(thresholdDb) | knee.aim(kneeDb)) {
            owner.touch();
        }
        if (nowAbove != above) {
            above = nowAbove;
            setCurve();
        }
    }

    /**
     * Sets the times in which 63.2 % of the way to a new gain are done, and how long a gain is held at least. New times
     * are gone to within 20 ms: a gain that is under way does not jump.
     *
     * @param newAttackMs  0.01 or more
     * @param newReleaseMs 0.01 or more
     */
    public void setTimes(double newAttackMs, double newHoldMs, double newReleaseMs) {
        if (newAttackMs != attackMs || newReleaseMs != releaseMs || newHoldMs != holdMs) {
            attackMs = newAttackMs;
            releaseMs = newReleaseMs;
            holdMs = newHoldMs;
            attack.aim(StrictMath.log(Math.max(SHORTEST_MS, attackMs)));
            release.aim(StrictMath.log(Math.max(SHORTEST_MS, releaseMs)));
            takeTimes();
            owner.touch();
        }
    }

    private void takeTimes() {
        follower.setTimes(StrictMath.exp(attack.now()), holdMs, StrictMath.exp(release.now()));
    }

    /** Sets the time constant of an average in power, and which share of the level, 0..1, is that average. */
    public void setAveraging(double ms, double averageShare) {
        level.setAveraging(ms, averageShare);
    }

    /** Whether the level is taken against that of the whole signal: then the band does the same at any volume. */
    public void setRelative(boolean relative) {
        level.setRelative(relative);
    }

    /** Sets what the band listens to; frequency and Q are the band's own with {@link SideShape#AUTO}. */
    public void setSideFilter(SideShape newSide, double newHz, double newQ) {
        if (newSide != side || newHz != sideHz || newQ != sideQ) {
            side = newSide;
            sideHz = newHz;
            sideQ = newQ;
            setSide();
        }
    }

    /** Whether the band listens to the external key, if there is one. */
    public void setExternal(boolean listens) {
        external = listens;
    }

    /** The gain at the centre of the band now, in decibels: 0 at rest, the range at most. */
    public double gainDb() {
        return active ? share * FastDecibels.toDb(range.now()) : 0;
    }

    /** Whether anything of the band sounds. */
    boolean isActive() {
        return active;
    }

    boolean isExternal() {
        return external;
    }

    BandChannel channel() {
        return filter.channel();
    }

    private void setSide() {
        boolean auto = side == SideShape.AUTO;
        SideShape resolved = side.resolved(shape);
        double autoQ = resolved == SideShape.BAND_PASS ? q : BUTTERWORTH_Q;
        level.filter().set(resolved, auto ? hz : sideHz, auto ? autoQ : sideQ);
    }

    /** Moves what glides to the next step of the grid. Returns whether there is more to go. */
    boolean step(int steps) {
        boolean moving = threshold.step(steps) | knee.step(steps) | depth.step(steps) | range.step(steps);
        if (moving) {
            setCurve();
        }
        if (attack.step(steps) | release.step(steps)) {
            takeTimes();
            moving = true;
        }
        return moving;
    }

    private void setCurve() {
        double most = Math.max(LEAST_RANGE_DB, depth.now());
        if (above) {
            curve.set(GainCurve.Direction.LIMIT, threshold.now(), 1, knee.now(), most);
        } else {
            // Twice as far below: the gain falls by 1 dB for each decibel short of the threshold.
            curve.set(GainCurve.Direction.EXPAND, threshold.now(), 2, knee.now(), most);
        }
    }

    /** Takes note of whether the filter sounds; a band that comes to life begins in silence. */
    void collect() {
        boolean sounds = filter.slots() > 0;
        if (sounds && !active) {
            forget();
        }
        active = sounds;
    }

    /** Takes everything over at once and forgets the signal. */
    void snap() {
        threshold.snap();
        knee.snap();
        depth.snap();
        range.snap();
        attack.snap();
        release.snap();
        takeTimes();
        setCurve();
        forget();
        active = filter.slots() > 0;
    }

    private void forget() {
        level.reset();
        follower.reset();
        share = 0;
    }

    /** Listens: writes the weight of the filtered signal, 0..1, of each frame; the first is so far into a grid step. */
    void listen(KeySignal key, double[][] heard, double[] weights, double[] spare, int intoStep, int frames) {
        level.measure(key, key.channels() == 1 ? BandChannel.STEREO : channel(), heard, weights, spare, frames);
        curve.process(weights, frames);
        double scale = -1 / Math.max(LEAST_RANGE_DB, depth.now());
        for (int i = 0; i < frames; i++) {
            weights[i] *= scale;
        }
        follower.process(weights, frames);
        share = weights[frames - 1];
        if (range.before() == range.now()) {
            weigh(weights, frames);
        } else {
            weighGliding(weights, intoStep, frames);
        }
    }

    /** Turns shares of the range in decibels into weights. */
    private void weigh(double[] weights, int frames) {
        double gain = range.now();
        double db = FastDecibels.toDb(gain);
        double scale = Math.abs(db) < LINEAR_RANGE_DB ? 0 : 1 / (gain - 1);
        for (int i = 0; i < frames; i++) {
            weights[i] = weight(weights[i], db, scale);
        }
    }

    private void weighGliding(double[] weights, int intoStep, int frames) {
        double perFrame = (range.now() - range.before()) / owner.grid();
        for (int i = 0; i < frames; i++) {
            double gain = range.before() + (intoStep + i + 1) * perFrame;
            double db = FastDecibels.toDb(gain);
            double scale = Math.abs(db) < LINEAR_RANGE_DB ? 0 : 1 / (gain - 1);
            weights[i] = weight(weights[i], db, scale);
        }
    }

    private static double weight(double part, double db, double scale) {
        if (part <= REST) {
            return 0;
        }
        return scale == 0 ? part : (FastDecibels.toGain(part * db) - 1) * scale;
    }

    /** The sections of the band. */
    EqualizerBand filter() {
        return filter;
    }

    /** Drops states that are too small to hear. */
    void flush() {
        level.flush();
    }
}
