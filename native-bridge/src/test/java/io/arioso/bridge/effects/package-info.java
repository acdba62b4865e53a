/** Effects for tests; each becomes a jar of its own in {@link io.arioso.bridge.TestBundle}. */
package io.arioso.bridge.effects;
