package io.arioso.benchmark.peers;

import io.arioso.testkit.analysis.ThdPlusNoise;
import org.jtransforms.fft.DoubleFFT_1D;

/** What a limiter lets through above its ceiling of -1 dB, and what it adds. */
final class LimiterRulers {
    private static final double CEILING_DB = -1;
    private static final int OVERSAMPLING = 8;

    private LimiterRulers() {
    }

    static Table table() {
        String x42 = "http://gareus.org/oss/lv2/dpl#stereo";
        String lsp = "http://lsp-plug.in/plugins/lv2/limiter_stereo";
        String calf = "http://calf.sourceforge.net/plugins/Limiter";
        Contender[] all = {
            OurEffect.of("io.arioso.plugins.limiter.Limiter", "ceiling=-1dBTP"),
            ForeignEffect.lv2(x42, "threshold=-1", "release=0.1", "truepeak=1"),
            ForeignEffect.lv2(lsp, "th=0.8913", "boost=0", "alr=0", "lk=5", "at=2.5", "rt=100", "ovs=20"),
            ForeignEffect.lv2(calf, "limit=0.8913", "attack=5", "release=100", "auto_level=0", "oversampling=4"),
            ForeignEffect.ffmpeg("aresample=192000,alimiter=limit=0.8913:attack=5:release=100:level=disabled,aresample=48000")};
        return new Table("Limiter: ceiling -1 dB, release 100 ms", "Arioso", "x42 dpl, true peak", "LSP, Full x8", "Calf, x4",
            "ffmpeg alimiter at 192 kHz")
            .row("true peak over the ceiling, noise to 20 kHz at +6 dBFS", "dB", over(lowPassed(Signal.noise(3, 6, 1))), all)
            .row("true peak over the ceiling, sine of a quarter of the rate, 45 degrees, +6 dB", "dB",
                over(Signal.sine(12_000, 3, 6, 45)), all)
            .row("THD+N at 997 Hz, 12 dB reduced", "dB", LimiterRulers::distortion, all);
    }

    private static Table.Ruler over(float[] signal) {
        return contender -> Math.max(0,
            truePeakDb(Signal.part(contender.render(Signal.both(signal))[0], 0.5, 2.9)) - CEILING_DB);
    }

    private static double distortion(Contender contender) throws java.io.IOException {
        float[] out = contender.render(Signal.both(Signal.sine(997, 4, 11, 0)))[0];
        return ThdPlusNoise.of(Signal.part(out, 2, 3.9), 997, Signal.RATE).db();
    }

    /** The peak of the band-limited curve through the samples: their spectrum, extended by zeros. */
    private static double truePeakDb(float[] signal) {
        int length = signal.length * OVERSAMPLING;
        double[] data = spectrum(signal);
        double[] longer = new double[length];
        System.arraycopy(data, 0, longer, 0, signal.length);
        longer[1] = 0;
        new DoubleFFT_1D(length).realInverse(longer, true);
        double peak = 0;
        // The ends of the stretch ring against each other: the middle counts.
        for (int i = length / 16; i < length - length / 16; i++) peak = Math.max(peak, Math.abs(longer[i]));
        return 20 * StrictMath.log10(peak * OVERSAMPLING);
    }

    private static float[] lowPassed(float[] signal) {
        double[] data = spectrum(signal);
        for (int bin = (int) (20_000.0 / Signal.RATE * signal.length); bin < signal.length / 2; bin++) {
            data[2 * bin] = 0;
            data[2 * bin + 1] = 0;
        }
        data[1] = 0;
        new DoubleFFT_1D(signal.length).realInverse(data, true);
        float[] low = new float[signal.length];
        for (int i = 0; i < low.length; i++) low[i] = (float) data[i];
        return low;
    }

    private static double[] spectrum(float[] signal) {
        double[] data = new double[signal.length];
        for (int i = 0; i < data.length; i++) data[i] = signal[i];
        new DoubleFFT_1D(signal.length).realForward(data);
        return data;
    }
}
