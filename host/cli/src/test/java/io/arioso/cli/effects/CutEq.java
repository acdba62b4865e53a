package io.arioso.cli.effects;

import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.AudioBuffer;
import io.arioso.sdk.Decibels;
import io.arioso.sdk.PluginCategory;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.ReferenceMatching;
import io.arioso.sdk.Smoother;
import io.arioso.sdk.parameter.FloatParameter;
import io.arioso.sdk.parameter.Shorthand;

/** Stands in for the equalizer: has its id, its high-pass shorthand, an output gain and a match. */
@PluginInfo(id = "io.arioso.eq", name = "Test EQ", vendor = "Arioso", version = "1.0.0", category = PluginCategory.EQ,
    description = "An equalizer for tests")
public final class CutEq extends AudioEffect implements ReferenceMatching {
    private final FloatParameter cut =
        parameter(FloatParameter.hertz("band1_frequency", "Band 1 frequency", 5, 80_000, 20));
    private final FloatParameter output = parameter(FloatParameter.decibels("output", "Output", -36, 12, 0));

    /** Makes an instance. */
    public CutEq() {
        shorthand(new Shorthand("hp", "hp=FREQUENCY: high-pass", typed -> cut.set(cut.parse(typed))));
    }

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        Smoother gain = setup.smooth(output, Decibels::toGain);
        return context -> {
            AudioBuffer audio = context.audio();
            for (int frame = 0; frame < audio.frames(); frame++) {
                float factor = gain.next();
                for (int channel = 0; channel < audio.channels(); channel++) audio.channel(channel)[frame] *= factor;
            }
        };
    }

    @Override
    public int maxMatchBands() {
        return 16;
    }

    /** Moves the output by the difference in the loudest band, and the cut by the number of bands. */
    @Override
    public double matchReference(double[] hertz, double[] programmeDb, double[] referenceDb, int bands) {
        int loudest = 0;
        for (int band = 0; band < hertz.length; band++)
            if (programmeDb[band] > programmeDb[loudest]) loudest = band;
        double difference = referenceDb[loudest] - programmeDb[loudest];
        if (difference == Double.NEGATIVE_INFINITY) throw new IllegalArgumentException("nothing in common");
        output.set(output.nearest(difference));
        cut.set(100 * bands);
        return 0.5;
    }
}
