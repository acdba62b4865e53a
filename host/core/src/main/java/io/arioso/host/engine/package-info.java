/** The one path from input to output, the same live and offline. */
package io.arioso.host.engine;
