package io.arioso.plugins.delay;

import io.arioso.dsp.delay.AllpassDiffuser;
import io.arioso.dsp.delay.DelayLine;
import io.arioso.dsp.delay.FractionalReader;
import io.arioso.sdk.HostRequests;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.SmoothRow;
import io.arioso.sdk.Transport;
import io.arioso.sdk.parameter.LiveValue;

/**
 * One line a channel, each with a head and a loop: every topology but pattern and reverse.
 *
 * <p>A stretch is cut into pieces that end before a head would read what the loop has not written yet.
 */
final class LoopEchoes implements Echoes {
    private static final double SQUARE_ROOT_OF_HALF = Math.sqrt(0.5);
    private static final double MOST_DIFFUSE = 0.6;
    /** An all-pass whose gain moves faster is heard. */
    private static final double DIFFUSION_SMOOTHING_MS = 80;
    private static final TimeChange[] CHANGES = TimeChange.values();

    private final Topology topology;
    private final Times times;
    private final HostRequests host;
    private final LiveValue freeze;
    private final LiveValue change;
    private final LiveValue glideMs;
    private final LiveValue fadeMs;
    private final LiveValue diffusion;
    private final FeedbackPath path;
    private final Recorder recorder;
    private final Voice voice;
    private final Wobble wobble;
    private final SmoothRow diffusionGain;
    private final Head[] heads;
    private final Head[] earlyHeads;
    private final DelayLine[] lines;
    private final AllpassDiffuser[] diffusers;
    private final float[][] read;
    private final float[][] fed;
    private final float[] noFreeze = new float[DelayProcessor.STRETCH];
    private final float[] gainRow = new float[DelayProcessor.STRETCH];
    private boolean fresh = true;

    LoopEchoes(Delay effect, ProcessSetup setup) {
        int channels = setup.layout().channels();
        double rate = setup.sampleRate();
        topology = effect.topology.value();
        times = new Times(effect, setup);
        host = setup.host();
        freeze = setup.live(effect.freeze);
        change = setup.live(effect.change);
        glideMs = setup.live(effect.glideMs);
        fadeMs = setup.live(effect.fadeMs);
        diffusion = setup.live(effect.diffusion);
        path = new FeedbackPath(effect, setup, channels, topology == Topology.PING_PONG);
        recorder = new Recorder(effect, setup, channels);
        voice = new Voice(topology, rate, channels);
        wobble = new Wobble(effect, setup, channels);
        double least = topology == Topology.DIFFUSE ? SQUARE_ROOT_OF_HALF : 0;
        diffusionGain = new SmoothRow(setup.smooth(effect.diffusion, DIFFUSION_SMOOTHING_MS,
            percent -> (least + (1 - least) * percent / 100) * MOST_DIFFUSE), DelayProcessor.STRETCH);
        boolean diffuses = topology == Topology.DIFFUSE || effect.diffusion.plain() > 0;
        heads = new Head[channels];
        earlyHeads = new Head[diffuses ? channels : 0];
        diffusers = new AllpassDiffuser[diffuses ? channels : 0];
        lines = new DelayLine[channels];
        for (int channel = 0; channel < channels; channel++) {
            heads[channel] = new Head(rate, times.capacityFrames(), topology == Topology.TAPE);
            lines[channel] = new DelayLine(times.capacityFrames() + FractionalReader.MARGIN);
            if (diffuses) {
                earlyHeads[channel] = new Head(rate, times.capacityFrames(), topology == Topology.TAPE);
                diffusers[channel] = new AllpassDiffuser(rate, channel == 0 ? 1 : 0.93);
            }
        }
        read = new float[channels][DelayProcessor.STRETCH];
        fed = new float[channels][DelayProcessor.STRETCH];
    }

    @Override
    public void follow(Transport song) {
        path.follow();
        wobble.follow();
        times.follow(song);
        if (recorder.lacksSaturation() || diffusers.length == 0 && diffusion.plain() > 0 && diffusion.changed()) {
            host.requestRestart();
        }
        for (int channel = 0; channel < heads.length; channel++) {
            double time = channel == 0 ? times.left() : times.right();
            // A frozen loop is read at whole frames: bits then circulate unchanged.
            double place = (freeze.on() ? Math.rint(time) : time) - recorder.latencyFrames();
            send(heads[channel], place);
            if (diffusers.length > 0) {
                send(earlyHeads[channel], place - diffusers[channel].delayFrames());
            }
        }
        voice.setTime(Math.max(times.left(), heads.length > 1 ? times.right() : 0));
        fresh = false;
    }

    private void send(Head head, double place) {
        if (fresh || change.changed() || glideMs.changed() || fadeMs.changed()) {
            head.setChange(CHANGES[change.index()], glideMs.plain(), fadeMs.plain());
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
        int count = path.limit(wobble.limit(frames));
        for (Head head : heads) {
            count = head.steady(count);
        }
        for (Head head : earlyHeads) {
            count = head.steady(count);
        }
        return count;
    }

    @Override
    public void process(float[][] input, float[][] output, float[] frozen, int frames) {
        path.next(frames);
        recorder.next(frames);
        diffusionGain.next(frames);
        wobble.next(frames, frozen == null ? noFreeze : frozen);
        encode(input, frames);
        plan(heads, frames);
        plan(earlyHeads, frames);
        int done = 0;
        while (done < frames) {
            int count = ahead(earlyHeads, done, ahead(heads, done, frames - done));
            piece(input, output, frozen, done, count);
            done += count;
        }
        decode(output, frames);
        settle(heads);
        settle(earlyHeads);
        path.settle(frames);
    }

    private void plan(Head[] some, int frames) {
        for (int channel = 0; channel < some.length; channel++) {
            some[channel].plan(frames, wobble.row(channel));
        }
    }

    private static int ahead(Head[] some, int from, int frames) {
        int count = frames;
        for (Head head : some) {
            count = head.ahead(from, count);
        }
        return count;
    }

    private static void settle(Head[] some) {
        for (Head head : some) {
            head.settle();
        }
    }

    private void piece(float[][] input, float[][] output, float[] frozen, int from, int frames) {
        for (int channel = 0; channel < heads.length; channel++) {
            readEcho(channel, from, frames);
        }
        if (voice.speaks()) {
            voice.process(fed, frames);
        }
        for (int channel = 0; channel < heads.length; channel++) {
            System.arraycopy(fed[channel], 0, output[channel], from, frames);
            if (diffusers.length > 0 && topology != Topology.DIFFUSE) {
                earlyHeads[channel].read(lines[channel], from, frames, fed[channel]);
                diffusers[channel].process(fed[channel], 0, frames, gains(from, frames));
            }
        }
        path.process(fed, from, frames);
        boolean swapped = topology == Topology.PING_PONG && heads.length == 2;
        for (int channel = 0; channel < heads.length; channel++) {
            float[] kept = read[swapped ? 1 - channel : channel];
            recorder.write(channel, lines[channel], input[channel], fed[channel], kept, frozen, from, frames);
        }
    }

    /** Reads a line to {@link #read}, which may be kept for ever, and to {@link #fed}, which goes on. */
    private void readEcho(int channel, int from, int frames) {
        float[] echo = read[channel];
        if (topology == Topology.DIFFUSE) {
            earlyHeads[channel].read(lines[channel], from, frames, echo);
            diffusers[channel].process(echo, 0, frames, gains(from, frames));
        } else {
            heads[channel].read(lines[channel], from, frames, echo);
        }
        System.arraycopy(echo, 0, fed[channel], 0, frames);
    }

    private float[] gains(int from, int frames) {
        System.arraycopy(diffusionGain.values(), from, gainRow, 0, frames);
        return gainRow;
    }

    private void encode(float[][] input, int frames) {
        if (input.length < 2) {
            return;
        }
        float[] left = input[0];
        float[] right = input[1];
        if (topology == Topology.PING_PONG) {
            for (int i = 0; i < frames; i++) {
                left[i] = 0.5f * (left[i] + right[i]);
                right[i] = 0;
            }
        } else if (topology == Topology.MID_SIDE) {
            for (int i = 0; i < frames; i++) {
                float l = left[i];
                float r = right[i];
                left[i] = 0.5f * (l + r);
                right[i] = 0.5f * (l - r);
            }
        }
    }

    private void decode(float[][] output, int frames) {
        if (topology != Topology.MID_SIDE || output.length < 2) {
            return;
        }
        float[] mid = output[0];
        float[] side = output[1];
        for (int i = 0; i < frames; i++) {
            float m = mid[i];
            float s = side[i];
            mid[i] = m + s;
            side[i] = m - s;
        }
    }

    @Override
    public void reset() {
        for (int channel = 0; channel < heads.length; channel++) {
            lines[channel].reset();
        }
        for (AllpassDiffuser diffuser : diffusers) {
            diffuser.reset();
        }
        path.reset();
        recorder.reset();
        voice.reset();
        wobble.reset();
        fresh = true;
    }

    @Override
    public double periodFrames() {
        double longer = Math.max(times.left(), heads.length > 1 ? times.right() : 0);
        return diffusers.length > 0 ? longer + 8 * diffusers[0].delayFrames() : longer;
    }
}
