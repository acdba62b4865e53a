/**
 * The test kit for authors of effects: extend {@link io.arioso.testkit.PluginContract} and every promise that the
 * format makes to users is checked by numbered rules; measure the sound with {@link io.arioso.testkit.PluginHarness},
 * the signals and the analysers.
 *
 * <p>Everything but {@code PluginContract} runs without JUnit. All methods are [main-thread].
 */
package io.arioso.testkit;
