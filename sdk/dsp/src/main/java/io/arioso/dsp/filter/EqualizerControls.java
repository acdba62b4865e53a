package io.arioso.dsp.filter;

/** What can be set on an equaliser, in whatever phase it works. Takes effect while audio runs; allocates nothing. */
public interface EqualizerControls {

    /**
     * Turns a band on, or changes it; bounds as in {@link BandSettings}.
     *
     * @param index   0 to {@link ParametricEqualizer#BANDS} - 1
     * @param channel what the band works on; all channels unless there are exactly two
     */
    void setBand(int index, FilterShape shape, double frequencyHz, double gainDb, double q, int slopeDbPerOctave,
                 BandChannel channel);

    /** Turns a band off. */
    void setBandOff(int index);

    /** Multiplies the decibels of all bands, -1..2; 1 leaves them, 0 flattens them, -1 turns the curve over. */
    void setGainScale(double scale);

    /** The gain behind all bands in decibels, -200..200. */
    void setOutputDb(double db);

    /** Whether the output is turned down by as much as the curve makes pink noise louder, in LU. */
    void setAutoGain(boolean on);
}
