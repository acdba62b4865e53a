package io.arioso.benchmark.peers;

import io.arioso.testkit.analysis.BandCorrelation;
import io.arioso.testkit.analysis.DecayTime;
import io.arioso.testkit.analysis.EchoDensity;
import io.arioso.testkit.analysis.OctaveBand;
import java.io.IOException;
import java.util.Arrays;

/** How evenly a hall of 2 s dies away, how soon it is dense, and how apart its sides are; wet only. */
final class ReverbRulers {
    private static final double SECONDS = 2;
    private static final double LENGTH = 6;

    private ReverbRulers() {
    }

    static Table table() {
        return new Table("Reverb: a decay of 2 s at all frequencies", "Arioso Hall", "Dragonfly Hall", "Dragonfly Room",
            "Calf")
            .row("decay time in octaves 125 Hz to 8 kHz: largest error", "%", ReverbRulers::decayError, all())
            .row("echo density above 0.9 from", "ms", ReverbRulers::denseMs, all())
            .row("largest correlation of the tails in an octave from 250 Hz", "0..1", ReverbRulers::correlation, all());
    }

    private static Contender[] all() {
        return new Contender[] {
            OurEffect.of("io.arioso.plugins.reverb.Reverb", "mode=hall", "decay_s=2", "decay_10k=100%",
                "predelay_ms=0", "mix=100%"),
            ForeignEffect.lv2time("https://github.com/michaelwillis/dragonfly-reverb", "dry_level=0", "early_level=10",
                "late_level=50", "delay=0", "low_cut=0", "high_cut=16000", "low_mult=1", "high_mult=1", "decay=2"),
            ForeignEffect.lv2time("urn:dragonfly:room", "dry_level=0", "early_level=10", "late_level=50", "predelay=0",
                "in_low_cut=0", "low_boost=0", "early_damp=16000", "late_damp=16000", "decay=2"),
            ForeignEffect.lv2("http://calf.sourceforge.net/plugins/Reverb", "decay_time=2", "hf_damp=20000", "amount=1",
                "dry=0", "bass_cut=20", "treble_cut=20000")};
    }

    private static float[][] answer(Contender contender) throws IOException {
        float[][] out = contender.render(Signal.impulse(1 + LENGTH, 0.5));
        return new float[][] {Arrays.copyOfRange(out[0], Signal.RATE, out[0].length),
            Arrays.copyOfRange(out[1], Signal.RATE, out[1].length)};
    }

    private static double decayError(Contender contender) throws IOException {
        float[] answer = answer(contender)[0];
        double worst = 0;
        for (double centre : OctaveBand.CENTRES) {
            double seconds = DecayTime.t30Seconds(OctaveBand.of(answer, centre, Signal.RATE), Signal.RATE);
            worst = Math.max(worst, 100 * Math.abs(seconds / SECONDS - 1));
        }
        return worst;
    }

    private static double denseMs(Contender contender) throws IOException {
        float[] answer = answer(contender)[0];
        int first = 0;
        while (first < answer.length - 1 && Math.abs(answer[first]) < 1e-5f) first++;
        float[] heard = Arrays.copyOfRange(answer, first, answer.length);
        return 1000 * EchoDensity.sustainedFrom(heard, 0.9, 0.3, Signal.RATE);
    }

    private static double correlation(Contender contender) throws IOException {
        float[][] answer = answer(contender);
        double worst = 0;
        for (double centre : OctaveBand.CENTRES)
            if (centre >= 250)
                worst = Math.max(worst, Math.abs(BandCorrelation.octave(answer[0], answer[1], Signal.RATE / 5,
                    2 * Signal.RATE, centre, Signal.RATE)));
        return worst;
    }
}
