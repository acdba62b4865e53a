package io.arioso.plugins.eq;

import io.arioso.dsp.filter.EqualizerControls;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.LiveValue;
import java.util.List;

/** All settings as the audio thread sees them, and their way into an equaliser. */
final class LiveSettings {
    private final LiveBand[] bands;
    private final LiveValue gainScale;
    private final LiveValue autoGain;
    private final LiveValue outputDb;

    /** Binds the parameters. [main-thread] */
    LiveSettings(ProcessSetup setup, List<Band> bands, FloatParameter gainScale, BoolParameter autoGain,
                 FloatParameter outputDb) {
        this.bands = bands.stream().map(band -> LiveBand.of(setup, band)).toArray(LiveBand[]::new);
        this.gainScale = setup.live(gainScale);
        this.autoGain = setup.live(autoGain);
        this.outputDb = setup.live(outputDb);
    }

    /** Tells the equaliser everything. [audio-thread] */
    void apply(EqualizerControls equalizer) {
        for (int i = 0; i < bands.length; i++) {
            bands[i].apply(equalizer, i);
        }
        equalizer.setGainScale(gainScale.plain() / 100);
        equalizer.setAutoGain(autoGain.on());
        equalizer.setOutputDb(outputDb.plain());
    }

    private record LiveBand(LiveValue on, LiveValue type, LiveValue hz, LiveValue gainDb, LiveValue q, LiveValue slope,
                            LiveValue place) {
        private static final BandType[] TYPES = BandType.values();
        private static final BandPlace[] PLACES = BandPlace.values();

        static LiveBand of(ProcessSetup setup, Band band) {
            return new LiveBand(setup.live(band.on()), setup.live(band.type()), setup.live(band.hz()),
                    setup.live(band.gainDb()), setup.live(band.q()), setup.live(band.slope()),
                    setup.live(band.place()));
        }

        void apply(EqualizerControls equalizer, int index) {
            if (on.on()) {
                equalizer.setBand(index, TYPES[type.index()].shape(), hz.plain(), gainDb.plain(), q.plain(),
                        slope.index(), PLACES[place.index()].channel());
            } else {
                equalizer.setBandOff(index);
            }
        }
    }
}
