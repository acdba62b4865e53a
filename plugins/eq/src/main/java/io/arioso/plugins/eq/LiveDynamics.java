package io.arioso.plugins.eq;

import io.arioso.dsp.filter.DynamicBand;
import io.arioso.dsp.filter.DynamicEqualizer;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.LiveValue;

/** The settings of all dynamic bands as the audio thread sees them, and their way into a {@link DynamicEqualizer}. */
final class LiveDynamics {
    private static final BandType[] TYPES = BandType.values();
    private static final BandPlace[] PLACES = BandPlace.values();
    private static final SideChoice[] SIDES = SideChoice.values();

    private final One[] bands;
    private final LiveValue gainScale;
    private final LiveValue listen;

    /** Binds the parameters. [main-thread] */
    LiveDynamics(ProcessSetup setup, Equalizer effect) {
        bands = new One[effect.bands.size()];
        for (int i = 0; i < bands.length; i++) {
            bands[i] = new One(setup, effect.bands.get(i), effect.dynamics.get(i));
        }
        gainScale = setup.live(effect.gainScale);
        listen = setup.live(effect.listen);
    }

    /** Tells the bands everything. [audio-thread] */
    void apply(DynamicEqualizer equalizer) {
        for (int i = 0; i < bands.length; i++) {
            bands[i].apply(equalizer.band(i));
        }
        equalizer.setGainScale(gainScale.plain() / 100);
        equalizer.setListen(listen.index() - 1);
    }

    private static final class One {
        private final LiveValue bandOn;
        private final LiveValue type;
        private final LiveValue hz;
        private final LiveValue q;
        private final LiveValue slope;
        private final LiveValue place;
        private final LiveValue on;
        private final LiveValue threshold;
        private final LiveValue range;
        private final LiveValue mode;
        private final LiveValue knee;
        private final LiveValue attackMs;
        private final LiveValue releaseMs;
        private final LiveValue holdMs;
        private final LiveValue averageMs;
        private final LiveValue average;
        private final LiveValue relative;
        private final LiveValue side;
        private final LiveValue sideHz;
        private final LiveValue sideQ;
        private final LiveValue external;

        One(ProcessSetup setup, Band band, BandDynamics dynamics) {
            bandOn = setup.live(band.on());
            type = setup.live(band.type());
            hz = setup.live(band.hz());
            q = setup.live(band.q());
            slope = setup.live(band.slope());
            place = setup.live(band.place());
            on = setup.live(dynamics.on());
            threshold = setup.live(dynamics.threshold());
            range = setup.live(dynamics.range());
            mode = setup.live(dynamics.mode());
            knee = setup.live(dynamics.knee());
            attackMs = setup.live(dynamics.attackMs());
            releaseMs = setup.live(dynamics.releaseMs());
            holdMs = setup.live(dynamics.holdMs());
            averageMs = setup.live(dynamics.averageMs());
            average = setup.live(dynamics.average());
            relative = setup.live(dynamics.relative());
            side = setup.live(dynamics.side());
            sideHz = setup.live(dynamics.sideHz());
            sideQ = setup.live(dynamics.sideQ());
            external = setup.live(dynamics.external());
        }

        void apply(DynamicBand band) {
            if (!bandOn.on() || !on.on()) {
                band.setOff();
                return;
            }
            band.set(TYPES[type.index()].shape(), hz.plain(), range.plain(), q.plain(), slope.index(),
                    PLACES[place.index()].channel());
            band.setThreshold(threshold.plain(), knee.plain(), mode.index() == DynamicsMode.ABOVE.ordinal());
            band.setTimes(attackMs.plain(), holdMs.plain(), releaseMs.plain());
            band.setAveraging(averageMs.plain(), average.plain() / 100);
            band.setRelative(relative.on());
            band.setSideFilter(SIDES[side.index()].shape(), sideHz.plain(), sideQ.plain());
            band.setExternal(external.on());
        }
    }
}
