package io.arioso.plugins.delay;

import io.arioso.dsp.filter.CutFilter;

/** What a medium itself does to each echo: tape loses its ends, a bucket brigade all that its clock cannot carry. */
final class Voice {
    private static final double TAPE_LOW_HZ = 30;
    private static final double TAPE_HIGH_HZ = 9000;
    private static final int BBD_STAGES = 4096;
    /** Corner of a bucket brigade's filters as a share of its clock, which runs two stages a period. */
    private static final double BBD_SHARE = 0.2;
    private static final double BBD_HIGHEST_HZ = 12_000;
    private static final double BBD_LOWEST_HZ = 300;

    private final Topology topology;
    private final double sampleRate;
    private final CutFilter low;
    private final CutFilter high;
    private double time;

    Voice(Topology topology, double sampleRate, int lines) {
        this.topology = topology;
        this.sampleRate = sampleRate;
        low = CutFilter.lowCut(sampleRate, lines);
        high = CutFilter.highCut(sampleRate, lines);
        if (topology == Topology.TAPE) {
            low.set(TAPE_LOW_HZ, 1);
            high.set(TAPE_HIGH_HZ, 1);
        }
    }

    boolean speaks() {
        return topology.saturates();
    }

    /** Tells the time in frames. */
    void setTime(double frames) {
        if (topology == Topology.BBD && frames != time) {
            time = frames;
            double clock = BBD_STAGES * sampleRate / (2 * frames);
            high.set(Math.max(BBD_LOWEST_HZ, Math.min(BBD_HIGHEST_HZ, 2 * BBD_SHARE * clock)), CutFilter.MAX_ORDER);
        }
    }

    void process(float[][] planes, int frames) {
        low.process(planes, 0, frames);
        high.process(planes, 0, frames);
    }

    void reset() {
        low.reset();
        high.reset();
    }
}
