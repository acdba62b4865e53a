package io.arioso.plugins.limiter;

import io.arioso.dsp.dynamics.PeakGrid;

/** How densely true peaks are looked for; the names are saved in presets. */
enum Detection {
    X4("4x", PeakGrid.FOUR),
    X8("8x", PeakGrid.EIGHT),
    X16("16x", PeakGrid.SIXTEEN);

    private final String label;
    private final PeakGrid grid;

    Detection(String label, PeakGrid grid) {
        this.label = label;
        this.grid = grid;
    }

    PeakGrid grid() {
        return grid;
    }

    @Override
    public String toString() {
        return label;
    }
}
