package io.arioso.benchmark.peers;

import io.arioso.testkit.analysis.ThdPlusNoise;
import java.io.IOException;

/** What a compressor does beside what its knobs say: threshold -24 dB, 4:1, hard knee, attack 10 ms, release 100 ms. */
final class CompressorRulers {
    private static final double OVER_DB = 20;
    private static final double REDUCTION_DB = OVER_DB * (1 - 1 / 4.0);
    private static final double QUIET_DB = -40;
    private static final double LOUD_DB = -4;
    private static final double CARRIER = 6000;

    private CompressorRulers() {
    }

    static Table table() {
        return new Table("Compressor: 4:1 above -24 dB, hard knee, attack 10 ms, release 100 ms", "Arioso", "LSP (peak)",
            "x42 darc", "Calf (peak)", "ffmpeg acompressor")
            .row("gain reduction of a 1 kHz sine 20 dB over: error", "dB", CompressorRulers::staticError, all())
            .row("attack, 63 % in: error", "%", contender -> Math.abs(attackMs(contender) / 10 - 1) * 100, all())
            .row("release, 63 % back: error", "%", contender -> Math.abs(releaseMs(contender) / 100 - 1) * 100, all())
            .row("THD+N at 100 Hz, 20 dB over", "dB", contender -> distortion(contender, 100), all())
            .row("THD+N at 1 kHz, 20 dB over", "dB", contender -> distortion(contender, 1000), all())
            .row("THD+N at 7001 Hz, 20 dB over", "dB", contender -> distortion(contender, 7001), all());
    }

    private static Contender[] all() {
        return new Contender[] {
            OurEffect.of("io.arioso.plugins.compressor.Compressor", "threshold=-24dB", "ratio=4", "knee=0dB",
                "attack_ms=10ms", "release_ms=100ms", "style=clean", "detector=envelope"),
            ForeignEffect.lv2("http://lsp-plug.in/plugins/lv2/compressor_stereo", "al=0.0631", "at=10", "rt=100", "cr=4",
                "kn=1", "scm=0", "mk=1"),
            ForeignEffect.lv2("http://gareus.org/oss/lv2/darc#stereo", "threshold=-24", "Ratio=0.75", "attack=0.01",
                "release=0.1"),
            ForeignEffect.lv2("http://calf.sourceforge.net/plugins/Compressor", "threshold=0.0631", "ratio=4", "attack=10",
                "release=100", "knee=1", "makeup=1", "detection=1", "stereo_link=1"),
            ForeignEffect.ffmpeg("acompressor=threshold=0.0631:ratio=4:attack=10:release=100:knee=1:makeup=1:detection=peak")};
    }

    /** Some peers add make-up gain: what counts is the difference to their own gain far below the threshold. */
    private static double staticError(Contender contender) throws IOException {
        double reduction = gainDb(contender, QUIET_DB) - gainDb(contender, LOUD_DB);
        return Math.abs(reduction - REDUCTION_DB);
    }

    private static double gainDb(Contender contender, double peakDb) throws IOException {
        float[] in = Signal.sine(1000, 3, peakDb, 0);
        float[] out = contender.render(Signal.both(in))[0];
        return Signal.rmsDb(Signal.part(out, 2, 3)) - Signal.rmsDb(Signal.part(in, 2, 3));
    }

    private static double distortion(Contender contender, double hertz) throws IOException {
        float[] out = contender.render(Signal.both(Signal.sine(hertz, 4, LOUD_DB, 0)))[0];
        return ThdPlusNoise.of(Signal.part(out, 2, 3.9), hertz, Signal.RATE).db();
    }

    private static double attackMs(Contender contender) throws IOException {
        return settlingMs(contender, QUIET_DB, LOUD_DB);
    }

    private static double releaseMs(Contender contender) throws IOException {
        return settlingMs(contender, LOUD_DB, QUIET_DB);
    }

    /** From a step of the level to 63.2 % of the way of the gain in decibels. */
    private static double settlingMs(Contender contender, double beforeDb, double afterDb) throws IOException {
        int step = 2 * Signal.RATE;
        float[] in = Signal.sine(CARRIER, 5, 0, 0);
        double before = StrictMath.pow(10, beforeDb / 20);
        double after = StrictMath.pow(10, afterDb / 20);
        for (int i = 0; i < in.length; i++) in[i] *= (float) (i < step ? before : after);
        float[] out = contender.render(Signal.both(in))[0];
        double from = wholePeriodsDb(out, step - 960, 960) - beforeDb;
        double to = wholePeriodsDb(out, 4 * Signal.RATE, 960) - afterDb;
        double goal = from + 0.632 * (to - from);
        int period = (int) (Signal.RATE / CARRIER);
        double last = from;
        for (int at = step + 2 * period; at < 4 * Signal.RATE; at++) {
            double now = wholePeriodsDb(out, at - period / 2, period) - afterDb;
            if (to < from ? now <= goal : now >= goal) {
                double fraction = (goal - last) / (now - last);
                return (at - 1 + Math.max(0, Math.min(1, fraction)) - step) * 1000.0 / Signal.RATE;
            }
            last = now;
        }
        return Double.NaN;
    }

    /** Level of a sine of peak 0 dB reads 0. */
    private static double wholePeriodsDb(float[] signal, int from, int frames) {
        return Signal.rmsDb(java.util.Arrays.copyOfRange(signal, from, from + frames)) + 10 * StrictMath.log10(2);
    }
}
