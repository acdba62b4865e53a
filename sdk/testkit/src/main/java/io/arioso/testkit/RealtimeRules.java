package io.arioso.testkit;

import io.arioso.sdk.AudioPlugin;
import java.io.IOException;
import java.util.List;

/** Rules on what the audio thread must not do. */
final class RealtimeRules {
    private static final int WARM_UP_BLOCKS = 3000;
    private static final int BLOCKS = 10_000;
    private static final int REPEATS = 4;

    private RealtimeRules() {
    }

    static List<ContractRule> rules() {
        return List.of(
            new ContractRule("X9", "10,000 blocks allocate nothing, also while parameters move and presets change",
                RealtimeRules::allocatesNothing),
            new ContractRule("V58", "the interpreter allocates nothing either", RealtimeRules::allocatesNothingCold));
    }

    /**
     * Believes what every instance shows: an effect that allocates does so each time, while the virtual machine books a
     * few bytes of its own to a thread now and then, mostly where it compiles code anew on a busy machine.
     */
    private static void allocatesNothing(PluginUnderTest plugin) {
        AllocationCheck.Result result = measured(plugin);
        for (int again = 0; again < REPEATS && result.bytes() > 0; again++) result = measured(plugin);
        tell(result, BLOCKS, "");
    }

    private static AllocationCheck.Result measured(PluginUnderTest plugin) {
        try (AudioPlugin instance = plugin.newPlugin()) {
            return AllocationCheck.measure(instance, plugin.layout(), WARM_UP_BLOCKS, BLOCKS);
        }
    }

    private static void allocatesNothingCold(PluginUnderTest plugin) throws IOException, InterruptedException {
        Class<?> type;
        try (AudioPlugin instance = plugin.newPlugin()) {
            type = instance.getClass();
        }
        tell(ColdAllocation.inNewVirtualMachine(type.getName(), plugin.layout(), plugin.classPath()),
            ColdAllocation.BLOCKS, " in the interpreter");
    }

    private static void tell(AllocationCheck.Result result, int blocks, String where) {
        Require.that(result.bytes() == 0,
            "allocation: " + result.bytes() + " bytes in " + blocks + " blocks" + where
            + " instead of 0, first in block " + result.firstBlock());
    }
}
