package io.arioso.dsp.meter;

import io.arioso.dsp.fir.KaiserWindow;
import io.arioso.dsp.fir.PolyphaseFilter;

/** The ways to read true peak: how densely the waveform is looked at, and through which filter. */
public enum TruePeakReader {
    /** For every day: 4 points per frame up to 96 kHz, 2 above; 32 taps per phase. */
    STANDARD,
    /** For delivery: 8 points per frame up to 96 kHz, 4 above; 32 taps per phase. */
    PRECISE,
    /** For the last hundredth: 16 points per frame up to 96 kHz, 8 above; 32 taps per phase. */
    FINEST,
    /** The printed example of ITU-R BS.1770-5 Annex 2: 4 points per frame, 12 taps per phase, made for 48 kHz. */
    ANNEX_2;

    static final int TAPS = 32;
    // What 32 taps per phase can do over a transition from 0.45 to 0.55 of the sample rate.
    static final double STOP_BAND_DB = 54;
    private static final double HIGH_RATE = 96_000;

    /** A new interpolator, its search bounding crests or plain values; throws when the rate is not 1 kHz to 1 MHz. */
    MirrorInterpolator interpolator(double sampleRate, boolean crests) {
        if (!(sampleRate >= 1_000 && sampleRate <= 1_000_000)) {
            throw new IllegalArgumentException("sample rate: " + sampleRate + " Hz is outside 1000..1000000 Hz");
        }
        if (this == ANNEX_2) {
            return new MirrorInterpolator(AnnexTwoFilter.phases(), true, crests);
        }
        int points = (this == FINEST ? 16 : this == PRECISE ? 8 : 4) / (sampleRate <= HIGH_RATE ? 1 : 2);
        PolyphaseFilter filter = new PolyphaseFilter(points, TAPS, 0.5, KaiserWindow.forStopBand(STOP_BAND_DB));
        float[][] phases = new float[points][];
        for (int phase = 0; phase < points; phase++) {
            phases[phase] = filter.phase(phase);
        }
        return new MirrorInterpolator(phases, false, crests);
    }

    /** Frames from a sample's arrival to the frame whose interval starts at it. */
    int latencyFrames() {
        return this == ANNEX_2 ? AnnexTwoFilter.LATENCY_FRAMES : TAPS / 2;
    }
}
