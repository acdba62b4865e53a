package io.arioso.testkit;

import io.arioso.sdk.AudioPlugin;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract of every effect as inheritable tests: one numbered test a rule.
 *
 * <pre>{@code
 * class GainContractTest extends PluginContract {
 *     @Override protected AudioPlugin newPlugin() {
 *         return new Gain();
 *     }
 *
 *     @Override protected PluginUnderTest facts(PluginUnderTest plugin) {
 *         return plugin.neutral("gain=0 dB");
 *     }
 * }
 * }</pre>
 */
public abstract class PluginContract {

    /** A new instance of the plug-in; called many times. */
    protected abstract AudioPlugin newPlugin();

    /**
     * What the rules need to know about this plug-in beyond what it declares, and from which rules it is excused.
     *
     * @param plugin the facts of a plug-in of which nothing special is known
     */
    protected PluginUnderTest facts(PluginUnderTest plugin) {
        return plugin;
    }

    @TestFactory
    @DisplayName("keeps the plug-in contract")
    final Stream<DynamicTest> contract() {
        PluginUnderTest plugin = facts(PluginUnderTest.of(this::newPlugin));
        return ContractRules.all().stream()
            .map(rule -> DynamicTest.dynamicTest(rule.title(), () -> verify(rule, plugin)));
    }

    private static void verify(ContractRule rule, PluginUnderTest plugin) {
        try {
            rule.verify(plugin);
        } catch (RuleNotApplicable nothingToCheck) {
            Assumptions.abort(nothingToCheck.getMessage());
        }
    }
}
