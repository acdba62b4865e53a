package io.arioso.cli.effects;

import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessSetup;

/** An effect that fails in every block. */
@PluginInfo(id = "com.example.breaker", name = "Breaker", vendor = "Example", version = "1.0.0")
public final class Breaker extends AudioEffect {
    /** Makes an instance. */
    public Breaker() {
    }

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        return context -> {
            throw new IllegalStateException("broken on purpose");
        };
    }
}
