/** Sample rate conversion. */
package io.arioso.dsp.resample;
