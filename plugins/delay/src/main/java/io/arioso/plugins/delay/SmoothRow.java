package io.arioso.plugins.delay;

import io.arioso.sdk.ProcessSetup;
import io.arioso.sdk.Smoother;
import io.arioso.sdk.parameter.FloatParameter;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** The values of a smoothed parameter for one stretch; written only while they change. */
final class SmoothRow {
    final float[] values;
    private final Smoother smoother;
    private boolean constant;

    SmoothRow(ProcessSetup setup, FloatParameter parameter, DoubleUnaryOperator mapping) {
        this(setup, parameter, ProcessSetup.DEFAULT_SMOOTHING_MS, mapping);
    }

    SmoothRow(ProcessSetup setup, FloatParameter parameter, double milliseconds, DoubleUnaryOperator mapping) {
        smoother = setup.smooth(parameter, milliseconds, mapping);
        values = new float[DelayProcessor.STRETCH];
    }

    /** Takes the next frames. */
    void next(int frames) {
        if (smoother.moving()) {
            smoother.fill(values, frames);
            constant = false;
        } else {
            smoother.skip(frames);
            float value = smoother.current();
            if (!constant || values[0] != value) {
                Arrays.fill(values, value);
                constant = true;
            }
        }
    }

    /** Whether the whole stretch is one value, {@code values[0]}. */
    boolean isConstant() {
        return constant;
    }

    /** Whether the whole stretch is this value. */
    boolean is(float value) {
        return constant && values[0] == value;
    }
}
