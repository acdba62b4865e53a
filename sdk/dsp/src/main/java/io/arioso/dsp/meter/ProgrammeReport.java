package io.arioso.dsp.meter;

import java.util.List;

/**
 * What a {@link ProgrammeMeter} found in a programme. Levels of silence are negative infinity; nothing is ever NaN.
 *
 * @param frames             length
 * @param integratedLufs     gated loudness, ITU-R BS.1770-5
 * @param loudnessRangeLu    EBU Tech 3342; 0 when shorter than 3 s
 * @param maxShortTermLufs   loudest 3 s
 * @param maxMomentaryLufs   loudest 400 ms
 * @param truePeakDbtp       largest of the channels
 * @param samplePeakDbfs     largest of the channels
 * @param correlation        of the first two channels, -1..1; 1 for mono, 0 when one of them is silent
 * @param dcOffset           the one farthest from 0 among the channels, linear, with its sign
 * @param clippedSamples     of all channels
 * @param nonFiniteSamples   NaN and infinite samples of all channels, measured as silence
 * @param channels           one report per channel, in order
 */
public record ProgrammeReport(long frames, double integratedLufs, double loudnessRangeLu, double maxShortTermLufs,
        double maxMomentaryLufs, double truePeakDbtp, double samplePeakDbfs, double correlation, double dcOffset,
        long clippedSamples, long nonFiniteSamples, List<ChannelReport> channels) {

    /** Keeps its own copy of the channels. */
    public ProgrammeReport {
        channels = List.copyOf(channels);
    }

    /** Peak-to-loudness ratio in LU: true peak above integrated loudness; 0 for a programme below the gate. */
    public double peakToLoudnessRatioLu() {
        return integratedLufs == Double.NEGATIVE_INFINITY ? 0 : truePeakDbtp - integratedLufs;
    }
}
