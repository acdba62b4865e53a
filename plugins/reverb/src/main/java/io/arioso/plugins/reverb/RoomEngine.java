package io.arioso.plugins.reverb;

import io.arioso.dsp.reverb.RoomReverb;
import io.arioso.dsp.reverb.RoomShape;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.LiveValue;

/** The five algorithmic modes. */
final class RoomEngine implements ReverbEngine {
    private final RoomReverb room;
    private final LiveValue decay;
    private final LiveValue[] bands;
    private final LiveValue early;
    private final LiveValue distance;
    private final LiveValue diffusion;
    private final LiveValue freeze;
    private final LiveValue modRate;
    private final LiveValue modDepth;

    RoomEngine(Reverb effect, RoomShape shape, ProcessSetup setup) {
        room = new RoomReverb(setup.sampleRate(), setup.layout().channels(), shape, effect.size.plain());
        decay = setup.live(effect.decay);
        bands = effect.decayBands.stream().map(setup::live).toArray(LiveValue[]::new);
        early = setup.live(effect.early);
        distance = setup.live(effect.distance);
        diffusion = setup.live(effect.diffusion);
        freeze = setup.live(effect.freeze);
        modRate = setup.live(effect.modRate);
        modDepth = setup.live(effect.modDepth);
        reset();
    }

    @Override
    public void follow() {
        if (decay.changed()) {
            room.setDecay(decay.plain());
        }
        for (int band = 0; band < bands.length; band++) {
            if (bands[band].changed()) {
                room.setDecayFactor(band, bands[band].plain() / 100);
            }
        }
        if (early.changed()) {
            room.setEarly(early.plain() / 100);
        }
        if (distance.changed()) {
            room.setDistance(distance.plain() / 100);
        }
        if (diffusion.changed()) {
            room.setDiffusion(diffusion.plain() / 100);
        }
        if (freeze.changed()) {
            room.setFrozen(freeze.on());
        }
        if (modRate.changed() || modDepth.changed()) {
            room.setModulation(modRate.plain(), modDepth.plain() / 100);
        }
    }

    @Override
    public void process(float[][] planes, int frames) {
        room.process(planes, frames);
    }

    @Override
    public void reset() {
        room.setDecay(decay.plain());
        for (int band = 0; band < bands.length; band++) {
            room.setDecayFactor(band, bands[band].plain() / 100);
        }
        room.setEarly(early.plain() / 100);
        room.setDistance(distance.plain() / 100);
        room.setDiffusion(diffusion.plain() / 100);
        room.setFrozen(freeze.on());
        room.setModulation(modRate.plain(), modDepth.plain() / 100);
        room.reset();
    }

    @Override
    public long tailFrames() {
        return room.tailFrames();
    }
}
