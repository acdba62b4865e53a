package io.arioso.bridge.effects;

import io.arioso.sdk.AudioBuffer;
import io.arioso.sdk.AudioEffect;
import io.arioso.sdk.AudioProcessor;
import io.arioso.sdk.PluginInfo;
import io.arioso.sdk.ProcessContext;
import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.parameter.ChoiceParameter;
import io.arioso.sdk.parameter.LiveValue;
import io.arioso.sdk.state.PluginState;
import java.util.Arrays;

/** Does what a good effect never does, when its parameter says so. */
@PluginInfo(id = "io.arioso.test.misbehaving", name = "Misbehaving", vendor = "Arioso Tests", version = "1.0.0",
    description = "Breaks the rule that its parameter names.")
public final class Misbehaving extends AudioEffect {
    private static Object kept;

    private final ChoiceParameter<Fault> fault = parameter(new ChoiceParameter<>("fault", "Fault", Fault.NONE));

    /** What it does wrong; the first word says where. */
    public enum Fault {
        /** Nothing: the level is halved. */
        NONE,
        /** Throws an exception in each block. */
        PROCESS_THROWS,
        /** Ends the virtual machine in a block. */
        PROCESS_EXITS,
        /** Makes garbage in each block. */
        PROCESS_ALLOCATES,
        /** Writes what is no number. */
        PROCESS_NAN,
        /** Recurses until the stack is used up. */
        PROCESS_OVERFLOWS,
        /** Throws when it is to be prepared. */
        PREPARE_THROWS,
        /** Ends the virtual machine when it is to be prepared. */
        PREPARE_EXITS,
        /** Throws when its state is asked for. */
        SAVE_THROWS
    }

    @Override
    public AudioProcessor prepare(ProcessSetup setup) {
        if (fault.value() == Fault.PREPARE_THROWS) throw new IllegalStateException("this effect refuses to be prepared");
        if (fault.value() == Fault.PREPARE_EXITS) System.exit(3);
        LiveValue now = setup.live(fault);
        return context -> process(context, fault.at(now.plain()));
    }

    @Override
    public PluginState save() {
        if (fault.value() == Fault.SAVE_THROWS) throw new IllegalStateException("this effect has no state to give");
        return super.save();
    }

    private static void process(ProcessContext context, Fault fault) {
        AudioBuffer audio = context.audio();
        for (int channel = 0; channel < audio.channels(); channel++)
            for (int frame = 0; frame < audio.frames(); frame++) audio.channel(channel)[frame] *= 0.5f;
        switch (fault) {
            case PROCESS_THROWS -> throw new IllegalStateException("this effect throws in each block");
            case PROCESS_EXITS -> System.exit(3);
            case PROCESS_ALLOCATES -> kept = new double[1024];
            case PROCESS_NAN -> Arrays.fill(audio.channel(0), 0, audio.frames(), Float.NaN);
            case PROCESS_OVERFLOWS -> kept = endless(1);
            default -> { }
        }
    }

    private static int endless(int depth) {
        return endless(depth + 1) + depth;
    }
}
