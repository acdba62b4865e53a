/** Left and right as mid and side, and sound that is unrelated to its source though it has the same spectrum. */
package io.arioso.dsp.stereo;
