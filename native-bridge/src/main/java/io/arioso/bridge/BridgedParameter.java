package io.arioso.bridge;

import io.arioso.sdk.meter.Meter;
import io.arioso.sdk.parameter.Parameter;

/**
 * A parameter or a meter as DAWs see it. Immutable but for the value behind it. [any-thread]
 *
 * @param index place in {@link BridgedPlugin#parameters}: parameters, numbered groups last, then meters
 * @param key number by which CLAP and VST3 know it: 31 bits of a hash of its id, the same in every version and format
 * @param control number by which LV2 events know it, see {@link EventValues#PLAIN_BY_CONTROL}
 * @param parameter the parameter; null for a meter
 * @param meter the meter; null for a parameter
 */
public record BridgedParameter(int index, int key, int control, Parameter parameter, Meter meter) {

    /** Whether the DAW may only look at it. */
    public boolean isMeter() {
        return meter != null;
    }

    /** Its id, which is also its LV2 symbol; a meter's begins with {@code meter_}. */
    public String id() {
        return isMeter() ? "meter_" + meter.id() : parameter.id();
    }

    /** Name shown to users. */
    public String name() {
        return isMeter() ? meter.name() : parameter.name();
    }

    /** Least plain value. */
    public double minimum() {
        return isMeter() ? MeterRange.of(meter.unit()).minimum() : parameter.minimum();
    }

    /** Greatest plain value. */
    public double maximum() {
        return isMeter() ? MeterRange.of(meter.unit()).maximum() : parameter.maximum();
    }

    /** Plain value now, within the range; the least one for a meter that has not measured yet. */
    public double plain() {
        return isMeter() ? MeterRange.of(meter.unit()).shown(meter.read()) : parameter.plain();
    }
}
