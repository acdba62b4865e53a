package io.arioso.dsp.meter;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures a whole programme in one pass: loudness, true peak, statistics and correlation.
 *
 * <p>Feed it from the first frame to the last, in blocks of any size (some thousand frames run fastest), then ask for
 * the {@link #report()}. The block sizes do not change a bit of it. Memory is constant. One thread; no allocation
 * except for the report.
 */
public final class ProgrammeMeter {
    // Keeps a block of all meters' input in the first-level cache.
    private static final int BLOCK = 2_048;

    private final LoudnessMeter loudness;
    private final TruePeakDetector[] truePeaks;
    private final SampleStatistics[] statistics;
    private final CorrelationMeter correlation;

    /** A meter with the {@link TruePeakReader#STANDARD} reader and a clip level of 1.0, for 1 to 8 channels. */
    public ProgrammeMeter(double sampleRate, int channels) {
        this(sampleRate, ChannelWeights.forChannels(channels), TruePeakReader.STANDARD, 1f);
    }

    /**
     * A meter of the caller's choice.
     *
     * @param sampleRate 1 kHz to 1 MHz
     * @param weights    one per channel, see {@link ChannelWeights}
     * @param reader     how to read true peak
     * @param clipLevel  see {@link SampleStatistics}
     */
    public ProgrammeMeter(double sampleRate, double[] weights, TruePeakReader reader, float clipLevel) {
        this.loudness = new LoudnessMeter(sampleRate, weights);
        this.truePeaks = new TruePeakDetector[weights.length];
        this.statistics = new SampleStatistics[weights.length];
        for (int channel = 0; channel < weights.length; channel++) {
            truePeaks[channel] = new TruePeakDetector(sampleRate, reader);
            statistics[channel] = new SampleStatistics(clipLevel);
        }
        this.correlation = new CorrelationMeter(sampleRate);
    }

    /** Starts a new programme. */
    public void reset() {
        loudness.reset();
        correlation.reset();
        for (int channel = 0; channel < truePeaks.length; channel++) {
            truePeaks[channel].reset();
            statistics[channel].reset();
        }
    }

    /** Feeds frames {@code at} to {@code at + frames} of planar audio, one array per channel. */
    public void process(float[][] audio, int at, int frames) {
        if (audio.length < truePeaks.length) {
            throw new IllegalArgumentException(
                    "channels: " + audio.length + " given, " + truePeaks.length + " expected");
        }
        for (int done = 0; done < frames; done += BLOCK) {
            processBlock(audio, at + done, Math.min(BLOCK, frames - done));
        }
    }

    /** The loudness part, to show while measuring. */
    public LoudnessMeter loudness() {
        return loudness;
    }

    /** Everything about what was fed so far, as if it ended here. The meter can go on afterwards. */
    public ProgrammeReport report() {
        List<ChannelReport> channels = new ArrayList<>();
        double truePeak = Double.NEGATIVE_INFINITY;
        double samplePeak = Double.NEGATIVE_INFINITY;
        double dcOffset = 0;
        long clipped = 0;
        long nonFinite = 0;
        for (int channel = 0; channel < truePeaks.length; channel++) {
            ChannelReport report = report(channel);
            channels.add(report);
            truePeak = Math.max(truePeak, report.truePeakDbtp());
            samplePeak = Math.max(samplePeak, report.samplePeakDbfs());
            dcOffset = Math.abs(report.dcOffset()) > Math.abs(dcOffset) ? report.dcOffset() : dcOffset;
            clipped += report.clippedSamples();
            nonFinite += statistics[channel].nonFiniteSamples();
        }
        return new ProgrammeReport(statistics[0].frames(), loudness.integratedLufs(), loudness.loudnessRangeLu(),
                loudness.maxShortTermLufs(), loudness.maxMomentaryLufs(), truePeak, samplePeak,
                truePeaks.length < 2 ? 1 : correlation.programmeCorrelation(), dcOffset, clipped, nonFinite, channels);
    }

    private ChannelReport report(int channel) {
        SampleStatistics samples = statistics[channel];
        return new ChannelReport(Levels.amplitudeDb(truePeaks[channel].truePeakAtEnd()), samples.peakDbfs(),
                Levels.amplitudeDb(samples.rms()), samples.dcOffset(), samples.clippedSamples());
    }

    private void processBlock(float[][] audio, int at, int frames) {
        loudness.process(audio, at, frames);
        for (int channel = 0; channel < truePeaks.length; channel++) {
            truePeaks[channel].process(audio[channel], at, frames);
            statistics[channel].process(audio[channel], at, frames);
        }
        if (truePeaks.length > 1) {
            correlation.process(audio[0], audio[1], at, frames);
        }
    }
}
