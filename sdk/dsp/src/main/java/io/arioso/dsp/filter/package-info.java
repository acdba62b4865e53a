/**
 * Filters: analog prototypes, digital designs that follow them up to half the sample rate, the 32-band equaliser that
 * runs them, and the crossover.
 *
 * <p>{@link io.arioso.dsp.filter.AnalogPrototype} says what a band means, {@link io.arioso.dsp.filter.BandDesigner}
 * turns it into biquads, {@link io.arioso.dsp.filter.ParametricEqualizer} makes them sound and
 * {@link io.arioso.dsp.filter.ResponseCurve} draws them. {@link io.arioso.dsp.filter.CutFilter} is the light low cut and
 * high cut of other effects.
 */
package io.arioso.dsp.filter;
