package io.arioso.testkit;

import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.testkit.signal.Signals;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Rules on parameters that move while audio runs. */
final class AutomationRules {
    private static final long SEED = 20_260_106;
    private static final int FRAMES = 24_000;
    private static final int MOVES = 20_000;
    private static final int PASSES = 20;

    private AutomationRules() {
    }

    static List<ContractRule> rules() {
        return List.of(
            new ContractRule("V39", "10,000 random changes at any frame do no harm", AutomationRules::randomChanges),
            new ContractRule("V40", "all parameters may jump between their ends at once", AutomationRules::extremes),
            new ContractRule("V41", "another thread may move the parameters while audio runs",
                AutomationRules::otherThread));
    }

    private static float[][] noise(PluginUnderTest plugin) {
        return Signals.whiteChannels(plugin.layout().channels(), FRAMES, SEED, 0.7);
    }

    private static void randomChanges(PluginUnderTest plugin) {
        PluginHarness harness = plugin.harness().blocks(BlockSplit.random(SEED, 700));
        Random random = new Random(SEED);
        try (AudioPlugin declared = plugin.newPlugin()) {
            List<Parameter> parameters = automatable(declared);
            for (int change = 0; change < 10_000; change++) {
                Parameter parameter = parameters.get(random.nextInt(parameters.size()));
                harness.at(random.nextInt(FRAMES), parameter.id(), parameter.toPlain(random.nextDouble()));
            }
        }
        Require.finite("output under 10,000 changes (seed " + SEED + ")", harness.render(noise(plugin)));
    }

    private static void extremes(PluginUnderTest plugin) {
        PluginHarness harness = plugin.harness().blocks(480);
        Random random = new Random(SEED);
        try (AudioPlugin declared = plugin.newPlugin()) {
            for (int frame = 100; frame < FRAMES; frame += 600) {
                int draw = frame / 600 % 4;
                for (Parameter parameter : automatable(declared)) {
                    boolean high = draw == 0 || draw > 1 && random.nextBoolean();
                    harness.at(frame, parameter.id(), high ? parameter.maximum() : parameter.minimum());
                }
            }
        }
        Require.finite("output while all parameters jump (seed " + SEED + ")", harness.render(noise(plugin)));
    }

    private static void otherThread(PluginUnderTest plugin) throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger moves = new AtomicInteger();
        float[][] input = noise(plugin);
        try (RunningPlugin running = plugin.harness().blocks(64).open()) {
            List<Parameter> parameters = automatable(running.plugin());
            Thread mover = new Thread(() -> {
                Random random = new Random(SEED);
                while (!done.get()) {
                    parameters.get(random.nextInt(parameters.size())).setNormalized(random.nextDouble());
                    moves.incrementAndGet();
                }
            }, "parameter mover");
            mover.start();
            try {
                for (int pass = 0; pass < PASSES || moves.get() < MOVES; pass++)
                    Require.finite("output while another thread moves parameters", running.render(input));
            } finally {
                done.set(true);
                mover.join();
            }
            Require.clean(running);
        }
    }

    private static List<Parameter> automatable(AudioPlugin plugin) {
        List<Parameter> found = plugin.parameters().list().stream().filter(Parameter::automatable).toList();
        if (found.isEmpty()) throw new RuleNotApplicable("it has no automatable parameter");
        return found;
    }
}
