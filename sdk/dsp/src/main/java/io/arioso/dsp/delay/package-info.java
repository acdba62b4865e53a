/**
 * Delay lines and what moves in them: {@link io.arioso.dsp.delay.DelayLine} keeps the past,
 * {@link io.arioso.dsp.delay.FractionalReader} and {@link io.arioso.dsp.delay.HermiteReader} read between its samples,
 * {@link io.arioso.dsp.delay.Lfo} and {@link io.arioso.dsp.delay.SlowRandom} say where, and
 * {@link io.arioso.dsp.delay.AllpassDiffuser} smears.
 *
 * <p>Every block form gives the bits of its frames one by one, so a programme may be cut into blocks anywhere.
 */
package io.arioso.dsp.delay;
