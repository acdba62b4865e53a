/**
 * Equalisers that choose their phase: linear, or that of the analog models.
 *
 * <p>{@link io.arioso.dsp.phase.PhaseFilter} is what effects use. It designs one response from many bands, in bounded
 * steps on the audio thread, and hands it to the convolvers of {@code io.arioso.dsp.convolution}.
 */
package io.arioso.dsp.phase;
