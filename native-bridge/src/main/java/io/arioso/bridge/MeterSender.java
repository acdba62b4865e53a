package io.arioso.bridge;

import java.util.Arrays;
import java.util.List;

/** Tells the DAW what the meters show: at most 30 times in a second of song, and only what has moved. [audio-thread] */
final class MeterSender {
    private static final double TIMES_A_SECOND = 30;
    /** Movement that nobody sees, as a share of the range. */
    private static final double STILL = 0.0005;

    private final BridgedParameter[] meters;
    private final EventValues values;
    private final double[] sent;
    private final int interval;
    private int frames;

    MeterSender(List<BridgedParameter> parameters, EventValues values, double sampleRate) {
        meters = parameters.stream().filter(BridgedParameter::isMeter).toArray(BridgedParameter[]::new);
        this.values = values;
        sent = new double[meters.length];
        Arrays.fill(sent, Double.NaN);
        interval = Math.max(1, (int) (sampleRate / TIMES_A_SECOND));
        frames = interval;
    }

    /** Ends a block. What finds no room in it is sent with the next. */
    void send(AudioBlock block, int length) {
        frames += length;
        if (frames < interval) return;
        boolean room = true;
        for (int i = 0; i < meters.length && room; i++) {
            double now = meters[i].plain();
            if (Math.abs(now - sent[i]) <= STILL * (meters[i].maximum() - meters[i].minimum())) continue;
            room = block.send(Math.max(0, length - 1), AudioBlock.VALUE, ParameterIndex.numberOf(values, meters[i]),
                HostValues.toEvent(values, meters[i], now));
            if (room) sent[i] = now;
        }
        if (room) frames %= interval;
    }
}
