package io.arioso.plugins.compressor;

import io.arioso.sdk.NoteLength;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.Transport;
import io.arioso.sdk.parameter.LiveValue;

/**
 * Attack, hold and release as they are now: typed, taken from the song's tempo, or adapted to the key.
 *
 * <p>They move by at most an octave a cell of the grid: a long attack that suddenly were a short one would be a click.
 */
final class Times {
    private static final double LONGEST_MS = 5000;
    private static final NoteLength[] NOTES = NoteLength.values();
    private static final ReleaseMode[] MODES = ReleaseMode.values();
    /** Cells of the grid between two adaptations. */
    private static final int ADAPT_CELLS = 8;

    private final LiveValue attack;
    private final LiveValue hold;
    private final LiveValue release;
    private final LiveValue mode;
    private final LiveValue sync;
    private final LiveValue note;
    private final double shorterAttackMs;
    private final CrestFactor crest;
    private double attackMs;
    private double holdMs;
    private double releaseMs;
    private double attackNow;
    private double releaseNow;
    private boolean fresh = true;
    private ReleaseMode modeNow;
    private double adapted = 1;
    private int cells;

    /** @param lookaheadMs what the lookahead has done of the attack before the sound arrives */
    Times(TimingSection section, ProcessSetup setup, double lookaheadMs) {
        attack = setup.live(section.attackMs);
        hold = setup.live(section.holdMs);
        release = setup.live(section.releaseMs);
        mode = setup.live(section.releaseMode);
        sync = setup.live(section.sync);
        note = setup.live(section.note);
        shorterAttackMs = lookaheadMs;
        crest = new CrestFactor(setup.sampleRate());
    }

    /** Reads the parameters at the start of a block; tells the followers if anything changed. */
    void follow(Transport transport, Follower[] followers) {
        ReleaseMode wantedMode = MODES[mode.index()];
        boolean retell = fresh || wantedMode != modeNow || hold.plain() != holdMs;
        attackMs = attack.plain();
        holdMs = hold.plain();
        releaseMs = sync.on() ? Math.max(1, Math.min(LONGEST_MS, 1000 * NOTES[note.index()].seconds(transport)))
            : release.plain();
        modeNow = wantedMode;
        if (fresh) {
            attackNow = attackMs;
            releaseNow = releaseMs;
            fresh = false;
        }
        if (retell) {
            adapted = modeNow == ReleaseMode.ADAPTIVE ? adapted : 1;
            tell(followers);
        }
    }

    private void tell(Follower[] followers) {
        double rest = Math.max(0, attackNow * adapted - shorterAttackMs);
        for (Follower follower : followers) {
            follower.setTimes(rest, holdMs, Math.max(1, releaseNow * adapted), modeNow);
        }
    }

    /** Listens to the key. */
    void adapt(float[][] key, int frames) {
        if (modeNow == ReleaseMode.ADAPTIVE) {
            crest.take(key, frames);
        }
    }

    /** Moves the times on, and applies what was heard; called at the end of each cell of the grid. */
    void finishCell(Follower[] followers) {
        boolean retell = attackNow != attackMs || releaseNow != releaseMs;
        attackNow = octaveTowards(attackMs, attackNow);
        releaseNow = octaveTowards(releaseMs, releaseNow);
        cells = (cells + 1) % ADAPT_CELLS;
        if (modeNow == ReleaseMode.ADAPTIVE) {
            crest.finishCell();
            retell |= cells == 0 && crest.share() != adapted;
            adapted = cells == 0 ? crest.share() : adapted;
        }
        if (retell) {
            tell(followers);
        }
    }

    private static double octaveTowards(double goal, double now) {
        return Math.max(now / 2, Math.min(now * 2, goal));
    }

    /** Forgets what was heard; the times are told again at the next block. */
    void reset() {
        crest.reset();
        adapted = 1;
        cells = 0;
        fresh = true;
    }
}
