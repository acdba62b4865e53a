package io.arioso.benchmark.peers;

import java.io.IOException;
import org.jtransforms.fft.DoubleFFT_1D;

/** What widening does to a mono programme, and what is left of it when it is folded to mono again. */
final class WidenerRulers {
    private static final int WINDOW = 4096;

    private WidenerRulers() {
    }

    static Table table() {
        return new Table("Stereo widener: mono noise made wide", "Arioso", "Calf Haas", "Calf Multi Spread",
            "ffmpeg stereowiden", "ffmpeg haas")
            .row("mono sum: largest third-octave deviation, 100 Hz to 16 kHz", "dB", WidenerRulers::monoError, all())
            .row("largest correlation of left and right in an octave above 500 Hz", "0..1", WidenerRulers::correlation, all());
    }

    private static Contender[] all() {
        return new Contender[] {
            OurEffect.of("io.arioso.plugins.widener.StereoWidener", "band1_decorrelation=100%", "band2_decorrelation=100%",
                "band3_decorrelation=100%", "band4_decorrelation=100%"),
            ForeignEffect.lv2("http://calf.sourceforge.net/plugins/HaasEnhancer"),
            ForeignEffect.lv2("http://calf.sourceforge.net/plugins/MultiSpread", "mono=1", "filters=8"),
            ForeignEffect.ffmpeg("stereowiden"),
            ForeignEffect.ffmpeg("haas")};
    }

    private static float[][] widened(Contender contender) throws IOException {
        float[][] out = contender.render(Signal.both(Signal.noise(12, -18, 3)));
        return new float[][] {Signal.part(out[0], 1, 12), Signal.part(out[1], 1, 12)};
    }

    /** Against the whole level, so that a peer's output gain does not count. */
    private static double monoError(Contender contender) throws IOException {
        float[][] out = widened(contender);
        float[] sum = new float[out[0].length];
        for (int i = 0; i < sum.length; i++) sum[i] = (out[0][i] + out[1][i]) / 2;
        double[] own = spectrum(sum, sum);
        float[] in = Signal.part(Signal.noise(12, -18, 3), 1, 12);
        double[] dry = spectrum(in, in);
        double level = bandDb(own, 100, 16_000) - bandDb(dry, 100, 16_000);
        double worst = 0;
        for (double hertz = 100; hertz < 16_000; hertz *= StrictMath.cbrt(2)) {
            double high = hertz * StrictMath.cbrt(2);
            worst = Math.max(worst, Math.abs(bandDb(own, hertz, high) - bandDb(dry, hertz, high) - level));
        }
        return worst;
    }

    private static double correlation(Contender contender) throws IOException {
        float[][] out = widened(contender);
        double[] cross = spectrum(out[0], out[1]);
        double[] left = spectrum(out[0], out[0]);
        double[] right = spectrum(out[1], out[1]);
        double worst = 0;
        for (double hertz = 500; hertz < 16_000; hertz *= 2) {
            double energy = StrictMath.sqrt(band(left, hertz, 2 * hertz) * band(right, hertz, 2 * hertz));
            worst = Math.max(worst, Math.abs(band(cross, hertz, 2 * hertz)) / energy);
        }
        return worst;
    }

    /** Real part of the averaged cross spectrum, Hann windows half over each other. */
    private static double[] spectrum(float[] a, float[] b) {
        DoubleFFT_1D transform = new DoubleFFT_1D(WINDOW);
        double[] sum = new double[WINDOW / 2];
        for (int at = 0; at + WINDOW <= a.length; at += WINDOW / 2) {
            double[] first = window(a, at);
            double[] second = window(b, at);
            transform.realForward(first);
            transform.realForward(second);
            for (int bin = 1; bin < sum.length; bin++)
                sum[bin] += first[2 * bin] * second[2 * bin] + first[2 * bin + 1] * second[2 * bin + 1];
        }
        return sum;
    }

    private static double[] window(float[] signal, int at) {
        double[] part = new double[WINDOW];
        for (int i = 0; i < WINDOW; i++)
            part[i] = signal[at + i] * (0.5 - 0.5 * StrictMath.cos(2 * Math.PI * i / WINDOW));
        return part;
    }

    private static double band(double[] spectrum, double from, double to) {
        double sum = 0;
        int last = (int) Math.min(spectrum.length - 1, to * WINDOW / Signal.RATE);
        for (int bin = (int) Math.ceil(from * WINDOW / Signal.RATE); bin <= last; bin++) sum += spectrum[bin];
        return sum;
    }

    private static double bandDb(double[] spectrum, double from, double to) {
        return 10 * StrictMath.log10(Math.max(1e-30, band(spectrum, from, to)));
    }
}
