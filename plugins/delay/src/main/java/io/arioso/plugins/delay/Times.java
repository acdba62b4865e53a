package io.arioso.plugins.delay;

import io.arioso.sdk.HostRequests;
import io.arioso.sdk.NoteLength;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.Transport;
import io.arioso.sdk.parameter.LiveValue;

/**
 * The times in frames that settings and tempo ask for.
 *
 * <p>A note is swung, shifted by the feel, offset on the right. A note that is longer than the line is halved until it
 * fits, so that it stays in time; a free time stops at the line's end.
 */
final class Times {
    /** The lengths in seconds that lines come in. */
    private static final double[] SIZES = {2, 5, 10};
    /** The slowest song whose notes the first {@code prepare} reckons with; slower ones ask for a restart. */
    private static final double SLOWEST_BPM = 60;
    private static final double LARGEST_FACTOR = 1.5;
    private static final double FEEL_SECONDS = 0.05;
    private static final NoteLength[] NOTES = NoteLength.values();

    private final Delay effect;
    private final Topology topology;
    private final double sampleRate;
    private final double preparedSeconds;
    private final double capacitySeconds;
    private final HostRequests host;
    private final LiveValue sync;
    private final LiveValue note;
    private final LiveValue timeMs;
    private final LiveValue rightNote;
    private final LiveValue rightTimeMs;
    private final LiveValue offset;
    private final LiveValue swing;
    private final LiveValue feelMs;
    private double tempo;
    private double quartersPerBar;
    private double left;
    private double right;

    Times(Delay effect, ProcessSetup setup) {
        this.effect = effect;
        topology = effect.topology.value();
        sampleRate = setup.sampleRate();
        host = setup.host();
        sync = setup.live(effect.sync);
        note = setup.live(effect.note);
        timeMs = setup.live(effect.timeMs);
        rightNote = setup.live(effect.rightNote);
        rightTimeMs = setup.live(effect.rightTimeMs);
        offset = setup.live(effect.offset);
        swing = setup.live(effect.swing);
        feelMs = setup.live(effect.feelMs);
        preparedSeconds = Math.max(settingsSeconds(), effect.wantedSeconds);
        capacitySeconds = sizeFor(preparedSeconds);
    }

    /** The time that the settings at {@code prepare} ask for, or the longest that an earlier processor lacked. */
    double preparedSeconds() {
        return preparedSeconds;
    }

    /** What the settings at {@code prepare} can reach at {@value #SLOWEST_BPM} quarters a minute and 4/4. */
    private double settingsSeconds() {
        double longest = seconds(note, timeMs, Tempo.SLOWEST);
        if (topology.hasRightTime()) {
            longest = Math.max(longest, seconds(rightNote, rightTimeMs, Tempo.SLOWEST));
        }
        return longest;
    }

    private static double sizeFor(double seconds) {
        for (double size : SIZES) {
            if (seconds <= size) {
                return size;
            }
        }
        return SIZES[SIZES.length - 1];
    }

    /** The longest time in frames that {@link #left} and {@link #right} may give. */
    int capacityFrames() {
        double factor = topology.hasOffset() ? LARGEST_FACTOR : 1;
        return (int) Math.ceil((capacitySeconds * factor + FEEL_SECONDS) * sampleRate);
    }

    double left() {
        return left;
    }

    double right() {
        return right;
    }

    boolean hasOtherTempo(Transport song) {
        return tempo != song.tempoBpm() || quartersPerBar != quartersPerBar(song);
    }

    private static double quartersPerBar(Transport song) {
        return song.beatsPerBar() * 4.0 / song.beatUnit();
    }

    /** Looks at tempo and settings. */
    void follow(Transport song) {
        if (!hasOtherTempo(song) && !settingsChanged()) {
            return;
        }
        tempo = song.tempoBpm();
        quartersPerBar = quartersPerBar(song);
        double first = fitting(seconds(note, timeMs, song));
        double second = topology.hasRightTime() ? fitting(seconds(rightNote, rightTimeMs, song)) : first;
        double longer = sync.on() ? swing.plain() / 50 : 1;
        // In ping-pong the sides share a pair of notes, so that long and short alternate and the pair keeps time.
        double other = topology == Topology.PING_PONG ? 2 - longer : longer;
        double moved = topology.hasOffset() ? 1 + offset.plain() / 100 : 1;
        left = frames(first * longer);
        right = frames(second * other * moved);
    }

    private boolean settingsChanged() {
        return sync.changed() || note.changed() || timeMs.changed() || rightNote.changed() || rightTimeMs.changed()
            || offset.changed() || swing.changed() || feelMs.changed();
    }

    private double seconds(LiveValue noteValue, LiveValue free, Transport song) {
        return sync.on() ? NOTES[noteValue.index()].seconds(song) : free.plain() / 1000;
    }

    private double fitting(double seconds) {
        double wanted = Math.min(seconds, SIZES[SIZES.length - 1]);
        if (wanted > capacitySeconds) {
            lack(wanted);
        }
        if (!sync.on()) {
            return Math.min(seconds, capacitySeconds);
        }
        double halved = seconds;
        while (halved > capacitySeconds) {
            halved /= 2;
        }
        return halved;
    }

    /** Remembers a time for which there is no memory, and asks for a restart, once. */
    void lack(double seconds) {
        if (seconds > effect.wantedSeconds) {
            effect.wantedSeconds = seconds;
            host.requestRestart();
        }
    }

    private double frames(double seconds) {
        return Math.max(1, Math.min(capacityFrames(), (seconds + feelMs.plain() / 1000) * sampleRate));
    }

    /** A song of one tempo in 4/4, for what must be known before any song is. */
    private record Tempo(double tempoBpm) implements Transport {
        static final Tempo SLOWEST = new Tempo(SLOWEST_BPM);

        @Override
        public boolean playing() {
            return false;
        }

        @Override
        public boolean recording() {
            return false;
        }

        @Override
        public long positionFrames() {
            return 0;
        }

        @Override
        public double positionQuarters() {
            return 0;
        }

        @Override
        public double barStartQuarters() {
            return 0;
        }

        @Override
        public int beatsPerBar() {
            return 4;
        }

        @Override
        public int beatUnit() {
            return 4;
        }
    }
}
