/** Measures of sound: response, distortion, aliasing, latency, decay, difference. */
package io.arioso.testkit.analysis;
