package io.arioso.benchmark.peers;

import io.arioso.testkit.analysis.FrequencyResponse;
import java.io.IOException;
import java.util.Arrays;

/** How far a digital bell is from its analog model. */
final class EqualizerRulers {
    private static final double HIGHEST = 0.95 * Signal.RATE / 2;
    private static final double GAIN_DB = 12;
    private static final int POINTS = 120;

    private EqualizerRulers() {
    }

    static Table table() {
        Table table = new Table("EQ: a bell of +12 dB, Q 1", "Arioso", "LSP (RLC BT)", "LSP (APO)", "x42 fil4", "Calf",
            "ffmpeg equalizer");
        for (int hertz : new int[] {1000, 5000, 10_000, 16_000})
            table.row("largest error to 22.8 kHz, bell at " + hertz / 1000 + " kHz", "dB", bellError(hertz),
                bells(hertz));
        return table;
    }

    private static Contender[] bells(int hertz) {
        String lsp = "http://lsp-plug.in/plugins/lv2/para_equalizer_x16_stereo";
        return new Contender[] {
            OurEffect.of("io.arioso.plugins.eq.Equalizer", "bell=" + hertz + "Hz/12dB/1"),
            ForeignEffect.lv2(lsp, "ft_0=1", "fm_0=0", "f_0=" + hertz, "g_0=3.981", "q_0=1"),
            ForeignEffect.lv2(lsp, "ft_0=1", "fm_0=6", "f_0=" + hertz, "g_0=3.981", "q_0=1"),
            ForeignEffect.lv2("http://gareus.org/oss/lv2/fil4#stereo", "sec3=1", "freq3=" + hertz, "q3=1", "gain3=12"),
            ForeignEffect.lv2("http://calf.sourceforge.net/plugins/Equalizer5Band", "p3_active=1", "p3_freq=" + hertz,
                "p3_level=3.981", "p3_q=1"),
            ForeignEffect.ffmpeg("equalizer=f=" + hertz + ":t=q:w=1:g=12")};
    }

    /** The largest difference to an analog bell of the same centre and gain whose Q fits best, from 20 Hz. */
    private static Table.Ruler bellError(double hertz) {
        return contender -> {
            FrequencyResponse response = response(contender);
            double[] places = new double[POINTS];
            double[] measured = new double[POINTS];
            for (int i = 0; i < POINTS; i++) {
                places[i] = 20 * StrictMath.pow(HIGHEST / 20, i / (POINTS - 1.0));
                measured[i] = response.magnitudeDb(places[i]);
            }
            return bestFit(places, measured, hertz);
        };
    }

    private static FrequencyResponse response(Contender contender) throws IOException {
        float[] answer = contender.render(Signal.impulse(2, 0.25))[0];
        float[] tail = Arrays.copyOfRange(answer, Signal.RATE, Signal.RATE + 16_384);
        for (int i = 0; i < tail.length; i++) tail[i] *= 4;
        return FrequencyResponse.of(tail, Signal.RATE);
    }

    /** Peers mean different things by Q: each is held against the analog bell that it comes nearest to. */
    private static double bestFit(double[] places, double[] measured, double hertz) {
        double best = Double.MAX_VALUE;
        for (double q = 0.3; q < 4; q *= 1.002) {
            double error = 0;
            for (int i = 0; i < places.length; i++)
                error = Math.max(error, Math.abs(measured[i] - analogDb(places[i] / hertz, q)));
            best = Math.min(best, error);
        }
        return best;
    }

    /** 20 log |(s² + sA/Q + 1) / (s² + s/(AQ) + 1)|, A = 10^(gain/40). */
    private static double analogDb(double ratio, double q) {
        double a = StrictMath.pow(10, GAIN_DB / 40);
        double real = (1 - ratio * ratio) * (1 - ratio * ratio);
        double up = ratio * a / q;
        double down = ratio / (a * q);
        return 10 * StrictMath.log10((real + up * up) / (real + down * down));
    }
}
