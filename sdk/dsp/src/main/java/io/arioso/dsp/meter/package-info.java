/** Meters: loudness, true peak, correlation, statistics and spectrum. */
package io.arioso.dsp.meter;
