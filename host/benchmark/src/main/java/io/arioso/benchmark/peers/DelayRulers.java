package io.arioso.benchmark.peers;

import io.arioso.testkit.analysis.FrequencyResponse;
import java.io.IOException;
import java.util.Arrays;

/** Whether echoes come when and as loud as the knobs say: 375 ms, feedback 50 %, wet only. */
final class DelayRulers {
    private static final int DELAY = 18_000;
    private static final double FEEDBACK = 0.5;
    private static final int WINDOW = 512;

    private DelayRulers() {
    }

    static Table table() {
        return new Table("Delay: 375 ms, feedback 50 %", "Arioso", "Calf Vintage Delay", "LSP slap delay")
            .row("first echo: distance from its place", "frames", contender -> Math.abs(place(contender) - DELAY), all())
            .row("third echo: distance from the feedback's cube", "dB", DelayRulers::levelError, all())
            .row("10 kHz against 1 kHz, third echo: loss", "dB", DelayRulers::trebleLoss, all());
    }

    private static Contender[] all() {
        return new Contender[] {
            OurEffect.of("io.arioso.plugins.delay.Delay", "time_ms=375ms", "feedback=50%", "mix=100%"),
            ForeignEffect.lv2("http://calf.sourceforge.net/plugins/VintageDelay", "timing=1", "ms=500", "time_l=3", "time_r=3",
                "feedback=0.5", "amount=1", "dry=0", "medium=0", "mix_mode=0"),
            ForeignEffect.lv2("http://lsp-plug.in/plugins/lv2/slap_delay_stereo", "dm0=1", "dt0=375", "dry=0", "s0=0",
                "pl0=-100", "pr0=100")};
    }

    private static float[] answer(Contender contender) throws IOException {
        float[] out = contender.render(Signal.impulse(4, 0.5))[0];
        return Arrays.copyOfRange(out, Signal.RATE, out.length);
    }

    private static int place(Contender contender) throws IOException {
        float[] answer = answer(contender);
        int highest = 0;
        for (int i = 0; i < answer.length; i++) if (Math.abs(answer[i]) > Math.abs(answer[highest])) highest = i;
        return highest;
    }

    /** The echo of a number, alone; empty where a peer has no feedback. */
    private static FrequencyResponse echo(float[] answer, int number) {
        int from = number * DELAY - WINDOW / 2;
        return FrequencyResponse.of(Arrays.copyOfRange(answer, from, from + WINDOW), Signal.RATE);
    }

    private static double levelError(Contender contender) throws IOException {
        float[] answer = answer(contender);
        double fall = echo(answer, 1).magnitudeDb(1000) - echo(answer, 3).magnitudeDb(1000);
        double error = Math.abs(fall - 2 * -20 * StrictMath.log10(FEEDBACK));
        return error > 60 ? Double.NaN : error;
    }

    private static double trebleLoss(Contender contender) throws IOException {
        float[] answer = answer(contender);
        FrequencyResponse third = echo(answer, 3);
        if (third.magnitudeDb(1000) < -100) return Double.NaN;
        return Math.abs(third.magnitudeDb(1000) - third.magnitudeDb(10_000));
    }
}
