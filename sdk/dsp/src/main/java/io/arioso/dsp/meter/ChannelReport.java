package io.arioso.dsp.meter;

/**
 * What a {@link ProgrammeMeter} found in one channel.
 *
 * @param truePeakDbtp   largest magnitude of the analog waveform
 * @param samplePeakDbfs largest magnitude of a sample
 * @param rmsDbfs        root mean square; a full-scale sine reads -3.01
 * @param dcOffset       mean, linear
 * @param clippedSamples samples at or above the clip level
 */
public record ChannelReport(double truePeakDbtp, double samplePeakDbfs, double rmsDbfs, double dcOffset,
        long clippedSamples) {
}
