package io.arioso.plugins.widener;

import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.LiveValue;
import java.util.List;

/** What the settings of all bands come to: gains of side and of decorrelated mid by band, as ramps. [audio-thread] */
final class LiveBands {
    /** By band: what its part of the side is multiplied with in the frames of the last {@link #advance}. */
    final float[][] sideRows = new float[StereoWidener.BANDS][];
    /** By band: the same of the decorrelated mid. */
    final float[][] spreadRows = new float[StereoWidener.BANDS][];

    private final Glide[] side = new Glide[StereoWidener.BANDS];
    private final Glide[] spread = new Glide[StereoWidener.BANDS];
    private final LiveValue width;
    private final List<Live> bands;

    private record Live(LiveValue width, LiveValue decorrelation, LiveValue solo, LiveValue bypass) {
    }

    /** Binds the parameters. [main-thread] */
    LiveBands(StereoWidener effect, ProcessSetup setup, int glideFrames, int maxFrames) {
        width = setup.live(effect.width);
        bands = effect.bands.stream().map(band -> new Live(setup.live(band.width()), setup.live(band.decorrelation()),
            setup.live(band.solo()), setup.live(band.bypass()))).toList();
        for (int i = 0; i < StereoWidener.BANDS; i++) {
            side[i] = new Glide(glideFrames, maxFrames, 1);
            spread[i] = new Glide(glideFrames, maxFrames, 0);
        }
    }

    /** Sets off to what the settings say; {@code atOnce} without a ramp. */
    void follow(boolean atOnce) {
        boolean soloing = soloing();
        for (int i = 0; i < side.length; i++) {
            Live band = bands.get(i);
            boolean heard = !soloing || band.solo.on();
            boolean works = !band.bypass.on();
            double sideGain = works ? width.plain() / 100 * band.width.plain() / 100 : 1;
            double spreadGain = works ? band.decorrelation.plain() / 100 : 0;
            go(side[i], heard ? sideGain : 0, atOnce);
            go(spread[i], heard ? spreadGain : 0, atOnce);
        }
    }

    private static void go(Glide glide, double value, boolean atOnce) {
        if (atOnce) {
            glide.jump(value);
        } else {
            glide.aim(value);
        }
    }

    /** Makes the gains of the next frames. */
    void advance(int frames) {
        for (int i = 0; i < side.length; i++) {
            sideRows[i] = side[i].next(frames);
            spreadRows[i] = spread[i].next(frames);
        }
    }

    /** Whether any band is soloed. */
    boolean soloing() {
        boolean any = false;
        for (int i = 0; i < bands.size(); i++) {
            any |= bands.get(i).solo.on();
        }
        return any;
    }

    /** Whether a band is soloed. */
    boolean solo(int band) {
        return bands.get(band).solo.on();
    }

    /** Whether nothing tells the bands apart: no crossover is needed. */
    boolean alike() {
        boolean alike = !soloing();
        for (int i = 1; i < side.length; i++) {
            alike &= side[i].equals(side[0]) && spread[i].equals(spread[0]);
        }
        return alike;
    }

    /** Whether any decorrelated mid is heard, or on its way. */
    boolean spreading() {
        boolean any = false;
        for (int i = 0; i < spread.length; i++) {
            any |= !spread[i].restsAt(0);
        }
        return any;
    }
}
