package io.arioso.dsp.filter;

import java.util.Arrays;

/**
 * One band of a {@link ParametricEqualizer}: what is asked for, what is designed, what sounds, and the way from the one
 * sound to the next. A band of one biquad moves as a state-variable filter, which keeps its ringing; of several it
 * fades, because between two fits that each balance a large gain with another lies nothing sensible. A band whose
 * channel changes first goes to neutral, then comes back on the new channel.
 */
final class EqualizerBand {
    private final SectionBank bank;
    /** The first of this band's slots. */
    final int base;

    private boolean askedOn;
    private FilterShape askedShape = FilterShape.BELL;
    private double askedHz = 1000;
    private double askedGainDb;
    private double askedQ = 1;
    private int askedSlope = 12;
    private BandChannel askedChannel = BandChannel.STEREO;

    private boolean takenOn;
    private FilterShape takenShape = askedShape;
    private double takenHz;
    private double takenGainDb;
    private double takenQ;
    private int takenSlope;
    private BandChannel takenChannel = BandChannel.STEREO;

    private final BiquadList current = new BiquadList(BandDesigner.MAX_BIQUADS);
    private final BiquadList target = new BiquadList(BandDesigner.MAX_BIQUADS);
    private final BiquadList next = new BiquadList(BandDesigner.MAX_BIQUADS);
    private final double[] power = new double[PinkLoudness.POINTS];
    private boolean hasNext;
    private boolean moving;
    private boolean fading;
    private int movedFrames;
    private int slots;
    private BandChannel channel = BandChannel.STEREO;

    EqualizerBand(SectionBank bank, int base) {
        this.bank = bank;
        this.base = base;
        Arrays.fill(power, 1);
    }

    /** Takes note of a wish; the bounds were checked. */
    void ask(FilterShape shape, double hz, double gainDb, double q, int slope, BandChannel wanted) {
        askedOn = true;
        askedShape = shape;
        askedHz = hz;
        askedGainDb = gainDb;
        askedQ = q;
        askedSlope = slope;
        askedChannel = wanted;
    }

    /** Takes note of the wish to be off. */
    void askOff() {
        askedOn = false;
    }

    /**
     * Whether it is time to design the wish: it differs from what was last designed, which has set off and is past the
     * middle of its way. A knob in motion is so followed with the newest values and no design is made in vain.
     */
    boolean isReady(int wayFrames, double gainScale) {
        return !hasNext && (!moving || 2 * movedFrames >= wayFrames) && isDue(gainScale);
    }

    /** Whether the wish differs from what was last designed. */
    boolean isDue(double gainScale) {
        return askedOn != takenOn || askedOn && (askedShape != takenShape || askedHz != takenHz
                || effectiveGainDb(gainScale) != takenGainDb || askedQ != takenQ || askedSlope != takenSlope
                || askedChannel != takenChannel);
    }

    /** Hands the wish to a designer; an off band is designed at once. Returns whether there is work to do. */
    boolean begin(BandDesigner designer, double sampleRate, double gainScale) {
        takenOn = askedOn;
        takenShape = askedShape;
        takenHz = askedHz;
        takenGainDb = effectiveGainDb(gainScale);
        takenQ = askedQ;
        takenSlope = askedSlope;
        takenChannel = askedChannel;
        if (takenOn) {
            designer.begin(takenShape, takenHz, takenGainDb, takenQ, takenSlope, sampleRate);
            return true;
        }
        next.clear();
        hasNext = true;
        Arrays.fill(power, 1);
        return false;
    }

    /** Receives the finished design. */
    void take(BandDesigner designer, PinkLoudness loudness) {
        next.set(designer.result());
        hasNext = true;
        AnalogPrototype prototype = designer.prototype();
        for (int i = 0; i < power.length; i++) {
            power[i] = prototype.magnitudeSquared(loudness.hz[i]);
        }
    }

    private double effectiveGainDb(double gainScale) {
        return askedShape.usesGain() ? askedGainDb * gainScale : askedGainDb;
    }

    /** Sets off for the latest design, unless it is on its way already. Returns whether slots changed. */
    boolean depart() {
        if (!hasNext || moving) {
            return false;
        }
        boolean elsewhere = takenChannel != channel && current.size() > 0;
        if (elsewhere) {
            target.clear();
        } else {
            target.set(next);
            channel = takenChannel;
            hasNext = false;
        }
        if (target.sameAs(current)) {
            return false;
        }
        fading = Math.max(current.size(), target.size()) > 1
                && current.size() + target.size() <= BandDesigner.MAX_BIQUADS;
        if (fading) {
            startFade();
        } else {
            startMove();
        }
        moving = true;
        movedFrames = 0;
        return true;
    }

    private void startMove() {
        slots = Math.max(current.size(), target.size());
        for (int i = 0; i < slots; i++) {
            bank.move(base + i, current, target, i);
        }
    }

    /** Lets the target run behind the current sections, from rest. */
    private void startFade() {
        slots = current.size() + target.size();
        for (int i = 0; i < target.size(); i++) {
            int slot = base + current.size() + i;
            bank.clear(slot);
            bank.settle(slot, target, i);
        }
    }

    /** Settles if the way is over. Returns whether slots changed. */
    boolean arrive(int wayFrames) {
        if (!moving || movedFrames < wayFrames) {
            return false;
        }
        for (int i = 0; i < slots; i++) {
            if (i < target.size() && fading) {
                bank.replace(base + i, base + current.size() + i, target, i);
            } else if (i < target.size()) {
                bank.arrive(base + i, target, i);
            } else {
                bank.clear(base + i);
            }
        }
        current.set(target);
        slots = current.size();
        moving = false;
        fading = false;
        return true;
    }

    /** Jumps to the latest design; the states are to be cleared by the caller. */
    void snap() {
        if (hasNext) {
            current.set(next);
        } else if (moving) {
            current.set(target);
        }
        hasNext = false;
        moving = false;
        fading = false;
        channel = takenChannel;
        slots = current.size();
        for (int i = 0; i < slots; i++) {
            bank.settle(base + i, current, i);
        }
    }

    /** How long the slowest pole takes to fall by some nepers, in frames. */
    double ringFrames(double nepers) {
        double radius = current.poleRadius();
        return radius > 0 ? Math.ceil(nepers / -StrictMath.log(radius)) : 0;
    }

    void advance(int frames) {
        movedFrames += frames;
    }

    int movedFrames() {
        return movedFrames;
    }

    boolean isMoving() {
        return moving;
    }

    /** Whether the way is a fade from the current sections to the target's, which follow them in the slots. */
    boolean isFading() {
        return fading;
    }

    /** How many of the slots are the current sections. */
    int currentSlots() {
        return current.size();
    }

    boolean isWaiting() {
        return hasNext;
    }

    /** Slots that sound. */
    int slots() {
        return slots;
    }

    BandChannel channel() {
        return channel;
    }

    /** The power gain at each point of {@link PinkLoudness}, of the latest design. */
    double[] power() {
        return power;
    }

    /** The channel of the latest design. */
    BandChannel designedChannel() {
        return takenChannel;
    }
}
