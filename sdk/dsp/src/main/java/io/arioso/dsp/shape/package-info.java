/** Wave shaping: curves that bend loud samples. */
package io.arioso.dsp.shape;
