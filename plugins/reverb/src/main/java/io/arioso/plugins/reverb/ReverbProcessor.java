package io.arioso.plugins.reverb;

import io.arioso.sdk.AudioBuffer;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.HostRequests;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.LiveValue;

/** Everything around the space: pre-delay, filters, width, ducking, gate, meters. */
final class ReverbProcessor implements AudioProcessor {
    private final ReverbEngine engine;
    private final HostRequests host;
    private final LiveValue mode;
    private final LiveValue size;
    private final double preparedMode;
    private final double preparedSize;
    private final float[][] planes;

    ReverbProcessor(Reverb effect, ProcessSetup setup, ReverbEngine engine) {
        this.engine = engine;
        host = setup.host();
        mode = setup.live(effect.mode);
        size = setup.live(effect.size);
        preparedMode = effect.mode.plain();
        preparedSize = effect.size.plain();
        planes = new float[setup.layout().channels()][];
    }

    @Override
    public void process(ProcessContext context) {
        AudioBuffer audio = context.audio();
        for (int channel = 0; channel < planes.length; channel++) {
            planes[channel] = audio.channel(channel);
        }
        if (mode.plain() != preparedMode || size.plain() != preparedSize) {
            host.requestRestart();
        }
        engine.follow();
        engine.process(planes, audio.frames());
    }

    @Override
    public void reset() {
        engine.reset();
    }

    @Override
    public long tailFrames() {
        return engine.tailFrames();
    }
}
