/** Sample rate conversion and oversampling. */
package io.arioso.dsp.resample;
