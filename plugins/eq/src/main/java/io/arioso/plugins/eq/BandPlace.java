package io.arioso.plugins.eq;

import io.arioso.dsp.filter.BandChannel;

/** What part of a stereo signal a band works on; the names are saved in documents, new ones go to the end. */
enum BandPlace {
    STEREO("Stereo", BandChannel.STEREO),
    LEFT("Left", BandChannel.LEFT),
    RIGHT("Right", BandChannel.RIGHT),
    MID("Mid", BandChannel.MID),
    SIDE("Side", BandChannel.SIDE);

    private final String label;
    private final BandChannel channel;

    BandPlace(String label, BandChannel channel) {
        this.label = label;
        this.channel = channel;
    }

    /** The same in the words of the equaliser. */
    BandChannel channel() {
        return channel;
    }

    @Override
    public String toString() {
        return label;
    }
}
