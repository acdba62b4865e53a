/**
 * Filters: analog prototypes, digital designs that follow them up to half the sample rate, the 32-band equaliser that
 * runs them, and the crossover.
 *
 * <p>{@link io.arioso.dsp.filter.AnalogPrototype} says what a band means, {@link io.arioso.dsp.filter.BandDesigner}
 * turns it into biquads, {@link io.arioso.dsp.filter.ParametricEqualizer} makes them sound and
 * {@link io.arioso.dsp.filter.ResponseCurve} draws them.
 */
package io.arioso.dsp.filter;
