package io.arioso.dsp.filter;

import java.util.List;

/**
 * What a set of bands does to each frequency: the digital curve that is heard, for editors and tests. Immutable;
 * any thread; made on a thread that may allocate.
 */
public final class ResponseCurve {
    private final double sampleRate;
    private final BiquadList sections;

    private ResponseCurve(double sampleRate, BiquadList sections) {
        this.sampleRate = sampleRate;
        this.sections = sections;
    }

    /** Designs the bands, all of which act in series, for a sample rate in Hz. */
    public static ResponseCurve of(List<BandSettings> bands, double sampleRate) {
        BandDesigner designer = new BandDesigner();
        BiquadList all = new BiquadList(bands.size() * BandDesigner.MAX_BIQUADS);
        for (BandSettings band : bands) {
            BiquadList design = designer.design(band, sampleRate);
            for (int i = 0; i < design.size(); i++) {
                all.add(design, i);
            }
        }
        return new ResponseCurve(sampleRate, all);
    }

    /** The linear gain at a frequency in Hz, 0 to half the sample rate. */
    public double gain(double hz) {
        return Math.sqrt(sections.magnitudeSquared(FitNodes.x(hz, sampleRate)));
    }

    /** The gain in decibels at a frequency in Hz; negative infinity in a notch. */
    public double gainDb(double hz) {
        return 10 * StrictMath.log10(sections.magnitudeSquared(FitNodes.x(hz, sampleRate)));
    }

    /** The phase in radians at a frequency in Hz: the sum of the phases of all sections, each within -2π..2π. */
    public double phase(double hz) {
        return sections.phase(2 * StrictMath.PI * hz / sampleRate);
    }

    /** Fills {@code gainDb} with the gains in decibels at each frequency of {@code hz}. */
    public void gainsDb(double[] hz, double[] gainDb) {
        for (int i = 0; i < hz.length; i++) {
            gainDb[i] = gainDb(hz[i]);
        }
    }
}
