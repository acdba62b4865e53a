package io.arioso.bridge.effects;

import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessSetup;
import java.util.concurrent.atomic.AtomicInteger;

/** Can be made once and throws as long as the first lives: a bundle accepts it, a DAW's second instance fails. */
@PluginInfo(id = "io.arioso.test.made-once", name = "Made once", vendor = "Arioso Tests", version = "1.0.0",
    description = "Throws in its second constructor.")
public final class MadeOnce extends AudioEffect {
    private static final AtomicInteger MADE = new AtomicInteger();

    /** Fails from the second time on, until its class is loaded anew. */
    public MadeOnce() {
        if (MADE.getAndIncrement() > 0) throw new IllegalStateException("this effect can be made once");
    }

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        return context -> { };
    }
}
