package io.arioso.runtime;

import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.Smoother;
import io.arioso.sdk.parameter.FloatParameter;
import java.util.function.Function;

/** An effect in any layout whose processor a test writes. */
final class Scripted extends AudioEffect {
    final FloatParameter gainDb = parameter(FloatParameter.decibels("gain", "Gain", -60, 24, 0));
    final FloatParameter level = parameter(FloatParameter.percent("level", "Level", 0, 100, 0));
    private final Function<Scripted, Function<ProcessSetup, AudioProcessor>> script;

    /** Leaves mix and delta to the runner. */
    Scripted mixable(double percent) {
        mixParameter(percent);
        deltaParameter();
        return this;
    }

    private Scripted(Function<Scripted, Function<ProcessSetup, AudioProcessor>> script) {
        this.script = script;
    }

    /** An effect whose prepare sees its parameters. */
    static Scripted of(Function<Scripted, Function<ProcessSetup, AudioProcessor>> script) {
        return new Scripted(script);
    }

    /** An effect that does this to each block. */
    static Scripted processing(AudioProcessor processor) {
        return new Scripted(effect -> setup -> processor);
    }

    /** A smoothed gain, louder or quieter by the first parameter. */
    static Scripted gain() {
        return new Scripted(effect -> setup -> {
            Smoother gain = setup.smooth(effect.gainDb, Decibels::toGain);
            return context -> {
                for (int frame = 0; frame < context.frames(); frame++) {
                    float factor = gain.next();
                    for (int channel = 0; channel < context.audio().channels(); channel++)
                        context.audio().channel(channel)[frame] *= factor;
                }
            };
        });
    }

    /** Every sample becomes the second parameter's live value: what the processor sees, frame by frame. */
    static Scripted levelMeter() {
        return new Scripted(effect -> setup -> {
            var level = setup.live(effect.level);
            return context -> fill(context, (float) level.plain());
        });
    }

    static void fill(ProcessContext context, float value) {
        for (int channel = 0; channel < context.audio().channels(); channel++)
            java.util.Arrays.fill(context.audio().channel(channel), 0, context.frames(), value);
    }

    static void scale(ProcessContext context, float factor) {
        for (int channel = 0; channel < context.audio().channels(); channel++)
            for (int frame = 0; frame < context.frames(); frame++) context.audio().channel(channel)[frame] *= factor;
    }

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        return script.apply(this).apply(setup);
    }

    @Override
    public boolean supports(BusLayout layout) {
        return true;
    }
}
