/** Reducing the word length: dither and noise shaping. */
package io.arioso.dsp.dither;
