package io.arioso.cli;

import io.arioso.dsp.meter.ProgrammeReport;
import io.arioso.host.audiofile.AudioInfo;
import io.arioso.host.audiofile.SampleFormat;
import java.util.Locale;

/** What an audio file is, in words. */
final class AudioText {
    private AudioText() {
    }

    /** Kind, width, rate and channels: {@code WAV, 24 bits, 48000 Hz, 2 channels}. */
    static String form(AudioInfo info) {
        return info.type() + ", " + width(info.format()) + ", " + rate(info.sampleRate()) + ", "
            + channels(info.channels());
    }

    /** Width of samples: {@code 24 bits} or {@code 32 bits float}. */
    static String width(SampleFormat format) {
        return format.bits() + " bits" + (format.isFloat() ? " float" : "");
    }

    /** A sample rate without needless decimals. */
    static String rate(double hertz) {
        return (hertz == Math.rint(hertz) ? String.valueOf((long) hertz) : String.valueOf(hertz)) + " Hz";
    }

    static String channels(int count) {
        return count == 1 ? "1 channel" : count + " channels";
    }

    /** A length as minutes, seconds and frames; -1 frames is unknown. */
    static String length(long frames, double sampleRate) {
        if (frames < 0) return "unknown length";
        double seconds = frames / sampleRate;
        return String.format(Locale.ROOT, "%d:%06.3f (%d frames)", (long) (seconds / 60), seconds % 60, frames);
    }

    static boolean isSilent(ProgrammeReport report) {
        return report.samplePeakDbfs() == Double.NEGATIVE_INFINITY;
    }
}
