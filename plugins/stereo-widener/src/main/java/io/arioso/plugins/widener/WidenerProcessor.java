package io.arioso.plugins.widener;

import io.arioso.dsp.filter.CutFilter;
import io.arioso.dsp.stereo.MidSide;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.HostRequests;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.LiveValue;

/**
 * Left and right to mid and side, the side through everything that widens and guards it, and back.
 *
 * <p>Works on a grid counted from the reset. A stage starts at the frame of the change that needs it and stops at a
 * border of the grid once its gains rest: both are the same frames however the programme is cut into blocks.
 */
final class WidenerProcessor implements AudioProcessor {
    private static final int GRID = 128;
    private static final double GLIDE_SECONDS = 0.02;
    private static final double SPLIT_SECONDS = 0.04;
    /** How long the bands must be alike until the crossover is taken out again. */
    private static final double PATIENCE_SECONDS = 2;
    private static final double BASS_POLES_DB = 6;
    /** Periods of its corner until a filter of 24 dB an octave has died away. */
    private static final double RINGING_PERIODS = 8;

    private final StereoWidener effect;
    private final double sampleRate;
    private final LiveBands bands;
    private final BandStage bandStage;
    private final Decorrelator decorrelator;
    private final OnsetGate onsetGate;
    private final CutFilter monoBass;
    private final CorrelationGuard guard;
    private final WidenerMeters meters;
    private final Placement placement;

    private final HostRequests host;
    private final LiveValue decorrelation;
    private final LiveValue microDelayMs;
    private final int preparedDecorrelation;
    private final double preparedMicroDelayMs;
    private final LiveValue monoBassHz;
    private final LiveValue monoBassSlope;
    private final LiveValue onsetOn;
    private final LiveValue onsetSensitivity;
    private final LiveValue guardOn;
    private final LiveValue guardLimit;

    private final Glide splitFade;
    private final float[] mid = new float[GRID];
    private final float[] side = new float[GRID];
    private final float[] centre = new float[GRID];
    private final float[] wide = new float[GRID];
    private final float[] spread = new float[GRID];
    private final float[] unsplit = new float[GRID];
    private final int patience;

    private boolean fresh = true;
    private boolean splitting;
    private boolean spreading;
    private int alikeFrames;
    private int position;

    WidenerProcessor(StereoWidener effect, ProcessSetup setup) {
        this.effect = effect;
        sampleRate = setup.sampleRate();
        int glide = Math.max(1, (int) (GLIDE_SECONDS * sampleRate));
        bands = new LiveBands(effect, setup, glide, GRID);
        bandStage = new BandStage(effect, setup, bands, glide, GRID);
        decorrelator = Decorrelator.of(effect.decorrelation.value(), sampleRate, effect.microDelayMs.plain(), GRID);
        onsetGate = new OnsetGate(sampleRate);
        monoBass = CutFilter.lowCut(sampleRate, 1);
        guard = new CorrelationGuard(sampleRate, GRID);
        meters = new WidenerMeters(effect, setup, GRID);
        placement = new Placement(effect, setup, glide, GRID);
        host = setup.host();
        decorrelation = setup.live(effect.decorrelation);
        microDelayMs = setup.live(effect.microDelayMs);
        preparedDecorrelation = effect.decorrelation.value().ordinal();
        preparedMicroDelayMs = effect.microDelayMs.plain();
        monoBassHz = setup.live(effect.monoBassHz);
        monoBassSlope = setup.live(effect.monoBassSlope);
        onsetOn = setup.live(effect.onsetOn);
        onsetSensitivity = setup.live(effect.onsetSensitivity);
        guardOn = setup.live(effect.guardOn);
        guardLimit = setup.live(effect.guardLimit);
        splitFade = new Glide(Math.max(1, (int) (SPLIT_SECONDS * sampleRate)), GRID, 0);
        patience = (int) (PATIENCE_SECONDS * sampleRate);
    }

    @Override
    public void process(ProcessContext context) {
        if (context.events().size() > 0) {
            follow();
        }
        float[] left = context.audio().channel(0);
        float[] right = context.audio().channel(1);
        int frames = context.frames();
        for (int done = 0; done < frames; ) {
            if (position == 0) {
                settle();
            }
            int count = Math.min(GRID - position, frames - done);
            widen(left, right, done, count);
            position += count;
            done += count;
            if (position == GRID) {
                position = 0;
                guard.step();
                onsetGate.flush();
            }
        }
    }

    /** Takes changed settings over and starts what they need. */
    private void follow() {
        bands.follow(fresh);
        bandStage.follow(fresh);
        placement.follow(fresh);
        boolean bassOff = monoBassHz.plain() <= StereoWidener.MONO_BASS_OFF_HZ;
        monoBass.set(monoBassHz.plain(), bassOff ? 0 : (int) Math.rint(monoBassSlope.plain() / BASS_POLES_DB));
        onsetGate.set(onsetOn.on(), onsetSensitivity.plain());
        guard.set(guardOn.on(), guardLimit.plain());
        if (decorrelation.index() != preparedDecorrelation || microDelayMs.plain() != preparedMicroDelayMs) {
            askForRestart();
        }
        spreading |= bands.spreading();
        if (!bands.alike()) {
            if (!splitting) {
                bandStage.restart();
                splitting = true;
            }
            splitFade.aim(1);
            alikeFrames = 0;
            if (fresh) {
                splitFade.jump(1);
            }
        }
        fresh = false;
    }

    /** What decorrelates is built in {@code prepare}. */
    private void askForRestart() {
        if (decorrelation.changed() || microDelayMs.changed()) {
            host.requestRestart();
        }
    }

    /** Stops what has nothing left to do. */
    private void settle() {
        spreading &= bands.spreading();
        bandStage.settle();
        placement.settle();
        if (splitting) {
            alikeFrames = bands.alike() ? alikeFrames + GRID : 0;
            if (alikeFrames > patience) {
                splitFade.aim(0);
            }
            splitting = !splitFade.restsAt(0);
        }
    }

    private void widen(float[] left, float[] right, int offset, int frames) {
        meters.takeInput(left, right, offset, frames);
        MidSide.encode(left, right, offset, mid, side, frames);
        if (spreading) {
            decorrelator.process(mid, spread, frames);
            if (!onsetGate.isOpen()) {
                onsetGate.process(mid, spread, frames);
            }
        } else {
            decorrelator.skip(mid, frames);
        }
        System.arraycopy(mid, 0, centre, 0, frames);
        makeSide(frames);
        monoBass.process(wide, null, 0, frames);
        placement.place(centre, wide, frames);
        if (!guard.rests()) {
            guard.process(centre, wide, position, frames);
        }
        if (splitting || placement.movesMid()) {
            MidSide.decode(centre, wide, left, right, offset, frames);
        } else {
            MidSide.changeSide(side, wide, left, right, offset, frames);
        }
        placement.finish(left, right, offset, frames);
        meters.takeOutput(left, right, offset, centre, wide, frames, guard);
    }

    /** Puts the new side into {@link #wide} and the mid that belongs to it into {@link #centre}. */
    private void makeSide(int frames) {
        bands.advance(frames);
        boolean whole = !splitting || !splitFade.restsAt(1);
        if (splitting) {
            bandStage.process(centre, side, spreading ? spread : null, wide, frames);
        }
        if (!whole) {
            return;
        }
        float[] to = splitting ? unsplit : wide;
        Rows.scale(side, bands.sideRows[0], to, frames);
        if (spreading) {
            Rows.add(spread, bands.spreadRows[0], to, frames);
        }
        if (splitting) {
            float[] fade = splitFade.next(frames);
            Rows.fade(unsplit, fade, wide, frames);
            Rows.fade(mid, fade, centre, frames);
        }
    }

    /** The decorrelator's memory, and the ringing of the lowest filter to -120 dB. */
    @Override
    public long tailFrames() {
        double hz = effect.cornersHz.get(0).plain();
        if (effect.monoBassHz.plain() > StereoWidener.MONO_BASS_OFF_HZ) {
            hz = Math.min(hz, effect.monoBassHz.plain());
        }
        return decorrelator.lengthFrames() + (long) (RINGING_PERIODS / hz * sampleRate);
    }

    @Override
    public void reset() {
        fresh = true;
        splitting = false;
        spreading = false;
        alikeFrames = 0;
        position = 0;
        splitFade.jump(0);
        bandStage.reset();
        decorrelator.reset();
        onsetGate.reset();
        monoBass.reset();
        guard.reset();
        placement.reset();
        meters.reset();
    }
}
