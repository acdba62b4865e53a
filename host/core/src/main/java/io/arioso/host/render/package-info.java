/** A chain applied to a file: latency-compensated, measured before and after, brought to a loudness, written safely. */
package io.arioso.host.render;
