package io.arioso.plugins.reverb;

import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.state.PluginState;
import io.arioso.testkit.PluginContract;
import io.arioso.testkit.PluginUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The contract again, with an impulse response of the user's. */
class ConvolutionContractTest extends PluginContract {
    private static final PluginState STATE = stateWithImpulse();

    /** The step falls on the start of the sine, 500 ms late: that start is what is heard. */
    private static final double LATE_START_DB = -50;

    private static PluginState stateWithImpulse() {
        try {
            Path file = Files.createTempFile("impulse", ".wav");
            Reverb reverb = new Reverb();
            ImpulseStateTest.use(reverb, WaveBytes.write(file, 48_000, close(1), close(2)));
            Files.delete(file);
            return reverb.save();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** A direct sound before a quiet tail: a loud one would drown what the rules on steps listen for. */
    private static float[] close(long seed) {
        float[] impulse = WaveBytes.decay(seed, 1_200);
        for (int i = 0; i < impulse.length; i++) impulse[i] *= 0.05f;
        impulse[0] = 1;
        return impulse;
    }

    @Override
    protected AudioPlugin newPlugin() {
        Reverb reverb = new Reverb();
        reverb.load(STATE);
        return reverb;
    }

    @Override
    protected PluginUnderTest facts(PluginUnderTest plugin) {
        return plugin.settings("mode=Convolution", "mix=100 %")
            .neutralWithin(Double.NEGATIVE_INFINITY, "mix=0 %")
            .zipperBoundDb("predelay_ms", LATE_START_DB)
            .without("V37", "this test loads an impulse response into each new instance")
            .without("X11", "the two sides of a recorded room differ");
    }
}
