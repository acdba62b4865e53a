package io.arioso.bridge;

import io.arioso.runtime.Fault;
import io.arioso.runtime.ProcessorRunner;
import io.arioso.runtime.RunnerSettings;
import io.arioso.sdk.AudioPlugin;
import io.arioso.sdk.BusLayout;
import io.arioso.sdk.HostRequests;
import io.arioso.sdk.event.EventList;
import io.arioso.sdk.parameter.Parameter;
import java.util.ArrayList;
import java.util.List;

/** What an instance needs from its activation to its deactivation: the processor, its memory, the way of a block. */
final class Activation implements AutoCloseable {
    private static final float[][] SILENCE = {};

    private final AudioPlugin plugin;
    private final RunnerSettings settings;
    private final IncomingEvents events;
    private final BlockTransport transport;
    private final RunnerExchange exchange;
    private final MeterSender meters;
    private final EditQueue edits;
    private final SendEdit sendEdit;
    private final float[][] audio;
    private final float[][] sidechain;
    private final boolean latencyMayChange;
    private final List<Parameter> structure;
    private final double[] preparedWith;
    private volatile RestartRequest newest;
    private boolean heard;
    private boolean mustBeActivatedAnew;
    private int toldLatency;
    private volatile long tail;
    private int tailChanges;

    /**
     * Prepares a processor that starts where the block's events lead. [main-thread]
     *
     * @param edits what {@link #process} sends to the DAW; null if the format's main thread does
     * @param latencyMayChange whether a processor with another latency may take over while audio runs
     */
    Activation(AudioPlugin plugin, ParameterIndex parameters, EventValues values, EditQueue edits, AudioBlock block,
            double sampleRate, BusLayout layout, boolean offline, boolean latencyMayChange) {
        this.plugin = plugin;
        this.latencyMayChange = latencyMayChange;
        structure = structureOf(plugin);
        preparedWith = new double[structure.size()];
        this.edits = edits;
        settings = RunnerSettings.of(sampleRate, block.maxFrames(), layout).withOffline(offline);
        events = new IncomingEvents(parameters, values);
        transport = new BlockTransport(sampleRate);
        applyAll(events.read(block));
        exchange = new RunnerExchange(prepared(), layout.channels(), block.maxFrames(), sampleRate);
        toldLatency = latencyFrames();
        meters = new MeterSender(parameters.list(), values, sampleRate);
        sendEdit = new SendEdit(parameters, values);
        audio = new float[layout.channels()][block.maxFrames()];
        sidechain = new float[layout.sidechainChannels()][block.maxFrames()];
        updateTail(true);
        block.publish(latencyFrames(), tail);
    }

    /** A new processor. Nobody but the newest may ask for the next: an older one asks for what the newest has. */
    private ProcessorRunner prepared() {
        RestartRequest request = new RestartRequest();
        for (int i = 0; i < preparedWith.length; i++) preparedWith[i] = structure.get(i).plain();
        ProcessorRunner runner = new ProcessorRunner(plugin, settings.withHost(request));
        request.wanted = false; // what it asked for while it was prepared, it has got
        newest = request;
        return runner;
    }

    /** What only a new processor can follow. */
    private static List<Parameter> structureOf(AudioPlugin plugin) {
        List<Parameter> structure = new ArrayList<>();
        for (Parameter parameter : plugin.parameters()) if (!parameter.automatable()) structure.add(parameter);
        return structure;
    }

    private boolean structureMoved() {
        for (int i = 0; i < preparedWith.length; i++) if (structure.get(i).plain() != preparedWith[i]) return true;
        return false;
    }

    private static void applyAll(EventList events) {
        for (int event = 0; event < events.size(); event++)
            events.parameter(event).set(events.parameter(event).nearest(events.plain(event)));
    }

    /** Renders a block in place and says what is new. [audio-thread] */
    void process(AudioBlock block) {
        int frames = Math.max(0, Math.min(block.frames(), block.maxFrames()));
        block.clearSent();
        transport.take(block);
        EventList changes = events.read(block);
        if (!heard) begin(changes, frames);
        for (int channel = 0; channel < audio.length; channel++) block.read(channel, audio[channel], frames);
        exchange.process(audio, sidechain(block, frames), frames, changes, transport);
        for (int channel = 0; channel < audio.length; channel++) block.write(channel, audio[channel], frames);
        transport.advance(frames);
        if (edits != null && !edits.isEmpty()) edits.drain(sendEdit.into(block));
        meters.send(block, frames);
        if (settings.offline()) updateTail(false);
        block.publish(latencyFrames(), tail);
    }

    /**
     * Before the first sound: LV2 hosts set ports after the activation, and what only a new processor can follow would
     * otherwise be heard some blocks late, by the machine's mood. Here alone the audio thread may have to wait.
     */
    private void begin(EventList changes, int frames) {
        heard = frames > 0;
        if (!heard && movesStructure(changes)) startAnew(changes);
    }

    private static boolean movesStructure(EventList changes) {
        for (int change = 0; change < changes.size(); change++) {
            Parameter parameter = changes.parameter(change);
            if (!parameter.automatable() && parameter.nearest(changes.plain(change)) != parameter.plain()) return true;
        }
        return false;
    }

    private synchronized void startAnew(EventList changes) {
        applyAll(changes);
        RestartRequest before = newest;
        ProcessorRunner next = prepared();
        if (exchange.free() && (latencyMayChange || next.latencyFrames() == latencyFrames())) {
            exchange.replace(next);
        } else {
            next.close();
            newest = before;
        }
    }

    private float[][] sidechain(AudioBlock block, int frames) {
        if (!block.has(AudioBlock.HAS_SIDECHAIN)) return SILENCE;
        for (int channel = 0; channel < sidechain.length; channel++)
            block.read(audio.length + channel, sidechain[channel], frames);
        return sidechain;
    }

    /** Forgets past sound. [audio-thread] */
    void reset() {
        exchange.reset();
        transport.reset();
    }

    /** Delay of what is heard, in frames. [any-thread] */
    int latencyFrames() {
        return exchange.playing().latencyFrames();
    }

    double sampleRate() {
        return settings.sampleRate();
    }

    /** What has gone wrong in the processor that is heard. [any-thread] */
    List<Fault> faults() {
        return exchange.playing().faults();
    }

    /** The tail follows the parameters; asking for it runs the plug-in's code, so not in every block. */
    private void updateTail(boolean anew) {
        int changes = plugin.parameters().changes();
        if (!anew && changes == tailChanges) return;
        tailChanges = changes;
        tail = exchange.playing().tailFrames();
    }

    /**
     * Does what the processor has asked for, or will ask for as soon as it runs: prepares a new one that takes over,
     * unless its latency is another and the DAW does not bear that. An offline render obeys no restart: it would take
     * effect sooner or later, as the machine pleases, and {@code arioso render} has none. [bridge's thread]
     *
     * @return whether the DAW must be told of another latency
     */
    synchronized boolean renew() {
        if (settings.offline()) return false;
        updateTail(exchange.collect());
        if ((newest.wanted || structureMoved()) && exchange.free() && !mustBeActivatedAnew) restart();
        boolean latencyChanged = mustBeActivatedAnew ? toldLatency >= 0 : latencyFrames() != toldLatency;
        toldLatency = mustBeActivatedAnew ? -1 : latencyFrames();
        return latencyChanged;
    }

    private void restart() {
        RestartRequest before = newest;
        before.wanted = false;
        ProcessorRunner next = prepared();
        if (next.latencyFrames() == latencyFrames() || latencyMayChange) {
            exchange.offer(next);
        } else {
            next.close();
            newest = before;
            mustBeActivatedAnew = true;
        }
    }

    @Override
    public void close() {
        exchange.close();
    }

    /** One processor's wish to be replaced. */
    private static final class RestartRequest implements HostRequests {
        private volatile boolean wanted;

        @Override
        public void requestRestart() {
            wanted = true;
        }
    }

    /** Puts an edit into the block. One object for the life of an activation, so that nothing is allocated. */
    private static final class SendEdit implements EditQueue.Taker {
        private final ParameterIndex parameters;
        private final EventValues values;
        private AudioBlock block;

        SendEdit(ParameterIndex parameters, EventValues values) {
            this.parameters = parameters;
            this.values = values;
        }

        SendEdit into(AudioBlock target) {
            block = target;
            return this;
        }

        @Override
        public boolean take(int kind, int index, double plain) {
            BridgedParameter parameter = parameters.list().get(index);
            return block.send(0, kind, ParameterIndex.numberOf(values, parameter),
                HostValues.toEvent(values, parameter, plain));
        }
    }
}
