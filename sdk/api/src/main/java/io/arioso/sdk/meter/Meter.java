package io.arioso.sdk.meter;

import io.arioso.sdk.parameter.Unit;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * One number that a processor measures and anybody may read: gain reduction, level, loudness.
 *
 * <p>The processor stores the value of the block that it has just rendered; readers poll at frame rate.
 */
public final class Meter {
    private static final VarHandle VALUE;

    static {
        try {
            VALUE = MethodHandles.lookup().findVarHandle(Meter.class, "value", double.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final String id;
    private final String name;
    private final Unit unit;
    @SuppressWarnings("unused")
    private double value = Double.NaN;

    /** Makes a meter; authors call {@code AudioEffect.meter}. [main-thread] */
    public Meter(String id, String name, Unit unit) {
        this.id = id;
        this.name = name;
        this.unit = unit;
    }

    /** Eternal identity within the plug-in. [any-thread] */
    public String id() {
        return id;
    }

    /** Name shown to users. [any-thread] */
    public String name() {
        return name;
    }

    /** Unit of the value. [any-thread] */
    public Unit unit() {
        return unit;
    }

    /** Shows a new value; one writer. [audio-thread] */
    public void publish(double measured) {
        VALUE.setOpaque(this, measured);
    }

    /** The last value shown, NaN before the first. [any-thread] */
    public double read() {
        return (double) VALUE.getOpaque(this);
    }
}
