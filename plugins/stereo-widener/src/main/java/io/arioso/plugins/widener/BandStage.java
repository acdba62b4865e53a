package io.arioso.plugins.widener;

import io.arioso.dsp.filter.Crossover;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.LiveValue;
import java.util.List;

/**
 * The widening of bands that differ: splits the side, and the decorrelated mid where there is any, and carries the mid
 * through the all-pass that the bands sum to. [audio-thread]
 *
 * <p>Only for a solo the mid is split as well; the split fades in as it starts from silence.
 */
final class BandStage {
    private static final int BANDS = StereoWidener.BANDS;

    private final List<LiveValue> cornersHz;
    private final LiveBands bands;
    private final Crossover sides;
    private final Crossover spreads;
    private final Crossover solos;
    private final Glide[] soloGains = new Glide[BANDS];
    private final float[][] soloRows = new float[BANDS][];
    private final Glide soloFade;
    private final float[][][] parts;
    private final float[][] sidePlane = new float[1][];
    private final float[][] spreadPlane = new float[1][];
    private final float[][] midPlane = new float[1][];
    private final float[] soloed;
    private boolean splitsSpread;
    private boolean splitsMid;

    BandStage(StereoWidener effect, ProcessSetup setup, LiveBands bands, int glideFrames, int maxFrames) {
        this.bands = bands;
        cornersHz = effect.cornersHz.stream().map(setup::live).toList();
        sides = new Crossover(setup.sampleRate(), BANDS, 1, 1);
        spreads = new Crossover(setup.sampleRate(), BANDS, 1);
        solos = new Crossover(setup.sampleRate(), BANDS, 1);
        for (int i = 0; i < BANDS; i++) {
            soloGains[i] = new Glide(glideFrames, maxFrames, 1);
        }
        soloFade = new Glide(glideFrames, maxFrames, 0);
        parts = new float[BANDS][1][maxFrames];
        soloed = new float[maxFrames];
    }

    /** Takes corners and solos over. */
    void follow(boolean atOnce) {
        for (int i = 0; i < cornersHz.size(); i++) {
            double hz = cornersHz.get(i).plain();
            sides.setCorner(i, hz);
            spreads.setCorner(i, hz);
            solos.setCorner(i, hz);
        }
        boolean soloing = bands.soloing();
        boolean starts = soloing && !splitsMid;
        if (starts) {
            solos.reset();
            splitsMid = true;
        }
        for (int i = 0; i < BANDS; i++) {
            double gain = !soloing || bands.solo(i) ? 1 : 0;
            if (starts) {
                soloGains[i].jump(gain);
            } else if (soloing) {
                soloGains[i].aim(gain);
            }
        }
        soloFade.aim(soloing ? 1 : 0);
        if (atOnce) {
            soloFade.jump(soloing ? 1 : 0);
        }
    }

    /** Looks, at a frame that does not depend on blocks, whether something may rest. */
    void settle() {
        splitsMid &= !soloFade.restsAt(0);
    }

    /** Begins anew, its corners in place. */
    void restart() {
        sides.reset();
        splitsSpread = false;
    }

    /** Forgets all sound. */
    void reset() {
        sides.reset();
        spreads.reset();
        solos.reset();
        soloFade.jump(0);
        splitsMid = false;
        splitsSpread = false;
    }

    /**
     * Makes the new side of a stretch, and turns the mid into that of the bands.
     *
     * @param spread the decorrelated mid; null if it is silent
     * @param to     the new side
     */
    void process(float[] mid, float[] side, float[] spread, float[] to, int frames) {
        if (splitsMid) {
            splitMid(mid, frames);
        }
        sidePlane[0] = side;
        midPlane[0] = mid;
        sides.process(sidePlane, 0, parts, 0, midPlane, 0, frames);
        Rows.mix(parts, bands.sideRows, to, frames);
        if (spread != null) {
            if (!splitsSpread) {
                spreads.reset();
            }
            spreadPlane[0] = spread;
            spreads.process(spreadPlane, 0, parts, 0, frames);
            for (int i = 0; i < BANDS; i++) {
                Rows.add(parts[i][0], bands.spreadRows[i], to, frames);
            }
        }
        splitsSpread = spread != null;
        if (splitsMid) {
            Rows.fade(mid, soloFade.next(frames), soloed, frames);
            System.arraycopy(soloed, 0, mid, 0, frames);
        }
    }

    private void splitMid(float[] mid, int frames) {
        midPlane[0] = mid;
        solos.process(midPlane, 0, parts, 0, frames);
        for (int i = 0; i < BANDS; i++) {
            soloRows[i] = soloGains[i].next(frames);
        }
        Rows.mix(parts, soloRows, soloed, frames);
    }
}
