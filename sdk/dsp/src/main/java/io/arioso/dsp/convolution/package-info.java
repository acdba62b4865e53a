/**
 * Convolution with long impulse responses: exact, by partitions in the frequency domain.
 *
 * <p>{@link io.arioso.dsp.convolution.ZeroLatencyConvolver} answers at once and spreads its work evenly;
 * {@link io.arioso.dsp.convolution.UniformConvolver} is late by one partition, costs less and can change its impulse
 * response while it plays.
 */
package io.arioso.dsp.convolution;
