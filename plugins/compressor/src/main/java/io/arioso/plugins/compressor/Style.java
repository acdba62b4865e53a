package io.arioso.plugins.compressor;

/** How the gain moves; the names are saved in documents, new ones go to the end. */
enum Style {
    /** Feed-forward; every change passes the attack, so tones stay clean. */
    CLEAN("Clean"),
    /** A feedback circuit: releases faster while the output is still above the threshold. */
    BUS("Bus"),
    /** A light cell: half of a long reduction comes back eight times slower. */
    OPTO("Opto"),
    /** Follows the mean level, and peaks that stand 6 dB above it. */
    VOCAL("Vocal"),
    /** The attack starts slowly and then grips, so that transients pass. */
    PUNCH("Punch");

    private final String label;

    Style(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
