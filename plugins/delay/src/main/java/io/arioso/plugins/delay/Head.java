package io.arioso.plugins.delay;

import io.arioso.dsp.delay.DelayLine;
import io.arioso.dsp.delay.FractionalReader;
import io.arioso.dsp.delay.HermiteReader;
import java.util.Arrays;

/**
 * A playback head over delay lines: stands, glides along the tape, or fades over to another place, and wobbles.
 *
 * <p>A stretch is planned first ({@link #steady}, {@link #plan}) and then read in as many pieces as the loop needs.
 * What a frame is read with depends on how many frames ago something changed and on nothing else.
 */
final class Head {
    /** Time constants of the glide's two poles after which nothing is left of the way, 31 e^-30. */
    private static final int GLIDE_CONSTANTS = 30;
    /** A glide has gone 98 % of its way when its time is over. */
    private static final double CONSTANTS_PER_GLIDE = 6;

    private final double sampleRate;
    private final double longest;
    private final FractionalReader clean = new FractionalReader();
    private final HermiteReader tape;
    private final double[] places = new double[DelayProcessor.STRETCH];
    private final double[] otherPlaces = new double[DelayProcessor.STRETCH];
    private final double[] piece = new double[DelayProcessor.STRETCH];
    private final float[] faded = new float[DelayProcessor.STRETCH];
    private final float[] shares = new float[DelayProcessor.STRETCH];

    private double place;
    private double target;
    private double follower;
    private TimeChange change = TimeChange.JUMP;
    private double glidePole = 1;
    private int fadeFrames = 1;
    /** Of the move that is under way; the settings above count from the next one on. */
    private double pole = 1;
    private int fadeLength = 1;
    private int glideLeft;
    private int fadeLeft;
    private double fadeTo;
    private boolean wobbles;
    private boolean planFades;
    private boolean planStands;
    /** Where a fade that ends with this stretch leads; -1 for none. */
    private double endPlace = -1;

    /**
     * A head for lines that hold {@code longest} frames and a margin.
     *
     * @param worn reads as tape does, through four points and always as if moving
     */
    Head(double sampleRate, double longest, boolean worn) {
        this.sampleRate = sampleRate;
        this.longest = longest;
        tape = worn ? new HermiteReader() : null;
        jumpTo(1);
    }

    void setChange(TimeChange newChange, double glideMs, double fadeMs) {
        change = tape == null ? newChange : TimeChange.REPITCH;
        double constantFrames = Math.max(1, glideMs / 1000 * sampleRate / CONSTANTS_PER_GLIDE);
        // The pole of a one-pole follower by its first-order approximation: exact enough for a gesture.
        glidePole = 1 / constantFrames;
        fadeFrames = Math.max(1, (int) Math.rint(fadeMs / 1000 * sampleRate));
    }

    /** Sets the delay in frames to go to. */
    void aim(double frames) {
        double wanted = Math.max(1, Math.min(longest, frames));
        if (wanted == target) {
            return;
        }
        target = wanted;
        if (fadeLeft == 0) {
            setOff();
        }
    }

    private void setOff() {
        if (change == TimeChange.REPITCH) {
            if (glideLeft == 0) {
                follower = place;
            }
            pole = glidePole;
            glideLeft = (int) Math.ceil(GLIDE_CONSTANTS / pole);
        } else if (change == TimeChange.CROSSFADE) {
            glideLeft = 0;
            fadeTo = target;
            fadeLength = fadeFrames;
            fadeLeft = fadeFrames;
        } else {
            jumpTo(target);
        }
    }

    void jumpTo(double frames) {
        place = Math.max(1, Math.min(longest, frames));
        target = place;
        follower = place;
        glideLeft = 0;
        fadeLeft = 0;
        endPlace = -1;
    }

    /** For how many of the next frames it goes on in the same way. */
    int steady(int frames) {
        return fadeLeft > 0 ? Math.min(frames, fadeLeft) : glideLeft > 0 ? Math.min(frames, glideLeft) : frames;
    }

    private boolean stands() {
        return fadeLeft == 0 && glideLeft == 0 && !wobbles && tape == null;
    }

    /**
     * Decides where the next frames are read, at most {@link #steady}.
     *
     * @param wobble frames to add to each, or null
     */
    void plan(int frames, double[] wobble) {
        wobbles = wobble != null;
        planFades = fadeLeft > 0;
        planStands = stands();
        if (planStands) {
            return;
        }
        if (glideLeft > 0) {
            glide(frames);
        } else {
            Arrays.fill(places, 0, frames, place);
        }
        if (planFades) {
            Arrays.fill(otherPlaces, 0, frames, fadeTo);
            fade(frames);
        }
        if (wobbles) {
            add(places, wobble, frames);
            add(otherPlaces, wobble, planFades ? frames : 0);
        }
    }

    private void add(double[] to, double[] wobble, int frames) {
        for (int i = 0; i < frames; i++) {
            to[i] = Math.max(1, Math.min(longest, to[i] + wobble[i]));
        }
    }

    /** Two one-pole followers after another: no jump in speed, no overshoot. */
    private void glide(int frames) {
        double first = follower;
        double second = place;
        for (int i = 0; i < frames; i++) {
            first += pole * (target - first);
            second += pole * (first - second);
            places[i] = second;
        }
        follower = first;
        place = second;
        glideLeft -= frames;
        if (glideLeft == 0) {
            jumpTo(target);
        }
    }

    private void fade(int frames) {
        int done = fadeLength - fadeLeft;
        for (int i = 0; i < frames; i++) {
            double t = Math.min(1, (double) (done + i + 1) / fadeLength);
            shares[i] = (float) (t * t * t * (10 - t * (15 - 6 * t)));
        }
        fadeLeft -= frames;
        if (fadeLeft == 0) {
            endPlace = fadeTo;
        }
    }

    /** After a stretch has been read: a fade that has ended leaves the head where it led. */
    void settle() {
        if (endPlace >= 0) {
            place = endPlace;
            follower = place;
            endPlace = -1;
            if (target != place) {
                setOff();
            }
        }
    }

    /** How many frames can be read from frame {@code from} of the plan on before the line must be written. */
    int ahead(int from, int frames) {
        if (planStands) {
            return Math.min(frames, place == (int) place ? (int) place : FractionalReader.framesAhead(place));
        }
        int count = prefix(places, from, frames);
        return planFades ? prefix(otherPlaces, from, count) : count;
    }

    private int prefix(double[] delays, int from, int frames) {
        for (int i = 1; i < frames; i++) {
            double delay = delays[from + i];
            // The shorter of the two readers' reaches would do for tape; one rule keeps the pieces alike.
            if (FractionalReader.framesAhead(delay) <= i) {
                return i;
            }
        }
        return frames;
    }

    /** Reads frames {@code from} to {@code from + frames} of the plan to the start of {@code to}. */
    void read(DelayLine line, int from, int frames, float[] to) {
        if (planStands) {
            clean.read(line, place, to, 0, frames);
            return;
        }
        readMoving(line, places, from, frames, to);
        if (planFades) {
            readMoving(line, otherPlaces, from, frames, faded);
            for (int i = 0; i < frames; i++) {
                to[i] = to[i] + shares[from + i] * (faded[i] - to[i]);
            }
        }
    }

    private void readMoving(DelayLine line, double[] delays, int from, int frames, float[] to) {
        System.arraycopy(delays, from, piece, 0, frames);
        if (tape != null) {
            tape.read(line, piece, to, 0, frames);
        } else if (!wobbles && planFades) {
            clean.read(line, piece[0], to, 0, frames);
        } else {
            clean.read(line, piece, to, 0, frames);
        }
    }
}
