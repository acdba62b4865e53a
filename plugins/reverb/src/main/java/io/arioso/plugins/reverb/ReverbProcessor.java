package io.arioso.plugins.reverb;

import io.arioso.sdk.AudioBuffer;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.HostRequests;
import io.arioso.sdk.NoteLength;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.Smoother;
import io.arioso.sdk.Transport;
import io.arioso.sdk.parameter.LiveValue;

/** Everything around the space: pre-delay and filters before it, EQ, width, ducking, gate and meters behind it. */
final class ReverbProcessor implements AudioProcessor {
    private static final NoteLength[] NOTES = NoteLength.values();
    /** Seventy-two decibels within the usual 20 ms would be heard. */
    private static final double OUTPUT_MS = 50;

    private final ReverbEngine engine;
    private final HostRequests host;
    private final LiveValue mode;
    private final LiveValue size;
    private final double preparedMode;
    private final double preparedSize;
    private final double sampleRate;
    private final LiveValue predelayMs;
    private final LiveValue sync;
    private final LiveValue note;
    private final Smoother output;
    private final PreDelay preDelay;
    private final Filters filters;
    private final StereoImage image;
    private final KeyedGain keyed;
    private final ReverbMeters meters;
    private final float[][] planes;
    private final float[] gains;
    private boolean fresh = true;

    ReverbProcessor(Reverb effect, ProcessSetup setup, ReverbEngine engine) {
        int channels = setup.layout().channels();
        this.engine = engine;
        host = setup.host();
        sampleRate = setup.sampleRate();
        mode = setup.live(effect.mode);
        size = setup.live(effect.size);
        preparedMode = effect.mode.plain();
        preparedSize = effect.size.plain();
        predelayMs = setup.live(effect.predelayMs);
        sync = setup.live(effect.sync);
        note = setup.live(effect.note);
        output = setup.smooth(effect.output, OUTPUT_MS, Decibels::toGain);
        preDelay = new PreDelay(sampleRate, channels, setup.maxFrames());
        filters = new Filters(effect, setup);
        image = new StereoImage(effect, setup);
        keyed = new KeyedGain(effect, setup);
        meters = new ReverbMeters(effect, setup);
        planes = new float[channels][];
        gains = new float[setup.maxFrames()];
        preDelay.set(predelayMs.plain() / 1000 * sampleRate);
        preDelay.reset();
    }

    @Override
    public void process(ProcessContext context) {
        AudioBuffer audio = context.audio();
        int frames = audio.frames();
        for (int channel = 0; channel < planes.length; channel++) {
            planes[channel] = audio.channel(channel);
        }
        follow(context.transport());
        keyed.listen(planes, frames);
        preDelay.process(planes, frames);
        filters.processInput(planes, frames);
        engine.process(planes, frames);
        filters.processOutput(planes, frames);
        image.process(planes, frames);
        keyed.apply(planes, frames);
        amplify(frames);
        meters.take(planes, frames, keyed);
    }

    private void follow(Transport song) {
        if (mode.plain() != preparedMode || size.plain() != preparedSize) {
            host.requestRestart();
        }
        double seconds = sync.on() ? NOTES[note.index()].seconds(song) : predelayMs.plain() / 1000;
        preDelay.set(seconds * sampleRate);
        if (fresh) {
            // The tempo is known from here on; nothing has sounded that a fade could be heard in.
            preDelay.reset();
            fresh = false;
        }
        filters.follow();
        engine.follow();
    }

    private void amplify(int frames) {
        if (!output.moving() && output.current() == 1) {
            output.skip(frames);
            return;
        }
        output.fill(gains, frames);
        for (float[] plane : planes) {
            for (int i = 0; i < frames; i++) {
                plane[i] *= gains[i];
            }
        }
    }

    @Override
    public void reset() {
        fresh = true;
        filters.reset();
        engine.reset();
        image.reset();
        keyed.reset();
        meters.reset();
    }

    @Override
    public long tailFrames() {
        long tail = engine.tailFrames();
        return tail == Long.MAX_VALUE ? tail : tail + preDelay.frames();
    }
}
