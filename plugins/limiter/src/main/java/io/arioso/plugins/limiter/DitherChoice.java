package io.arioso.plugins.limiter;

import io.arioso.dsp.dither.Dither;

/** What rounds the output to a word length, if anything; the names are saved in presets. */
enum DitherChoice {
    OFF("Off", Dither.NONE),
    TPDF("TPDF", Dither.TPDF),
    SHAPED("Shaped", Dither.LIPSHITZ_5),
    SHAPED_STRONG("Shaped, strong", Dither.WANNAMAKER_9);

    private final String label;
    private final Dither dither;

    DitherChoice(String label, Dither dither) {
        this.label = label;
        this.dither = dither;
    }

    Dither dither() {
        return dither;
    }

    @Override
    public String toString() {
        return label;
    }
}
