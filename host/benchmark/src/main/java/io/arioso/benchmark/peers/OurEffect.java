package io.arioso.benchmark.peers;

import io.arioso.benchmark.Effects;
import io.arioso.testkit.PluginHarness;
import java.util.List;

/** One of our effects in the runner that every host uses. */
record OurEffect(String className, List<String> settings) implements Contender {

    /** An effect by its class and settings as they are typed in a chain. */
    static OurEffect of(String className, String... settings) {
        return new OurEffect(className, List.of(settings));
    }

    @Override
    public float[][] render(float[][] signal) {
        return PluginHarness.of(() -> Effects.make(className, settings)).rate(Signal.RATE).render(signal);
    }
}
