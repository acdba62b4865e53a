package io.arioso.bridge;

import io.arioso.runtime.EventQueue;
import io.arioso.sdk.event.EventList;
import java.util.Arrays;

/** The DAW's events of a block as the processor reads them: plain values of parameters. [audio-thread] */
final class IncomingEvents {
    private final ParameterIndex parameters;
    private final EventValues values;
    private final EventQueue queue = new EventQueue(AudioBlock.EVENTS);
    /** What each parameter is after the events read so far, and in which block that was. */
    private final double[] latest;
    private final int[] latestBlock;
    private int block;

    IncomingEvents(ParameterIndex parameters, EventValues values) {
        this.parameters = parameters;
        this.values = values;
        latest = new double[parameters.list().size()];
        latestBlock = new int[latest.length];
        Arrays.fill(latestBlock, -1);
    }

    /** Reads a block's events; what nobody here knows is left out, and so are NaN and values of meters. */
    EventList read(AudioBlock source) {
        queue.clear();
        block++;
        int count = Math.max(0, Math.min(AudioBlock.EVENTS, source.eventCount()));
        for (int event = 0; event < count; event++) {
            BridgedParameter parameter = parameters.find(values, source.eventParameter(event));
            double sent = source.eventValue(event);
            if (source.eventKind(event) != AudioBlock.VALUE || parameter == null || parameter.isMeter()
                || Double.isNaN(sent)) continue;
            double plain = HostValues.ofEvent(values, parameter, current(parameter), sent);
            latest[parameter.index()] = plain;
            latestBlock[parameter.index()] = block;
            queue.add(source.eventFrame(event), parameter.parameter(), plain);
        }
        return queue;
    }

    private double current(BridgedParameter parameter) {
        int index = parameter.index();
        return latestBlock[index] == block ? latest[index] : parameter.parameter().plain();
    }
}
