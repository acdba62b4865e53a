/** Finite impulse response filters: windowed-sinc design and the loops that run it. */
package io.arioso.dsp.fir;
