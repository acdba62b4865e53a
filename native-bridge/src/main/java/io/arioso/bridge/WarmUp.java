package io.arioso.bridge;

import io.arioso.host.plugin.PluginDescriptor;
import io.arioso.host.plugin.PluginInstance;
import io.arioso.host.plugin.PluginLibrary;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.parameter.ParameterIds;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Lets the virtual machine compile an effect's audio path before the DAW's first block, by rendering noise, silence and
 * moving parameters through a spare instance of it. Once for each effect and layout in a process: later instances run
 * the code that is compiled by then. [main-thread]
 */
final class WarmUp {
    private static final System.Logger LOGGER = System.getLogger(WarmUp.class.getName());
    /** Enough for each of our effects; a DAW's user waits so long once. */
    static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    private static final int FRAMES = 64;
    /** Blocks between two preparations. */
    private static final int ROUND = 1500;

    private final PluginLibrary library;
    private final long longestNanos;
    private final Set<String> warm = ConcurrentHashMap.newKeySet();
    /** One idle instance of each warm effect: with the last instance its classes would go, and what is compiled. */
    private final Map<String, PluginInstance> kept = new ConcurrentHashMap<>();

    /** Takes the spare instances from a library, and so much time for each. */
    WarmUp(PluginLibrary library, long longestNanos) {
        this.library = library;
        this.longestNanos = longestNanos;
    }

    /**
     * Warms an effect up unless it is warm; takes about as long as it may. What fails here will be told when the effect
     * itself fails.
     *
     * @param waiting the instance that is about to play: the spare one is set like it
     */
    void run(PluginInstance waiting, EventValues values, BusLayout layout, double sampleRate) {
        PluginDescriptor effect = waiting.descriptor();
        String effectKey = effect.sha256() + effect.id();
        if (!warm.add(effectKey + layout)) return;
        long end = System.nanoTime() + longestNanos;
        try (PluginInstance spare = library.open(effect)) {
            spare.plugin().load(waiting.plugin().save());
            SplittableRandom random = new SplittableRandom(1);
            while (System.nanoTime() < end) round(spare.plugin(), values, layout, sampleRate, random, end);
            if (!kept.containsKey(effectKey)) kept.put(effectKey, library.open(effect));
        } catch (Throwable failed) {
            LOGGER.log(Level.DEBUG, "{0} stays cold: {1}", effect.coordinate(), String.valueOf(failed));
        }
    }

    private static void round(AudioPlugin plugin, EventValues values, BusLayout layout, double sampleRate,
            SplittableRandom random, long end) {
        ParameterIndex parameters = new ParameterIndex(plugin);
        AudioBlock block = AudioBlock.allocate(layout.channels(), layout.sidechainChannels(), FRAMES);
        EditQueue edits = new EditQueue(parameters.list().size());
        try (Activation activation =
                new Activation(plugin, parameters, values, edits, block, sampleRate, layout, false, false)) {
            float[] plane = new float[FRAMES];
            for (int i = 0; i < ROUND && System.nanoTime() < end; i++) {
                block.begin(FRAMES, AudioBlock.HAS_SIDECHAIN);
                fill(plane, i % 500 < 400 ? 0.25 : 0, random);
                for (int channel = 0; channel < layout.channels() + layout.sidechainChannels(); channel++)
                    block.write(channel, plane, FRAMES);
                if (i % 8 == 0) move(parameters, values, block, random);
                activation.process(block);
            }
        }
    }

    private static void fill(float[] plane, double level, SplittableRandom random) {
        for (int frame = 0; frame < plane.length; frame++)
            plane[frame] = (float) (level * (random.nextDouble() * 2 - 1));
    }

    /** Moves one parameter, but for bypass, to a random place. */
    private static void move(ParameterIndex parameters, EventValues values, AudioBlock block, SplittableRandom random) {
        BridgedParameter parameter = parameters.list().get(random.nextInt(parameters.list().size()));
        if (parameter.isMeter() || parameter.id().equals(ParameterIds.BYPASS)) return;
        double plain = HostValues.fromNormalized(parameter, random.nextDouble());
        block.receive(random.nextInt(FRAMES), ParameterIndex.numberOf(values, parameter),
            HostValues.toEvent(values, parameter, plain));
    }
}
