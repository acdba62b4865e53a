/** The Limiter effect: true peak, lookahead, loudness target. */
package io.arioso.plugins.limiter;
