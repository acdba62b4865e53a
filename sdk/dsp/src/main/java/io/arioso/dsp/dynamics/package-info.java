/** Building blocks of compressors and limiters: windowed extremes, smoothers, release, lookahead. */
package io.arioso.dsp.dynamics;
