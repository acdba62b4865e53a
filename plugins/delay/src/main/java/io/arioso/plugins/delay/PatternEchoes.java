package io.arioso.plugins.delay;

import io.arioso.dsp.delay.DelayLine;
import io.arioso.dsp.delay.FractionalReader;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.SmoothRow;
import io.arioso.sdk.Transport;
import io.arioso.sdk.parameter.LiveValue;
import java.util.Arrays;

/**
 * Eight taps along one line, each on a step of a grid, with its level and its place between left and right; the whole
 * pattern comes again after its last step, quieter by the feedback.
 *
 * <p>The line holds the middle of the input. Taps stand at whole frames, the loop where the time says to the fraction;
 * taps fade over to new places unless the time change is a jump.
 */
final class PatternEchoes implements Echoes {
    private static final TimeChange[] CHANGES = TimeChange.values();
    private static final double MIN_SECONDS = 2;
    /** A pattern longer than this is cut. */
    private static final double MAX_SECONDS = 20;

    private final Times times;
    private final LiveValue change;
    private final LiveValue fadeMs;
    private final LiveValue steps;
    private final Tap[] taps;
    private final Head loop;
    private final FeedbackPath path;
    private final Recorder recorder;
    private final DelayLine line;
    private final float[] echo = new float[DelayProcessor.STRETCH];
    private final float[] kept = new float[DelayProcessor.STRETCH];
    private final float[][] fed = new float[1][DelayProcessor.STRETCH];
    private final double sampleRate;
    private final int longest;
    private boolean fresh = true;

    /** One tap. */
    private static final class Tap {
        final LiveValue on;
        final LiveValue step;
        final SmoothRow level;
        final SmoothRow pan;
        final Presence presence;
        final Head head;
        /** 1 while on, through a fade of its own. */
        final Fade fade;

        Tap(PatternTap tap, ProcessSetup setup, double longest) {
            on = setup.live(tap.on());
            step = setup.live(tap.step());
            level = new SmoothRow(setup.smooth(tap.level(), Decibels::toGain), DelayProcessor.STRETCH);
            pan = new SmoothRow(setup.smooth(tap.pan(), percent -> percent / 100), DelayProcessor.STRETCH);
            presence = new Presence(DelayProcessor.rampFrames(setup));
            fade = new Fade(DelayProcessor.rampFrames(setup));
            head = new Head(setup.sampleRate(), longest, false);
        }
    }

    PatternEchoes(Delay effect, ProcessSetup setup) {
        times = new Times(effect, setup);
        change = setup.live(effect.change);
        fadeMs = setup.live(effect.fadeMs);
        steps = setup.live(effect.patternSteps);
        sampleRate = setup.sampleRate();
        double seconds = Math.min(MAX_SECONDS, PatternTap.MAX_STEPS * times.preparedSeconds());
        longest = (int) Math.ceil(Math.max(MIN_SECONDS, seconds) * sampleRate);
        line = new DelayLine(longest + FractionalReader.MARGIN);
        taps = new Tap[effect.taps.size()];
        for (int i = 0; i < taps.length; i++) {
            taps[i] = new Tap(effect.taps.get(i), setup, longest);
        }
        loop = new Head(setup.sampleRate(), longest, false);
        path = new FeedbackPath(effect, setup, 1, false);
        recorder = new Recorder(effect, setup, 1);
    }

    @Override
    public void follow(Transport song) {
        path.follow();
        times.follow(song);
        TimeChange way = CHANGES[change.index()] == TimeChange.JUMP ? TimeChange.JUMP : TimeChange.CROSSFADE;
        double step = times.left();
        if (PatternTap.MAX_STEPS * step > longest && longest < MAX_SECONDS * sampleRate) {
            times.lack(step / sampleRate);
        }
        for (Tap tap : taps) {
            tap.presence.want(tap.on.on());
            tap.fade.aim(tap.on.on());
            send(tap.head, way, Math.rint(step * tap.step.index()) - recorder.latencyFrames());
        }
        send(loop, way, step * steps.index() - recorder.latencyFrames());
        if (fresh) {
            for (Tap tap : taps) {
                tap.fade.jump();
            }
        }
        fresh = false;
    }

    private void send(Head head, TimeChange way, double place) {
        if (fresh || change.changed() || fadeMs.changed()) {
            head.setChange(way, 1000, fadeMs.plain());
        }
        if (fresh) {
            head.jumpTo(place);
        } else {
            head.aim(place);
        }
    }

    @Override
    public boolean hasOtherTempo(Transport song) {
        return times.hasOtherTempo(song);
    }

    @Override
    public int limit(int frames) {
        int count = loop.steady(path.limit(frames));
        for (Tap tap : taps) {
            count = tap.head.steady(tap.presence.limit(count));
        }
        return count;
    }

    @Override
    public void process(float[][] input, float[][] output, float[] frozen, int frames) {
        path.next(frames);
        recorder.next(frames);
        toMiddle(input, frames);
        loop.plan(frames, null);
        for (Tap tap : taps) {
            tap.head.plan(frames, null);
            tap.level.next(frames);
            tap.pan.next(frames);
            tap.fade.next(frames);
        }
        for (float[] plane : output) {
            Arrays.fill(plane, 0, frames, 0f);
        }
        for (int done = 0; done < frames; ) {
            done += piece(input[0], output, frozen, done, frames - done);
        }
        loop.settle();
        path.settle(frames);
        for (Tap tap : taps) {
            tap.head.settle();
            tap.presence.advance(frames);
        }
    }

    private int piece(float[] input, float[][] output, float[] frozen, int from, int most) {
        int frames = loop.ahead(from, most);
        for (Tap tap : taps) {
            frames = tap.head.ahead(from, frames);
        }
        for (Tap tap : taps) {
            if (tap.presence.present()) {
                tap.head.read(line, from, frames, echo);
                add(tap, output, from, frames);
            }
        }
        loop.read(line, from, frames, kept);
        System.arraycopy(kept, 0, fed[0], 0, frames);
        path.process(fed, from, frames);
        recorder.write(0, line, input, fed[0], kept, frozen, from, frames);
        return frames;
    }

    private void add(Tap tap, float[][] output, int from, int frames) {
        float[] level = tap.level.values();
        float[] pan = tap.pan.values();
        float[] fade = tap.fade.values;
        float[] left = output[0];
        if (output.length == 1) {
            for (int i = 0; i < frames; i++) {
                left[from + i] += fade[from + i] * level[from + i] * echo[i];
            }
            return;
        }
        float[] right = output[1];
        for (int i = 0; i < frames; i++) {
            float sound = fade[from + i] * level[from + i] * echo[i];
            left[from + i] += Math.min(1, 1 - pan[from + i]) * sound;
            right[from + i] += Math.min(1, 1 + pan[from + i]) * sound;
        }
    }

    private static void toMiddle(float[][] input, int frames) {
        if (input.length < 2) {
            return;
        }
        float[] left = input[0];
        float[] right = input[1];
        for (int i = 0; i < frames; i++) {
            left[i] = 0.5f * (left[i] + right[i]);
        }
    }

    @Override
    public void reset() {
        line.reset();
        path.reset();
        recorder.reset();
        for (Tap tap : taps) {
            tap.presence.reset();
        }
        fresh = true;
    }

    @Override
    public double periodFrames() {
        double steps = this.steps.index();
        for (Tap tap : taps) {
            steps = Math.max(steps, tap.on.on() ? tap.step.index() : 0);
        }
        return Math.min(line.frames(), steps * times.left());
    }
}
