package io.arioso.testkit;

import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.parameter.Parameter;
import io.arioso.sdk.state.PluginState;
import io.arioso.sdk.state.StateValue;
import io.arioso.testkit.signal.Signals;
import java.util.List;
import java.util.Random;

/** Rules on saving and loading. */
final class StateRules {
    private static final long SEED = 20_260_107;
    private static final int FRAMES = 4800;

    private StateRules() {
    }

    static List<ContractRule> rules() {
        return List.of(
            new ContractRule("V44", "a loaded state brings back every parameter and saves as the same state",
                StateRules::roundTrip),
            new ContractRule("V45", "an instance with a loaded state sounds like the one that saved it",
                StateRules::sameSound),
            new ContractRule("V46", "rendering does not change the state", StateRules::renderingKeepsState),
            new ContractRule("V47", "a damaged state is refused whole or gives a sane one", StateRules::damaged),
            new ContractRule("V49", "a state from a newer version, with values unknown here, still loads",
                StateRules::newer));
    }

    private static void roundTrip(PluginUnderTest plugin) {
        Random random = new Random(SEED);
        for (int draw = 0; draw < 20; draw++) {
            try (AudioPlugin first = plugin.newPlugin(); AudioPlugin second = plugin.newPlugin()) {
                RandomSettings.apply(first, random);
                PluginState saved = first.save();
                Require.that(saved.equals(first.save()), "state: saved twice, it differs");
                second.load(saved);
                for (Parameter parameter : first.parameters()) {
                    double loaded = second.parameters().get(parameter.id()).plain();
                    Require.that(loaded == parameter.plain(),
                        "parameter \"" + parameter.id() + "\": saved at " + parameter.plain() + ", loaded as "
                        + loaded);
                }
                Require.that(second.save().equals(saved), "state: " + saved + " is saved again as " + second.save());
            }
        }
    }

    private static void sameSound(PluginUnderTest plugin) {
        Random random = new Random(SEED);
        float[][] input = Signals.whiteChannels(plugin.layout().channels(), FRAMES, SEED, 0.5);
        for (int draw = 0; draw < 5; draw++) {
            try (RunningPlugin first = plugin.drawn(random).open()) {
                PluginState saved = first.plugin().save();
                PluginHarness restored = PluginHarness.of(() -> {
                    AudioPlugin second = plugin.newPlugin();
                    second.load(saved);
                    return second;
                }).layout(plugin.layout());
                Require.sameBits("instance with a loaded state", first.render(input), restored.render(input));
            }
        }
    }

    private static void renderingKeepsState(PluginUnderTest plugin) {
        try (RunningPlugin running = plugin.drawn(new Random(SEED)).open()) {
            PluginState before = running.plugin().save();
            running.render(Signals.whiteChannels(plugin.layout().channels(), FRAMES, SEED, 0.5));
            PluginState after = running.plugin().save();
            Require.that(before.equals(after), "state: " + before + " became " + after + " by rendering");
        }
    }

    private static void damaged(PluginUnderTest plugin) {
        Random random = new Random(SEED);
        for (int draw = 0; draw < 300; draw++) {
            try (AudioPlugin instance = plugin.newPlugin()) {
                RandomSettings.apply(instance, random);
                PluginState before = instance.save();
                PluginState bad = damage(before, random);
                try {
                    instance.load(bad);
                    sane(instance, bad);
                } catch (IllegalArgumentException refused) {
                    Require.that(refused.getMessage() != null, "refusal of " + bad + ": it gives no reason");
                    Require.that(instance.save().equals(before),
                        "state: " + bad + " was refused, but " + before + " has become " + instance.save());
                }
            }
        }
    }

    /** Some of the values become something else, some vanish, all blobs are cut or changed. */
    private static PluginState damage(PluginState state, Random random) {
        PluginState.Builder bad = state.toBuilder();
        for (String id : state.values().keySet()) {
            if (random.nextInt(3) == 0) bad.value(id, garbage(random));
            else if (random.nextInt(8) == 0) bad.remove(id);
        }
        for (String id : state.blobIds()) {
            byte[] bytes = state.blob(id);
            if (bytes.length > 0) bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            bad.blob(id, java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
        }
        return bad.build();
    }

    private static StateValue garbage(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> new StateValue.Number(Double.POSITIVE_INFINITY);
            case 1 -> new StateValue.Number(-1e300);
            case 2 -> new StateValue.Number(random.nextGaussian() * 100);
            case 3 -> new StateValue.Number(Double.MIN_VALUE);
            case 4 -> new StateValue.Flag(random.nextBoolean());
            case 5 -> new StateValue.Text("");
            default -> new StateValue.Text("\u0000\ud83c\udfb5".repeat(1 + random.nextInt(50)));
        };
    }

    private static void sane(AudioPlugin instance, PluginState loaded) {
        for (Parameter parameter : instance.parameters())
            Require.that(parameter.nearest(parameter.plain()) == parameter.plain(),
                "parameter \"" + parameter.id() + "\": " + parameter.plain() + " after loading " + loaded
                + " is no legal value");
        instance.save();
    }

    private static void newer(PluginUnderTest plugin) {
        try (AudioPlugin instance = plugin.newPlugin()) {
            RandomSettings.apply(instance, new Random(SEED));
            PluginState.Builder newer = instance.save().toBuilder().version("999.0.0");
            String before = RandomSettings.text(instance);
            instance.load(newer.value("a_value_of_the_future", 1.5).blob("a_blob_of_the_future", new byte[] {1, 2})
                .build());
            String after = RandomSettings.text(instance);
            Require.that(after.equals(before), "settings: " + before + " in a newer state are loaded as " + after);
        }
    }
}
