package io.arioso.cli.effects;

import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.NoteLength;
import io.arioso.sdk.PluginCategory;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.BoolParameter;
import io.arioso.sdk.parameter.ChoiceParameter;

/** Stands in for the delay: every sample becomes the length of its note in seconds, a hundredth of it. */
@PluginInfo(id = "io.arioso.delay", name = "Test delay", vendor = "Arioso", version = "1.0.0",
    category = PluginCategory.DELAY, description = "A delay for tests")
public final class SongDelay extends AudioEffect {
    private final ChoiceParameter<NoteLength> note =
        parameter(new ChoiceParameter<>("note", "Note", NoteLength.QUARTER));

    /** Makes an instance. */
    public SongDelay() {
        parameter(new BoolParameter("sync", "Tempo sync", false));
    }

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        NoteLength length = note.value();
        return context -> {
            for (int channel = 0; channel < context.audio().channels(); channel++)
                java.util.Arrays.fill(context.audio().channel(channel), 0, context.frames(),
                    (float) (length.seconds(context.transport()) / 100));
        };
    }
}
