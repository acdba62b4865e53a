package io.arioso.testkit;

import java.util.List;
import java.util.stream.Stream;

/**
 * All rules of the plug-in contract in the order in which they are told. X1 to X11 are the sound's, V… follow the
 * catalogue of the validator. Needs no test framework: a command line runs the same objects.
 */
public final class ContractRules {
    private static final List<ContractRule> ALL = Stream.of(
        BlockRules.rules(), SoundRules.rules(), RateRules.rules(), SilenceRules.rules(), ZipperRule.rules(),
        RealtimeRules.rules(), RepeatRules.rules(), DeclarationRules.rules(), ParameterRules.rules(),
        AutomationRules.rules(), StateRules.rules(), LifecycleRules.rules()).flatMap(List::stream).toList();

    private ContractRules() {
    }

    /** All rules. */
    public static List<ContractRule> all() {
        return ALL;
    }

    /**
     * The rule of a number.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ContractRule get(String number) {
        return ALL.stream().filter(rule -> rule.number().equals(number)).findFirst().orElseThrow(
            () -> new IllegalArgumentException("there is no rule \"" + number + "\""));
    }
}
