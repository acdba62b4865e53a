package io.arioso.plugins.compressor;

import io.arioso.dsp.dynamics.LookaheadDelay;
import io.arioso.dsp.filter.BandChannel;
import io.arioso.dsp.filter.FilterShape;
import io.arioso.dsp.filter.ParametricEqualizer;
import io.arioso.sdk.AudioBuffer;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.meter.Spectrum;
import io.arioso.sdk.parameter.LiveValue;

/**
 * What the compressor listens to: the input or the side-chain, late on request, through high pass, tilt and equaliser.
 *
 * <p>The bands are designed as in the EQ effect and move without clicks. With all of them off the key passes as it is.
 */
final class KeyPath {
    private static final double BUTTERWORTH = 0.70710678118654752;
    private static final double TILT_PIVOT_HZ = 1000;
    private static final int EQ_SLOPE = 12;
    private static final int HIGH_PASS = 0;
    private static final int TILT = 1;
    private static final int FIRST_BAND = 2;
    private static final KeySection.Shape[] SHAPES = KeySection.Shape.values();

    private final LiveValue external;
    private final LiveValue highPassHz;
    private final LiveValue highPassSlope;
    private final LiveValue tilt;
    private final LiveBand[] bands;
    private final boolean hasSidechain;
    private final ParametricEqualizer equalizer;
    private final LookaheadDelay[] delays;
    private final Spectrum spectrum;
    private final float[][] planes;
    private final AudioBuffer buffer;

    private record LiveBand(LiveValue on, LiveValue shape, LiveValue hz, LiveValue gainDb, LiveValue q) {
        static LiveBand of(ProcessSetup setup, KeySection.Band band) {
            return new LiveBand(setup.live(band.on()), setup.live(band.shape()), setup.live(band.hz()),
                    setup.live(band.gainDb()), setup.live(band.q()));
        }
    }

    /** @param delayFrames by which the key is late, 0 or more */
    KeyPath(KeySection section, Spectrum spectrum, ProcessSetup setup, int delayFrames) {
        BusLayout layout = setup.layout();
        external = setup.live(section.external);
        highPassHz = setup.live(section.highPassHz);
        highPassSlope = setup.live(section.highPassSlope);
        tilt = setup.live(section.tilt);
        bands = section.bands.stream().map(band -> LiveBand.of(setup, band)).toArray(LiveBand[]::new);
        hasSidechain = layout.hasSidechain();
        planes = new float[Math.max(layout.channels(), layout.sidechainChannels())][Chunk.FRAMES];
        equalizer = new ParametricEqualizer(setup.sampleRate(), planes.length);
        delays = new LookaheadDelay[delayFrames > 0 ? planes.length : 0];
        for (int i = 0; i < delays.length; i++) {
            delays[i] = new LookaheadDelay(delayFrames);
        }
        this.spectrum = spectrum;
        buffer = new AudioBuffer(planes);
    }

    /** Tells the equaliser where the parameters stand. */
    void follow() {
        if (highPassHz.plain() > KeySection.HIGH_PASS_OFF_HZ) {
            equalizer.setBand(HIGH_PASS, FilterShape.HIGH_PASS, highPassHz.plain(), 0, BUTTERWORTH,
                    highPassSlope.index(), BandChannel.STEREO);
        } else {
            equalizer.setBandOff(HIGH_PASS);
        }
        if (tilt.plain() != 0) {
            equalizer.setBand(TILT, FilterShape.FLAT_TILT, TILT_PIVOT_HZ, tilt.plain(), BUTTERWORTH, EQ_SLOPE,
                    BandChannel.STEREO);
        } else {
            equalizer.setBandOff(TILT);
        }
        for (int i = 0; i < bands.length; i++) {
            LiveBand band = bands[i];
            if (band.on.on()) {
                equalizer.setBand(FIRST_BAND + i, SHAPES[band.shape.index()].shape(), band.hz.plain(),
                        band.gainDb.plain(), band.q.plain(), EQ_SLOPE, BandChannel.STEREO);
            } else {
                equalizer.setBandOff(FIRST_BAND + i);
            }
        }
    }

    /** The key of the next frames, one array a channel from index 0 on; the next call overwrites it. */
    float[][] take(AudioBuffer audio, AudioBuffer sidechain, int from, int frames) {
        AudioBuffer source = hasSidechain && external.on() ? sidechain : audio;
        for (int channel = 0; channel < planes.length; channel++) {
            float[] in = source.channel(Math.min(channel, source.channels() - 1));
            System.arraycopy(in, from, planes[channel], 0, frames);
        }
        for (int channel = 0; channel < delays.length; channel++) {
            delays[channel].process(planes[channel], 0, frames);
        }
        equalizer.process(planes, 0, frames);
        spectrum.feed(buffer.wrap(planes, frames));
        return planes;
    }

    /** Channels of the key. */
    int channels() {
        return planes.length;
    }

    void reset() {
        follow();
        equalizer.reset();
        for (LookaheadDelay delay : delays) {
            delay.reset();
        }
    }
}
