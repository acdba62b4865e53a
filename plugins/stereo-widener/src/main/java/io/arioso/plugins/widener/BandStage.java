package io.arioso.plugins.widener;

import io.arioso.dsp.filter.BandMixer;
import io.arioso.dsp.filter.Crossover;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.LiveValue;
import java.util.List;

/**
 * The widening of bands that differ: gives each band its share of the side and of the decorrelated mid, lets each share
 * be heard in its band only, and carries the mid through the all-pass that the bands sum to. [audio-thread]
 *
 * <p>Only for a solo the mid is split as well; the split fades in as it starts from silence.
 */
final class BandStage {
    private static final int BANDS = StereoWidener.BANDS;

    private final List<LiveValue> cornersHz;
    private final LiveBands bands;
    private final BandMixer mixer;
    private final Crossover solos;
    private final Glide[] soloGains = new Glide[BANDS];
    private final float[][] soloRows = new float[BANDS][];
    private final Glide soloFade;
    private final float[][][] parts;
    private final float[][] sources;
    private final float[][] midPlane = new float[1][];
    private final float[] soloed;
    private boolean splitsMid;

    BandStage(StereoWidener effect, ProcessSetup setup, LiveBands bands, int glideFrames, int maxFrames) {
        this.bands = bands;
        cornersHz = effect.cornersHz.stream().map(setup::live).toList();
        mixer = new BandMixer(setup.sampleRate());
        solos = new Crossover(setup.sampleRate(), BANDS, 1);
        for (int i = 0; i < BANDS; i++) {
            soloGains[i] = new Glide(glideFrames, maxFrames, 1);
        }
        soloFade = new Glide(glideFrames, maxFrames, 0);
        parts = new float[BANDS][1][maxFrames];
        sources = new float[BANDS][maxFrames];
        soloed = new float[maxFrames];
    }

    /** Takes corners and solos over. */
    void follow(boolean atOnce) {
        for (int i = 0; i < cornersHz.size(); i++) {
            double hz = cornersHz.get(i).plain();
            mixer.setCorner(i, hz);
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
        mixer.reset();
    }

    /** Forgets all sound. */
    void reset() {
        mixer.reset();
        solos.reset();
        soloFade.jump(0);
        splitsMid = false;
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
        for (int i = 0; i < BANDS; i++) {
            Rows.scale(side, bands.sideRows[i], sources[i], frames);
            if (spread != null) {
                Rows.add(spread, bands.spreadRows[i], sources[i], frames);
            }
        }
        mixer.process(sources, to, mid, frames);
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
