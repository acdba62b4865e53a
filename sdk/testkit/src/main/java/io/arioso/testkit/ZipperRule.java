package io.arioso.testkit;

import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.testkit.analysis.BandEnergy;
import io.arioso.testkit.signal.Signals;
import java.util.Arrays;
import java.util.List;

/**
 * The rule on steps of continuous parameters, heard through a sine of 1 kHz at -6 dBFS: what the step adds above 4 kHz,
 * relative to the louder of the two settled sides, in the loudest 50 ms.
 */
final class ZipperRule {
    private static final int RATE = 48_000;
    private static final double SINE_LEVEL = 0.5;
    private static final double ABOVE_HERTZ = 4000;
    private static final int WINDOW = RATE / 20;
    private static final int SETTLE = RATE / 4;
    private static final int SIDE = RATE / 2;
    private static final double LARGEST_JUMP = 1.2;
    /** Twice the settled level is not heard as a click. */
    private static final double HEADROOM_DB = 3;

    private ZipperRule() {
    }

    static List<ContractRule> rules() {
        return List.of(new ContractRule("X8", "a full-range step of any continuous parameter is not heard as a click",
            ZipperRule::steps));
    }

    private static void steps(PluginUnderTest plugin) {
        int checked = 0;
        try (AudioPlugin declared = plugin.newPlugin()) {
            for (Parameter parameter : declared.parameters()) {
                if (!(parameter instanceof FloatParameter) || !parameter.automatable() || parameter.stepCount() != 0)
                    continue;
                step(plugin, parameter, parameter.minimum(), parameter.maximum());
                step(plugin, parameter, parameter.maximum(), parameter.minimum());
                checked++;
            }
        }
        if (checked == 0) throw new RuleNotApplicable("it has no continuous automatable parameter");
    }

    private static void step(PluginUnderTest plugin, Parameter parameter, double from, double to) {
        float[][] input = new float[plugin.layout().channels()][];
        Arrays.fill(input, Signals.sine(2 * SIDE, 1000, RATE, SINE_LEVEL));
        // An odd frame: a step at a zero of the sine would hide.
        float[] output = plugin.judged().set(parameter.id(), from).at(SIDE + 13, parameter.id(), to).render(input)[0];
        float[] high = BandEnergy.above(output, ABOVE_HERTZ, RATE);
        int rest = 2 * SIDE - WINDOW;
        double before = BandEnergy.loudestWindowDb(high, SETTLE, SIDE, WINDOW);
        double after = BandEnergy.loudestWindowDb(high, SIDE + SETTLE, rest, WINDOW);
        double louder = Math.max(peak(output, SETTLE, SIDE), peak(output, SIDE + SETTLE, rest));
        double sideDb = 20 * StrictMath.log10(Math.max(louder, 1e-6) / SINE_LEVEL);
        double bound = Math.max(plugin.zipperBoundDb(parameter.id()) + sideDb, Math.max(before, after) + HEADROOM_DB);
        String what =
            "step of \"" + parameter.id() + "\" from " + parameter.format(from) + " to " + parameter.format(to);
        Require.atMost(what + ": level above 4 kHz", BandEnergy.loudestWindowDb(high, SIDE - WINDOW, rest, WINDOW),
            bound, "dBFS");
        double settledJump = Math.max(jump(output, SETTLE, SIDE), jump(output, SIDE + SETTLE, rest));
        if (plugin.zipperBoundDb(parameter.id()) <= -60)
            Require.atMost(what + ": jump between samples", jump(output, SIDE, SIDE + SETTLE),
                Math.max(1e-4, LARGEST_JUMP * settledJump), "of full scale");
    }

    private static double peak(float[] signal, int from, int to) {
        double peak = 0;
        for (int frame = from; frame < to; frame++) peak = Math.max(peak, Math.abs(signal[frame]));
        return peak;
    }

    private static double jump(float[] signal, int from, int to) {
        double jump = 0;
        for (int frame = from + 1; frame < to; frame++)
            jump = Math.max(jump, Math.abs((double) signal[frame] - signal[frame - 1]));
        return jump;
    }
}
