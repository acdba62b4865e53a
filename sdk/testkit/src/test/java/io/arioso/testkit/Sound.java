package io.arioso.testkit;

import io.arioso.sdk.AudioBuffer;
import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.Smoother;
import io.arioso.sdk.parameter.FloatParameter;

/** A gain without a flaw; the broken plug-ins beside it each spoil one thing. */
abstract class Sound extends AudioEffect {
    final FloatParameter gainDb = parameter(FloatParameter.decibels("gain", "Gain", -60, 24, 0));

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        return new Gain(setup);
    }

    /** The healthy processor; a flaw goes into {@link #spoil}. */
    class Gain implements AudioProcessor {
        final ProcessSetup setup;
        private final Smoother gain;

        Gain(ProcessSetup setup) {
            this.setup = setup;
            gain = setup.smooth(gainDb, Decibels::toGain);
        }

        @Override
        public void process(ProcessContext context) {
            AudioBuffer audio = context.audio();
            for (int frame = 0; frame < audio.frames(); frame++) {
                float factor = gain.next();
                for (int channel = 0; channel < audio.channels(); channel++) audio.channel(channel)[frame] *= factor;
            }
            spoil(context);
        }

        void spoil(ProcessContext context) {
            for (int channel = 0; channel < context.audio().channels(); channel++)
                spoil(channel, context.audio().channel(channel), context.frames());
        }

        void spoil(int channel, float[] samples, int frames) {
        }
    }

    static void multiply(ProcessContext context, float factor) {
        for (int channel = 0; channel < context.audio().channels(); channel++)
            for (int frame = 0; frame < context.frames(); frame++) context.audio().channel(channel)[frame] *= factor;
    }
}
