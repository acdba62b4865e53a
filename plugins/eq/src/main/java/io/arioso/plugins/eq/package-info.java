/**
 * The EQ effect: parameters, shorthands and the processor around the equaliser of {@code io.arioso.dsp.filter}.
 *
 * <p>Where what is to come belongs: a band's dynamics beside {@link io.arioso.plugins.eq.Band}, phase modes as other
 * processors that {@link io.arioso.plugins.eq.Equalizer#prepare} chooses among, matching as a class that sets the
 * parameters of bands.
 */
package io.arioso.plugins.eq;
