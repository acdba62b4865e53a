package io.arioso.testkit;

import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.parameter.ParameterIds;
import io.arioso.testkit.analysis.LatencyMeasurement;
import io.arioso.testkit.analysis.Residual;
import io.arioso.testkit.signal.Signals;
import java.util.List;
import java.util.Random;

/** Rules on bypass, identity, latency, bad input, loudness and symmetry. */
final class SoundRules {
    private static final long SEED = 20_260_102;
    private static final int FRAMES = 24_000;
    /** Below the +120 dBFS at which the runner takes a sample for damage. */
    private static final float ALMOST_DAMAGE = 9.9e5f;

    private SoundRules() {
    }

    static List<ContractRule> rules() {
        return List.of(
            new ContractRule("X2", "bypass passes the delayed input bit for bit", SoundRules::bypassNull),
            new ContractRule("X3", "neutral settings leave the sound alone", SoundRules::identity),
            new ContractRule("X4", "the declared latency is the measured one and never changes", SoundRules::latency),
            new ContractRule("X7", "bad input does no lasting harm", SoundRules::badInput),
            new ContractRule("X11", "equal channels stay equal, swapped channels come out swapped",
                SoundRules::symmetry),
            new ContractRule("V23", "every kind of signal gives finite samples and no fault", SoundRules::inputZoo),
            new ContractRule("V30", "full-scale noise stays below the loudest peak at any settings",
                SoundRules::loudness));
    }

    private static float[][] noise(PluginUnderTest plugin, double level) {
        return Signals.whiteChannels(plugin.layout().channels(), FRAMES, SEED, level);
    }

    static float[][] delayed(float[][] input, int latency) {
        float[][] late = new float[input.length][input[0].length];
        for (int channel = 0; channel < input.length; channel++)
            if (latency < input[channel].length)
                System.arraycopy(input[channel], 0, late[channel], latency, input[channel].length - latency);
        return late;
    }

    private static void bypassNull(PluginUnderTest plugin) {
        try (AudioPlugin declared = plugin.newPlugin()) {
            if (declared.parameters().find(ParameterIds.BYPASS).isEmpty())
                throw new RuleNotApplicable("it has no parameter \"bypass\"");
        }
        float[][] input = noise(plugin, 0.5);
        try (RunningPlugin running = plugin.harness().set("bypass=on").open()) {
            Require.sameBits("bypassed output", delayed(input, running.latencyFrames()), running.render(input));
        }
        int on = 9_600;
        int fade = 480;
        try (RunningPlugin running = plugin.harness().at(on, ParameterIds.BYPASS, 1).open()) {
            float[][] output = running.render(input);
            float[][] dry = delayed(input, running.latencyFrames());
            float[][] wet = plugin.harness().render(input);
            Require.sameBits("output before bypass", stretch(wet, 0, on), stretch(output, 0, on));
            Require.sameBits("output 10 ms after bypass", stretch(dry, on + fade, FRAMES),
                stretch(output, on + fade, FRAMES));
        }
    }

    private static float[][] stretch(float[][] audio, int from, int to) {
        float[][] part = new float[audio.length][];
        for (int channel = 0; channel < audio.length; channel++)
            part[channel] = java.util.Arrays.copyOfRange(audio[channel], from, to);
        return part;
    }

    private static void identity(PluginUnderTest plugin) {
        List<String> neutral = plugin.neutralSettings().orElseThrow(
            () -> new RuleNotApplicable("no neutral settings are told (PluginUnderTest.neutral)"));
        float[][] input = noise(plugin, 0.25);
        try (RunningPlugin running = plugin.harness().set(neutral.toArray(String[]::new)).open()) {
            float[][] output = running.render(input);
            Require.clean(running);
            Residual residual = Residual.between(delayed(input, running.latencyFrames()), output);
            Require.atMost("residual at neutral settings", residual.peakDb(), plugin.neutralDb(), "dBFS");
        }
    }

    private static void latency(PluginUnderTest plugin) {
        PluginHarness harness = plugin.neutralSettings().isPresent()
            ? plugin.harness().set(plugin.neutralSettings().get().toArray(String[]::new)) : plugin.judged();
        float[][] input = noise(plugin, 0.25);
        try (RunningPlugin running = harness.open()) {
            int declared = running.processor().latencyFrames();
            Require.that(declared >= 0, "declared latency: " + declared + " frames is below 0");
            int measured =
                LatencyMeasurement.frames(input[0], running.render(input)[0], Math.min(FRAMES - 1, declared + 4800));
            Require.that(measured == declared,
                "latency: " + declared + " frames are declared, " + measured + " are measured");
            Random random = new Random(SEED);
            for (int move = 0; move < 20; move++) {
                for (Parameter parameter : running.plugin().parameters())
                    if (parameter.automatable() && !parameter.id().equals(ParameterIds.BYPASS))
                        parameter.setNormalized(random.nextDouble());
                running.render(stretch(input, 0, 512));
                int now = running.processor().latencyFrames();
                Require.that(now == declared,
                    "latency: it went from " + declared + " to " + now
                    + " frames while parameters moved; ask HostRequests.requestRestart instead");
            }
        }
    }

    private static void badInput(PluginUnderTest plugin) {
        float[][] input = noise(plugin, 0.5);
        float[][] damaged = noise(plugin, 0.5);
        float[][] silenced = noise(plugin, 0.5);
        float[] damage = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e30f, -Float.MAX_VALUE};
        for (int channel = 0; channel < input.length; channel++)
            for (int frame = 6000; frame < 6480; frame++) {
                damaged[channel][frame] = damage[frame % damage.length];
                silenced[channel][frame] = 0;
            }
        Require.sameBits("a burst of NaN, infinities and 1e30 against silence in its place",
            plugin.harness().render(silenced), plugin.harness().render(damaged));
        for (float[] channel : damaged)
            for (int frame = 6000; frame < 6480; frame++)
                channel[frame] = frame % 2 == 0 ? ALMOST_DAMAGE : -ALMOST_DAMAGE;
        float[][] expected = plugin.harness().render(input);
        try (RunningPlugin running = plugin.harness().open()) {
            Require.finite("output after a burst at +119.9 dBFS", running.render(damaged));
            Require.clean(running);
            running.reset();
            Require.sameBits("output after that burst and reset()", expected, running.render(input));
        }
    }

    private static void symmetry(PluginUnderTest plugin) {
        if (plugin.layout().channels() != 2) throw new RuleNotApplicable("it is not stereo");
        float[] left = Signals.white(FRAMES, SEED, 0.5);
        float[] right = Signals.pink(FRAMES, SEED, 0.5);
        float[][] equal = plugin.judged().render(left, left);
        Require.sameBits("right output for equal channels", new float[][] {equal[0]}, new float[][] {equal[1]});
        float[][] straight = plugin.judged().render(left, right);
        float[][] swapped = plugin.judged().render(right, left);
        Require.sameBits("output for swapped channels", straight, new float[][] {swapped[1], swapped[0]});
    }

    private static void inputZoo(PluginUnderTest plugin) {
        int frames = 6000;
        float[][] zoo = {Signals.silence(frames), Signals.impulse(frames, 100, 1), Signals.white(frames, SEED, 1),
            Signals.dc(frames, 1), Signals.dc(frames, -1), Signals.square(frames, 1, 1), Signals.dc(frames, 1e-40),
            Signals.white(frames, SEED, 1e-38), Signals.square(frames, 100, 1000), Signals.dc(frames, ALMOST_DAMAGE),
            Signals.worstTruePeak(frames, 1), Signals.sine(frames, 1000, 48_000, 1), Signals.silence(frames)};
        try (RunningPlugin running = plugin.harness().open()) {
            for (int kind = 0; kind < zoo.length; kind++) {
                float[][] input = new float[plugin.layout().channels()][];
                java.util.Arrays.fill(input, zoo[kind]);
                Require.finite("output for signal " + kind, running.render(input));
                Require.clean(running);
            }
        }
    }

    private static void loudness(PluginUnderTest plugin) {
        Random random = new Random(SEED);
        for (int draw = 0; draw < 100; draw++) {
            try (RunningPlugin running = plugin.drawn(random).open()) {
                float[][] output =
                    running.render(Signals.whiteChannels(plugin.layout().channels(), 4096, SEED + draw, 1));
                Require.clean(running);
                double peak = 0;
                for (float[] channel : output) for (float sample : channel) peak = Math.max(peak, Math.abs(sample));
                Require.atMost("peak at " + RandomSettings.text(running.plugin()), 20 * StrictMath.log10(peak),
                    plugin.maxPeakDb(running.plugin()) + 0.01, "dBFS");
            }
        }
    }
}
