package io.arioso.app;

import io.arioso.dsp.meter.ProgrammeMeter;
import io.arioso.host.demo.DemoSong;
import java.util.Optional;

/** What presets and chains are heard on: 48 kHz stereo at a known loudness, the same bits everywhere. */
enum Programme {
    /** The demo song's mix. */
    SONG(-18),
    /** Its drums. */
    DRUMS(-18),
    /** Its bass. */
    BASS(-20),
    /** Its bass, while the drums play into the side-chain. */
    BASS_KEYED_BY_DRUMS(-20),
    /** Its chords. */
    CHORDS(-20),
    /** Its chords, while the voice speaks into the side-chain. */
    CHORDS_KEYED_BY_VOICE(-20),
    /** A speaker with pauses, alike on both sides. */
    VOICE(-22);

    static final int RATE = DemoSong.SAMPLE_RATE;
    static final double SECONDS = 30;

    private final double lufs;
    private float[][] made;

    Programme(double lufs) {
        this.lufs = lufs;
    }

    /** What plays into the side-chain meanwhile. */
    Optional<Programme> sidechain() {
        return switch (this) {
            case BASS_KEYED_BY_DRUMS -> Optional.of(DRUMS);
            case CHORDS_KEYED_BY_VOICE -> Optional.of(VOICE);
            default -> Optional.empty();
        };
    }

    /** Left and right; the same arrays each time. */
    synchronized float[][] audio() {
        if (made == null) made = atLoudness(raw());
        return made;
    }

    private float[][] raw() {
        return switch (this) {
            case SONG -> DemoSong.mix(new DemoSong(SECONDS).stems());
            case DRUMS -> new DemoSong(SECONDS).stems().get("drums");
            case BASS, BASS_KEYED_BY_DRUMS -> new DemoSong(SECONDS).stems().get("bass");
            case CHORDS, CHORDS_KEYED_BY_VOICE -> new DemoSong(SECONDS).stems().get("chords");
            case VOICE -> new SyntheticVoice().render((int) (SECONDS * RATE), RATE);
        };
    }

    private float[][] atLoudness(float[][] audio) {
        ProgrammeMeter meter = new ProgrammeMeter(RATE, 2);
        meter.process(audio, 0, audio[0].length);
        float gain = (float) StrictMath.pow(10, (lufs - meter.report().integratedLufs()) / 20);
        for (float[] channel : audio) for (int i = 0; i < channel.length; i++) channel[i] *= gain;
        return audio;
    }
}
