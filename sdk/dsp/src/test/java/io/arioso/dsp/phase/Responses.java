package io.arioso.dsp.phase;

import io.arioso.dsp.filter.AnalogPrototype;
import io.arioso.dsp.filter.BandChannel;
import io.arioso.dsp.filter.BandSettings;

/** What the tests of the designs share: whole designs, and the naive Fourier sum that they are judged by. */
final class Responses {
    private Responses() {
    }

    static float[] design(ResponseDesign design, BandSettings... bands) {
        BandSet set = set(bands);
        design.begin(set, BandChannel.STEREO, BandChannel.STEREO);
        boolean complete = design.step();
        while (!complete) {
            complete = design.step();
        }
        float[] taps = new float[design.taps()];
        design.store(taps);
        return taps;
    }

    static BandSet set(BandSettings... bands) {
        BandSet set = new BandSet();
        for (int i = 0; i < bands.length; i++) {
            set.set(i, bands[i].shape(), bands[i].frequencyHz(), bands[i].gainDb(), bands[i].q(),
                    bands[i].slopeDbPerOctave(), BandChannel.STEREO);
        }
        return set;
    }

    /** Real and imaginary part of the response at a frequency, its centre being time 0. */
    static double[] at(float[] taps, double hz, double sampleRate) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < taps.length; i++) {
            double angle = 2 * Math.PI * hz / sampleRate * (i - taps.length / 2);
            re += taps[i] * Math.cos(angle);
            im -= taps[i] * Math.sin(angle);
        }
        return new double[] {re, im};
    }

    static double db(float[] taps, double hz, double sampleRate) {
        double[] z = at(taps, hz, sampleRate);
        return 10 * Math.log10(z[0] * z[0] + z[1] * z[1]);
    }

    static double analogDb(BandSettings band, double hz) {
        AnalogPrototype analog = new AnalogPrototype();
        analog.set(band);
        return 10 * Math.log10(analog.magnitudeSquared(hz));
    }
}
