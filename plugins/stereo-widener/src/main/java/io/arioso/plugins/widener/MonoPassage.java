package io.arioso.plugins.widener;

import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.SmoothRow;

/** One channel has no width: it passes, and only the output gain is heard. */
final class MonoPassage implements AudioProcessor {
    private final SmoothRow output;

    MonoPassage(StereoWidener effect, ProcessSetup setup) {
        output = new SmoothRow(setup.smooth(effect.outputDb, Decibels::toGain), setup.maxFrames());
    }

    @Override
    public void process(ProcessContext context) {
        Rows.multiply(context.audio().channel(0), 0, output, context.frames());
    }
}
