package io.arioso.plugins.limiter;

import io.arioso.dsp.dynamics.LimiterStyle;

/** What the limiter is to sound like; the names are saved in presets. */
enum Style {
    TRANSPARENT("Transparent", LimiterStyle.TRANSPARENT),
    PUNCHY("Punchy", LimiterStyle.PUNCHY),
    BUS("Bus", LimiterStyle.BUS),
    /** Rounds off the highest peaks before they are limited. */
    LOUD("Loud", LimiterStyle.LOUD),
    /** Limits a second time what the first left between its readings. */
    SAFE("Safe", LimiterStyle.SAFE);

    private final String label;
    private final LimiterStyle gain;

    Style(String label, LimiterStyle gain) {
        this.label = label;
        this.gain = gain;
    }

    LimiterStyle gain() {
        return gain;
    }

    @Override
    public String toString() {
        return label;
    }
}
