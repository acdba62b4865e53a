/** The one place that calls {@code AudioProcessor.process}: events, smoothing, bypass and the containment of faults. */
package io.arioso.runtime;
