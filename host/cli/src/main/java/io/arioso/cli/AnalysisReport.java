package io.arioso.cli;

import io.arioso.dsp.meter.ProgrammeReport;
import io.arioso.host.document.JsonWriter;
import java.util.Locale;

/**
 * What was measured in a file, as JSON members and as lines. A level of silence is null in JSON and "-inf" for people.
 */
final class AnalysisReport {
    private AnalysisReport() {
    }

    static void write(JsonWriter out, ProgrammeReport report, double sampleRate) {
        level(out, "integratedLufs", report.integratedLufs());
        out.field("loudnessRangeLu", report.loudnessRangeLu());
        level(out, "maxShortTermLufs", report.maxShortTermLufs());
        level(out, "maxMomentaryLufs", report.maxMomentaryLufs());
        level(out, "truePeakDbtp", report.truePeakDbtp());
        level(out, "samplePeakDbfs", report.samplePeakDbfs());
        out.field("correlation", report.correlation()).field("dcOffset", report.dcOffset())
            .field("clippedSamples", report.clippedSamples()).field("nonFiniteSamples", report.nonFiniteSamples())
            .field("durationSeconds", report.frames() / sampleRate).field("sampleRate", sampleRate)
            .field("channels", report.channels().size()).field("frames", report.frames());
    }

    /** Writes a level; JSON has no infinity. */
    static void level(JsonWriter out, String name, double value) {
        out.name(name);
        if (Double.isInfinite(value)) out.nothing();
        else out.number(value);
    }

    /** A figure with one decimal and its unit. */
    static String figure(double value, String unit) {
        return Double.isInfinite(value) ? "-inf " + unit : String.format(Locale.ROOT, "%.1f %s", value, unit);
    }

    /** Loudness, range and true peak in one line. */
    static String summary(ProgrammeReport report) {
        return figure(report.integratedLufs(), "LUFS") + ", " + figure(report.loudnessRangeLu(), "LU") + " range, "
            + figure(report.truePeakDbtp(), "dBTP");
    }
}
