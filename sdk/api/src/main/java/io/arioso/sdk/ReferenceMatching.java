package io.arioso.sdk;

/**
 * Role of an effect that can set its own parameters so that a programme comes to sound like a reference. A host that
 * finds it on an {@link AudioPlugin} measures both and hands over their spectra; the effect never sees a file.
 */
public interface ReferenceMatching {

    /** The most bands that {@link #matchReference} may be given. [any-thread] */
    int maxMatchBands();

    /**
     * Sets parameters so that the programme gets the tone of the reference; the difference in level is left alone.
     * [main-thread] What the user had set stays and is taken as heard already. All or nothing.
     *
     * @param hertz       frequencies, rising, evenly spaced by ear
     * @param programmeDb long-term level of the programme at each, in dB; negative infinity where nothing was measured
     * @param referenceDb long-term level of the reference at each
     * @param bands       how many bands it may use, 1 to {@link #maxMatchBands}
     * @return root mean square of the difference that is left, in dB
     * @throws IllegalArgumentException naming what does not fit: too few bands are free, too little is heard in both
     */
    double matchReference(double[] hertz, double[] programmeDb, double[] referenceDb, int bands);
}
